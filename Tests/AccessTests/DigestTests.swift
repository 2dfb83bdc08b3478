import Access
import Testing

@Suite struct DigestTests {
    /// FIPS 180-2, appendix B.1, and the hash of nothing.
    @Test func isSHA256() {
        #expect(Digest.sha256Hex("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest.sha256Hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(Digest.sha256(Array("abc".utf8)[...]).prefix(2) == [0xBA, 0x78])
    }

    @Test func fingerprintsTellPiecesApart() {
        func of(_ pieces: [String]) -> Fingerprint {
            var builder = Fingerprint.Builder()
            for piece in pieces { builder.add(piece) }
            return builder.fingerprint
        }
        #expect(of(["ab", "c"]) != of(["a", "bc"]))
        #expect(of(["abc"]) != of(["abc", ""]))
        #expect(of(["abc"]) == Fingerprint(Array("abc".utf8)))
        var builder = Fingerprint.Builder()
        builder.add("abc")
        let first = builder.fingerprint
        builder.add(of(["x"]))
        builder.add(-1)
        #expect(first == of(["abc"]) && builder.fingerprint != first)
    }
}

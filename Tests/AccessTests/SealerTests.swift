import Access
import Diagnostics
import Model
import SeededNumbers
import Testing

private func keystore(_ seed: UInt64) -> Keystore {
    var generator = Seeded(seed)
    return Keystore.create(rounds: 100_000, using: &generator)
}

private let now = Instant(seconds: 1_795_392_000)

/// What an office seals, and members open.
private struct Gate {
    private let sealer: Sealer
    private let opener: Opener

    init(_ keystore: Keystore) throws {
        sealer = try Sealer(keystore, guestsOf: [], at: now)
        opener = try Opener(.members, of: keystore, at: now)
    }

    func seal(_ plain: [UInt8], at place: Place) throws(Failure) -> Sealed { try sealer.seal(plain, at: place) }
    func open(_ sealed: [UInt8], at place: Place) throws(NotOpened) -> [UInt8] { try opener.open(sealed, at: place) }
}

private let place = Place(page: "fr/2026-014/index.html")
private let page = Array("Titre\n<h1>Une discussion</h1><p>Le texte, le texte, le texte, le texte.</p>".utf8)

@Suite struct SealerTests {
    @Test(arguments: [0, 1, 2, 5, 100, 4_000, 16_384, 100_000, 3_000_000]) func opensWhatItSealed(count: Int) throws {
        let sealer = try Gate(keystore(1))
        let words = Array("forum assistance technique échange ".utf8)
        let plain = (0..<count).map { words[($0 + $0 / 97) % words.count] }
        #expect(try sealer.open(sealer.seal(plain, at: place).bytes, at: place) == plain)
        var generator = Seeded(9)
        let noise = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        #expect(try sealer.open(sealer.seal(noise, at: place).bytes, at: place) == noise)
    }

    @Test func packsAndHidesTheText() throws {
        let plain = Array(String(repeating: "confidentiel ", count: 400).utf8)
        let sealed = try Gate(keystore(1)).seal(plain, at: place).bytes
        #expect(sealed.count < 364)
        #expect(!String(decoding: sealed, as: UTF8.self).contains("confidentiel"))
        #expect(!String(decoding: sealed, as: UTF8.self).contains("2026"))
    }

    @Test func sameTextSamePlaceSameBytes() throws {
        let first = try Gate(keystore(1)).seal(page, at: place)
        #expect(try Gate(keystore(1)).seal(page, at: place) == first)
        #expect(try Gate(keystore(2)).seal(page, at: place) != first)
        #expect(try Gate(keystore(1)).seal(page, at: Place(page: "fr/2026-015/index.html")) != first)
        #expect(try Gate(keystore(1)).seal(page + [32], at: place) != first)
    }

    @Test func sameBytesFromManyThreads() async throws {
        let sealer = try Gate(keystore(1))
        let texts = (0..<400).map { number in Array(String(repeating: "page \(number) ", count: 1 + number * 13 % 900).utf8) }
        let alone = try texts.map { try sealer.seal($0, at: place) }
        let together = try await withThrowingTaskGroup(of: (Int, Sealed).self) { group in
            for (index, text) in texts.enumerated() { group.addTask { (index, try sealer.seal(text, at: place)) } }
            return try await group.reduce(into: [Int: Sealed]()) { $0[$1.0] = $1.1 }
        }
        for (index, sealed) in alone.enumerated() { #expect(together[index] == sealed) }
    }

    @Test func opensAtNoOtherPlace() throws {
        let sealer = try Gate(keystore(1))
        let sealed = try sealer.seal(page, at: place).bytes
        for other in [
            "fr/2026-015/index.html", "en/2026-014/index.html", "fr/2026-014", "fr/2026-014/index.htm", "/fr/2026-014/index.html", "",
        ] {
            #expect(throws: NotOpened.notAuthentic) { try sealer.open(sealed, at: Place(page: other)) }
        }
        #expect(throws: NotOpened.notAuthentic) { try Gate(keystore(2)).open(sealed, at: place) }
    }

    @Test func theFileNameOfAFolderIsNoPartOfThePlace() {
        #expect(Place(page: "fr/index.html").path == "fr/")
        #expect(Place(page: "index.html").path == "")
        #expect(Place(page: "fr/noindex.html").path == "fr/noindex.html")
    }

    @Test func noFlippedBitOpens() throws {
        let sealer = try Gate(keystore(1))
        let sealed = try sealer.seal(page, at: place).bytes
        for index in sealed.indices {
            for bit in 0..<8 {
                var flipped = sealed
                flipped[index] ^= 1 << UInt8(bit)
                #expect(throws: NotOpened.self) { try sealer.open(flipped, at: place) }
            }
        }
    }

    @Test func nothingCutShortOrDrawnOutOpens() throws {
        let sealer = try Gate(keystore(1))
        let sealed = try sealer.seal(page, at: place).bytes
        for count in 0..<sealed.count {
            #expect(throws: NotOpened.self) { try sealer.open(Array(sealed.prefix(count)), at: place) }
        }
        #expect(throws: NotOpened.self) { try sealer.open(sealed + [0], at: place) }
    }

    @Test func saysWhyItDoesNotOpen() throws {
        let sealer = try Gate(keystore(1))
        let sealed = try sealer.seal(page, at: place).bytes
        func changed(_ index: Int, _ value: UInt8) -> [UInt8] {
            var bytes = sealed
            bytes[index] = value
            return bytes
        }
        #expect(throws: NotOpened.malformed) { try sealer.open(changed(0, 0), at: place) }
        #expect(throws: NotOpened.version(2)) { try sealer.open(changed(3, 2), at: place) }
        #expect(throws: NotOpened.otherPlace) { try sealer.open(changed(4, 2), at: place) }
        #expect(throws: NotOpened.malformed) { try sealer.open(changed(5, 1), at: place) }
        #expect(throws: NotOpened.notSigned) { try sealer.open(changed(6, 0), at: place) }
        #expect(throws: NotOpened.malformed) { try sealer.open(changed(6, 4), at: place) }
        #expect(throws: NotOpened.notSigned) { try sealer.open(changed(48, sealed[48] ^ 1), at: place) }
        #expect(throws: NotOpened.unknownEpoch(2)) { try sealer.open(changed(11, 2), at: place) }
    }

    @Test func lengthsAreRounded() throws {
        let sealer = try Gate(keystore(1))
        var generator = Seeded(4)
        let noise = (0..<3000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let lengths = try (2000..<3000).map { try sealer.seal(Array(noise.prefix($0)), at: place).bytes.count }
        #expect(Set(lengths).count < 25)
        #expect(zip(lengths, 2000...).allSatisfy { $0 - 128 - 5 - $1 <= $1 / 8 })
    }

    @Test func refusesWhatIsTooLarge() {
        #expect(throws: (any Error).self) { try Gate(keystore(1)).seal([UInt8](repeating: 0, count: (64 << 20) + 1), at: place) }
    }
}

import Access
import Model
import Testing

/// What another program, written from FORMAT.md alone, made of the same keys. A change here is a change of the format.
@Suite struct FormatTests {
    private static let text = Array("Titre\n<p>Oui".utf8)
    private static let sealed =
        "Uk9TAQEAAQAAAAABAAAAAEbeWhnaAFUwWuzfUJYgbHrA5OMhTJCdU/s+Q7oLBgBYxf29mHsQJhWzb1z9strBRqW3UYKSEVO7PCnZMM/nV4mBHAoJLau7"
        + "a5l9Egflw3VroJmBVBHih8fFOhnHkZKCCJJqxPd8/Qs9SYvM+bPTjN08TaABPG8laJbGZjVwWCLte/k="
    private static let now = Instant(seconds: 1_795_392_000)

    private let folder = Folder()

    private func keystore() throws -> Keystore {
        let json = KeystoreJSON(slots: 1)
        #expect(json.check == "01acd04ce739a3a22b9c9095cbbeab1b105198e359b02a90da27cb0d436be147")
        try json.put(in: folder)
        return try Keystore.load(office: folder.path + "/office")
    }

    @Test func keystoreReads() throws {
        let slots = try keystore().slots
        #expect(slots.map(\.holder) == [.member("XA")])
        #expect(slots.map(\.issued.seconds) == [1_795_424_400])
    }

    @Test func sealedPage() throws {
        let sealer = try Sealer(try keystore(), guestsOf: [], at: FormatTests.now)
        let sealed = try sealer.seal(FormatTests.text, at: Place(page: "fr/2026-014/index.html"))
        #expect(String(decoding: Base64.encode(sealed.bytes), as: UTF8.self) == FormatTests.sealed)
    }

    @Test func keyring() throws {
        let keyring = try Keyring.files(keystore(), built: .none, at: FormatTests.now, firstPage: "fr/", guestPage: { _ in nil })
        let files = Dictionary(uniqueKeysWithValues: keyring.map { ($0.path, $0.bytes) })
        #expect(
            Digest.sha256Hex(try #require(files["keyring/8.js"])) == "9f920937ecfd4fa53af678e69bbb92c1888c2d6317493e5d330c0412d2f734b6")
        let opener = try KeyringReader { files[$0] }.unlock(Passphrase(KeystoreJSON.passphrase))
        let sealed = try #require(decode(Array(FormatTests.sealed.utf8)))
        #expect(try opener.open(sealed, at: Place(page: "fr/2026-014/index.html")) == FormatTests.text)
    }

    @Test func opaqueName() throws {
        #expect(OpaqueNames(try keystore()).name(for: "category/training") == "rlb6y2ni5l5gosoy")
    }
}

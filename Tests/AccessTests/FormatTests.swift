import Access
import Model
import Testing

/// What another program, written from FORMAT.md alone, made of the same keys. A change here is a change of the format.
@Suite struct FormatTests {
    private static let text = Array("Titre\n<p>Oui".utf8)
    private static let sealed =
        "Uk9TAQEAAAAAAAABAAAAAJ//4T8u3KcKH4LjOq5+Lv2E3V+BoGYVTqM/hnjUrxbV4Ek1knq5v77E/iaAAzObYWaQ0KDa/8MS"
        + "sIQ2BRfwYwn/jQ=="

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
        let sealer = Sealer(try keystore())
        let sealed = try sealer.seal(FormatTests.text, at: Place(page: "fr/2026-014/index.html"))
        #expect(String(decoding: Base64.encode(sealed.bytes), as: UTF8.self) == FormatTests.sealed)
    }

    @Test func keyring() throws {
        let files = Dictionary(uniqueKeysWithValues: try Keyring.files(keystore(), firstPage: "fr/").map { ($0.path, $0.bytes) })
        #expect(
            Digest.sha256Hex(try #require(files["keyring/5.js"])) == "300eee206f4be7f54540d18d529c160581c32827c560877a78a17ee5f2f31c9f")
        let opener = try KeyringReader { files[$0] }.unlock(Passphrase(KeystoreJSON.passphrase))
        let sealed = try #require(decode(Array(FormatTests.sealed.utf8)))
        #expect(try opener.open(sealed, at: Place(page: "fr/2026-014/index.html")) == FormatTests.text)
    }

    @Test func opaqueName() throws {
        #expect(OpaqueNames(try keystore()).name(for: "category/training") == "rlb6y2ni5l5gosoy")
    }
}

import Access
import Diagnostics
import Files
import Glibc
import Model
import SeededNumbers
import Testing

private let now = Instant(seconds: 1_795_392_000)

@Suite struct KeystoreTests {
    private let folder = Folder()
    private var office: String { folder.path + "/office" }
    private var path: String { office + "/keystore.json" }

    private func issue(_ holder: Holder, seed: UInt64 = 1) throws(Failure) -> Passphrase {
        var generator = Seeded(seed)
        return try Keystore.change(office: office, rounds: 100_000, using: &generator) { keystore, generator throws(Failure) in
            try keystore.issue(holder, at: now, using: &generator)
        }
    }

    @Test func keepsWhoHasAPassphraseAndSince() throws {
        _ = try issue(.staff("Ana María Ñandú"))
        _ = try issue(.member("XB"), seed: 2)
        _ = try issue(.member("XA"), seed: 3)
        let slots = try Keystore.load(office: office).slots
        #expect(slots.map(\.holder) == [.member("XA"), .member("XB"), .staff("Ana María Ñandú")])
        #expect(slots.allSatisfy { $0.issued == now })
    }

    @Test func fingerprintIsThatOfTheKeysNotOfTheSlots() throws {
        _ = try issue(.member("XA"))
        let first = try Keystore.load(office: office)
        _ = try issue(.member("XB"))
        let second = try Keystore.load(office: office)
        #expect(first.fingerprint == second.fingerprint && first.generation < second.generation)
        var generator = Seeded(8)
        #expect(Keystore.create(rounds: 100_000, using: &generator).fingerprint != first.fingerprint)
    }

    @Test func issuingAgainReplacesTheSlot() throws {
        let first = try issue(.member("XA"))
        let second = try issue(.member("XA"), seed: 2)
        #expect(first != second)
        #expect(try Keystore.load(office: office).slots.count == 1)
    }

    @Test func readsBackAsItWas() throws {
        var generator = Seeded(1)
        let made = try Keystore.create(rounds: 100_000, using: &generator).issue(
            .staff("\"\\/\u{200C}é\u{1F600}"), at: now, using: &generator
        ).keystore
        var other = Seeded(1)
        try Keystore.change(office: office, using: &other) { _, _ in (made, ()) }
        #expect(try Keystore.load(office: office) == made)
    }

    @Test func onlyItsOwnerMayReadIt() throws {
        _ = try issue(.member("XA"))
        #expect(try FileSystem.mode(office) == 0o700)
        #expect(try FileSystem.mode(path) == 0o600)
        for (loosened, mode, remedy) in [(path, UInt32(0o640), "`chmod 600 "), (office, 0o755, "`chmod 700 ")] {
            let before = try FileSystem.mode(loosened) ?? 0
            chmod(loosened, mode)
            let refusal = #expect(throws: Failure.self) { try Keystore.load(office: office) }
            #expect(refusal?.remedy?.contains(remedy + loosened) == true)
            #expect(throws: Failure.self) { try issue(.member("XB")) }
            chmod(loosened, before)
        }
        #expect(try Keystore.load(office: office).slots.count == 1)
    }

    @Test func passphrasesAreNotStored() throws {
        let passphrase = try issue(.member("XA"))
        let text = String(decoding: try FileSystem.read(path, limit: 1 << 20) ?? [], as: UTF8.self)
        #expect(!text.contains(passphrase.symbols) && !text.contains(passphrase.grouped))
    }

    @Test func noDamageGoesUnnoticed() throws {
        _ = try issue(.member("XA"))
        let right = try #require(try FileSystem.read(path, limit: 1 << 20))
        let keystore = try Keystore.load(office: office)
        for count in stride(from: 0, to: right.count - 1, by: 7) { try refuses(Array(right.prefix(count))) }
        for index in right.indices {
            var changed = right
            changed[index] ^= 1
            try FileSystem.replace(path, changed, mode: 0o600)
            // What JSON takes for the same text is the same keystore; nothing else may be read.
            do {
                #expect(try Keystore.load(office: office) == keystore)
            } catch {
                #expect(error.message.contains("cannot be used"))
            }
        }
        try refuses([])
        try refuses(Array("{}".utf8))
        try refuses([0xFF, 0xFE])
        try refuses(Array(String(repeating: "[", count: 200_000).utf8))
    }

    private func refuses(_ bytes: [UInt8]) throws {
        try FileSystem.replace(path, bytes, mode: 0o600)
        #expect(throws: Failure.self) { try Keystore.load(office: office) }
        #expect(throws: Failure.self) { try issue(.member("XB")) }
        #expect(try FileSystem.read(path, limit: 1 << 20) == bytes, "a damaged keystore is left as it is")
    }

    @Test func saysHowToBeginWhereThereIsNone() throws {
        let refusal = #expect(throws: Failure.self) { try Keystore.load(office: office) }
        #expect(refusal?.remedy?.contains("rostrum access issue") == true)
        #expect(try FileSystem.look(office) == nil)
    }

    @Test func aSecondCommandIsSentAway() throws {
        _ = try issue(.member("XA"))
        let lock = try FolderLock(office + "/.lock", busy: Failure("busy"))
        let refusal = #expect(throws: Failure.self) { try issue(.member("XB")) }
        #expect(refusal?.message.contains("another command") == true)
        withExtendedLifetime(lock) {}
    }

    /// With a passphrase that nobody has seen, the one before would be gone.
    @Test func whatCannotBeDeliveredIsNotKept() throws {
        #expect(throws: Failure("no ink")) { try issueWithoutDelivery() }
        #expect(try Keystore.load(office: office).slots.isEmpty)
        _ = try issue(.member("XA"))
        let before = try Keystore.load(office: office)
        #expect(throws: Failure("no ink")) { try issueWithoutDelivery() }
        #expect(try Keystore.load(office: office) == before)
    }

    private func issueWithoutDelivery() throws(Failure) {
        var generator = Seeded(2)
        try Keystore.change(
            office: office, rounds: 100_000, using: &generator,
            deliver: { (_: Passphrase) throws(Failure) in throw Failure("no ink") },
            { keystore, generator throws(Failure) in try keystore.issue(.member("XA"), at: now, using: &generator) })
    }

    /// A run that was killed may have left all keys in a second file.
    @Test func whatAKilledRunLeftIsGoneWithTheNext() throws {
        _ = try issue(.member("XA"))
        try FileSystem.create(path + ".new", Array("keys".utf8), mode: 0o600)
        _ = try issue(.member("XB"))
        #expect(try FileSystem.entries(of: office).map(\.name) == [".lock", "backups", "keystore.json"])
    }

    @Test func aLinkIsNotFollowed() throws {
        _ = try issue(.member("XA"))
        try FileSystem.rename(path, to: folder.path + "/elsewhere")
        symlink(folder.path + "/elsewhere", path)
        #expect(throws: Failure.self) { try Keystore.load(office: office) }
    }

    @Test(arguments: [
        Holder.member("xa"), .member("XAB"), .member(""), .member("ÀÀ"), .staff(""), .staff(" Ana"), .staff("Ana\n"), .staff("a\u{202E}b"),
        .staff(String(repeating: "a", count: 101)),
    ])
    func refusesHoldersThatAreNone(holder: Holder) {
        #expect(throws: Failure.self) { try issue(holder) }
    }

    @Test func roundsStayWithinWhatReadersAccept() throws {
        var generator = Seeded(1)
        #expect(Keystore.create(rounds: 1, using: &generator).slots.isEmpty)
        let files = try Keyring.files(
            Keystore.create(rounds: 1, using: &generator), built: .none, at: Instant(seconds: 0), firstPage: "en/", guestPage: { _ in nil })
        #expect(String(decoding: files[0].bytes, as: UTF8.self).contains(" 100000 "))
    }
}

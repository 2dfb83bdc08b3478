import Diagnostics
import Files
import Model
import SeededNumbers
import Testing

@testable import Access

private let now = Instant(seconds: 1_795_392_000)

@Suite struct KeystoreBackupTests {
    private let folder = Folder()
    private var office: String { folder.path + "/office" }
    private var path: String { office + "/keystore.json" }

    private func change(_ body: (Keystore, inout Seeded) throws(Failure) -> Keystore) throws(Failure) {
        var generator = Seeded(4)
        try Keystore.change(office: office, rounds: 100_000, using: &generator) { keystore, generator throws(Failure) in
            (try body(keystore, &generator), ())
        }
    }

    private func issue(_ holder: Holder) throws(Failure) {
        try change { keystore, generator throws(Failure) in try keystore.issue(holder, at: now, using: &generator).keystore }
    }

    private func copies() throws -> [String] { try FileSystem.entries(of: office + "/backups").map(\.name) }

    @Test func theLastThreeAreKept() throws {
        for code in ["XA", "XB", "XC", "XD", "XE"] { try issue(.member(code)) }
        #expect(try copies() == ["keystore-4.json", "keystore-5.json", "keystore-6.json"])
        #expect(try FileSystem.mode(office + "/backups") == 0o700)
        #expect(try FileSystem.mode(office + "/backups/keystore-6.json") == 0o600)
        let last = try FileSystem.read(office + "/backups/keystore-6.json", limit: 1 << 20)
        #expect(try last == FileSystem.read(path, limit: 1 << 20))
    }

    /// With a copy from before, the passphrase that was taken back would open the forum again.
    @Test func noneIsOlderThanWhatWasTakenBack() throws {
        for code in ["XA", "XB", "XC"] { try issue(.member(code)) }
        try change { keystore, generator throws(Failure) in try keystore.revoke(.member("XB"), at: now, using: &generator) }
        #expect(try copies() == ["keystore-5.json"])
        try issue(.member("XD"))
        try issue(.member("XA"))  // a lost passphrase is replaced
        #expect(try copies() == ["keystore-7.json"])
        try change { keystore, generator throws(Failure) in try keystore.rotate(at: now, using: &generator) }
        #expect(try copies() == ["keystore-8.json"])
    }

    @Test func aDamagedKeystoreIsToldWithTheCopyThatCanTakeItsPlace() throws {
        for code in ["XA", "XB", "XC"] { try issue(.member(code)) }
        let whole = try Keystore.load(office: office)
        try FileSystem.replace(path, Array("{\"version\": 2,".utf8), mode: 0o600)
        let refusal = #expect(throws: Failure.self) { try Keystore.load(office: office) }
        let copy = office + "/backups/keystore-4.json"
        #expect(refusal?.remedy?.contains("`cp -p \(copy) \(path)`") == true)
        #expect(throws: Failure.self) { try issue(.member("XD")) }
        // A damaged copy is not offered.
        try FileSystem.replace(copy, [], mode: 0o600)
        let second = #expect(throws: Failure.self) { try Keystore.load(office: office) }
        #expect(second?.remedy?.contains("keystore-3.json") == true)
        let older = try #require(try FileSystem.read(office + "/backups/keystore-3.json", limit: 1 << 20))
        try FileSystem.replace(path, older, mode: 0o600)
        #expect(try Keystore.load(office: office).slots == whole.slots.dropLast())
    }

    @Test func keysThatAreGoneAreNotMadeAnew() throws {
        try issue(.member("XA"))
        try FileSystem.remove(path)
        let refusal = #expect(throws: Failure.self) { try issue(.member("XB")) }
        #expect(refusal?.message.contains("are gone") == true && refusal?.remedy?.contains("keystore-2.json") == true)
        #expect(try FileSystem.look(path) == nil)
    }

    /// Generations after a copy was put back are counted again.
    @Test func copiesOfAKeystoreThatWasGivenUpGo() throws {
        for code in ["XA", "XB", "XC"] { try issue(.member(code)) }
        let copy = try #require(try FileSystem.read(office + "/backups/keystore-2.json", limit: 1 << 20))
        try FileSystem.replace(path, copy, mode: 0o600)
        try issue(.member("XE"))
        #expect(try copies() == ["keystore-2.json", "keystore-3.json"])
        #expect(try Keystore.load(office: office).slots.map(\.holder) == [.member("XA"), .member("XE")])
    }
}

@Suite struct KeystoreLockTests {
    private let folder = Folder()
    private var office: String { folder.path + "/office" }
    private var path: String { office + "/keystore.json" }
    private let right = ChosenPassphrase("five words nobody has said")

    private func ask(_ passphrase: ChosenPassphrase) -> AskPassphrase { { _ throws(Failure) in passphrase } }

    private func issue(_ code: String, ask: AskPassphrase = Keystore.askNobody) throws(Failure) {
        var generator = Seeded(4)
        try Keystore.change(office: office, rounds: 100_000, ask: ask, using: &generator) { keystore, generator throws(Failure) in
            (try keystore.issue(.member(code), at: now, using: &generator).keystore, ())
        }
    }

    private func lock() throws {
        var generator = Seeded(9)
        try Keystore.lock(office: office, with: right, cost: 14, using: &generator)
    }

    @Test func aLockedOneOpensWithItsPassphraseAlone() throws {
        try issue("XA")
        try issue("XB")
        let open = try Keystore.load(office: office)
        try lock()
        #expect(try Keystore.isLocked(office: office))
        #expect(try Keystore.load(office: office, ask: ask(right)) == open)
        #expect(throws: Failure.self) { try Keystore.load(office: office) }
        let wrong = #expect(throws: Failure.self) {
            try Keystore.load(office: office, ask: ask(ChosenPassphrase("five words somebody said")))
        }
        #expect(wrong?.message.contains("not the passphrase") == true)
    }

    @Test func noKeyIsLeftBesideIt() throws {
        try issue("XA")
        try issue("XB")
        let keys = try Keystore.load(office: office)
        let secret = Hexadecimal.text(keys.namesKey.bytes)
        try lock()
        for file in try OfficeFiles.list(office) {
            let text = String(decoding: try FileSystem.read(office + "/" + file, limit: 1 << 20) ?? [], as: UTF8.self)
            #expect(!text.contains(secret) && !text.contains("XA"), "\(file)")
        }
        #expect(try FileSystem.mode(path) == 0o600)
    }

    @Test func aChangeLeavesItLocked() throws {
        try issue("XA")
        try lock()
        let before = try FileSystem.read(path, limit: 1 << 20)
        try issue("XB", ask: ask(right))
        #expect(try Keystore.isLocked(office: office))
        #expect(try FileSystem.read(path, limit: 1 << 20) != before)
        #expect(try Keystore.load(office: office, ask: ask(right)).slots.count == 2)
        #expect(throws: Failure.self) { try issue("XC", ask: ask(ChosenPassphrase("wrong"))) }
        var generator = Seeded(1)
        try Keystore.unlock(office: office, ask: ask(right), using: &generator)
        #expect(try !Keystore.isLocked(office: office))
        #expect(try Keystore.load(office: office).slots.count == 2)
    }

    @Test func damageIsToldBeforeAnybodyIsAsked() throws {
        try issue("XA")
        try lock()
        let whole = try #require(try FileSystem.read(path, limit: 1 << 20))
        let asked: AskPassphrase = { (_) throws(Failure) in throw Failure("asked") }
        for index in stride(from: 0, to: whole.count, by: 11) {
            var changed = whole
            changed[index] ^= 1
            try FileSystem.replace(path, changed, mode: 0o600)
            let refusal = #expect(throws: Failure.self, "\(index)") { try Keystore.load(office: office, ask: asked) }
            // What JSON takes for the same text is not damaged; there, one is asked.
            #expect(refusal?.message.contains("cannot be used") == true || refusal?.message == "asked")
            #expect(refusal?.message == "asked" || refusal?.remedy?.contains("keystore-2.json") == true)
        }
        for count in stride(from: 0, to: whole.count - 1, by: 13) {
            try FileSystem.replace(path, Array(whole.prefix(count)), mode: 0o600)
            let refusal = #expect(throws: Failure.self) { try Keystore.load(office: office, ask: asked) }
            #expect(refusal?.message.contains("cannot be used") == true)
        }
    }

    /// A file from elsewhere must not take all memory, nor make guessing cheap.
    @Test(arguments: [0, 1, 13, 20, 40, 63, -1])
    func costsAreBounded(cost: Int) throws {
        try issue("XA")
        try lock()
        let text = String(decoding: try #require(try FileSystem.read(path, limit: 1 << 20)), as: UTF8.self)
        let locked = try LockedText.read(Array(text.utf8))
        let check = Digest.sha256Hex(Format.encode(["1", "\(cost)", locked.salt, locked.nonce, locked.sealed]))
        let other = text.replacing("\"scrypt\" : 14", with: "\"scrypt\" : \(cost)").replacing(locked.check, with: check)
        let changed = try LockedText.read(Array(other.utf8))
        #expect(throws: KeystoreText.Damage.self) { try changed.open(right) }
    }

    @Test(arguments: [
        "", "short", "fourteen chars", "aaaaaaaaaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabcabc", String(repeating: "long words ", count: 100),
    ])
    func weakOnesAreRefused(text: String) {
        #expect(throws: Failure.self) { try ChosenPassphrase(choosing: text) }
    }

    @Test func theKeyboardDoesNotMatter() throws {
        let composed = try ChosenPassphrase(choosing: "cinq mots dépareillés")
        let decomposed = ChosenPassphrase("cinq mots de\u{301}pareille\u{301}s")
        let salt = [UInt8](repeating: 7, count: 32)
        #expect(try composed.key(for: "x", salt: salt, cost: 14) == decomposed.key(for: "x", salt: salt, cost: 14))
        #expect("\(composed)" == "ChosenPassphrase")
    }
}

import Diagnostics
import Files
import Model
import SeededNumbers
import Testing

@testable import Access

private let now = Instant(seconds: 1_795_392_000)

/// The keys that submissions are sealed for, in the keystore's file and its copies.
@Suite struct SubmissionsKeyTests {
    private let folder = Folder()
    private var office: String { folder.path + "/office" }
    private var path: String { office + "/keystore.json" }

    private func change(_ body: (Keystore, inout Seeded) throws(Failure) -> Keystore) throws(Failure) {
        var generator = Seeded(UInt64(4))
        try Keystore.change(office: office, rounds: 100_000, using: &generator) { keystore, generator throws(Failure) in
            (try body(keystore, &generator), ())
        }
    }

    private func issue(_ code: String) throws(Failure) {
        try change { keystore, generator throws(Failure) in try keystore.issue(.member(code), at: now, using: &generator).keystore }
    }

    private func add(at time: Instant = now) throws(Failure) {
        try change { keystore, _ throws(Failure) in
            var generator = Seeded(UInt64(time.seconds))
            return try keystore.addingSubmissionsKey(at: time, using: &generator)
        }
    }

    private func retire(_ id: String, last: Bool = false) throws(Failure) {
        try change { keystore, _ throws(Failure) in try keystore.retiringSubmissionsKey(id, last: last, at: now) }
    }

    private func copies() throws -> [String] { try FileSystem.entries(of: office + "/backups").map(\.name) }

    @Test func aNewKeystoreHasOne() throws {
        try issue("XA")
        let key = try #require(try Keystore.load(office: office).submissionsKey)
        #expect(key.made == now && key.publicPoint.count == 65 && key.publicPoint[0] == 4 && key.id.count == 16)
        try issue("XB")
        #expect(try Keystore.load(office: office).submissionsKeys == [key])
    }

    @Test func anOlderKeystoreGetsOneByItself() throws {
        try KeystoreJSON(slots: 2).put(in: folder)
        #expect(try Keystore.load(office: office).submissionsKey == nil)
        #expect(
            try Office.reminders(office: office, keystore: Keystore.load(office: office), at: now).contains {
                $0.contains("submissions-key new")
            })
        try issue("XB")
        #expect(try Keystore.load(office: office).submissionsKeys.isEmpty)
        try add()
        let later = try Keystore.load(office: office)
        #expect(later.submissionsKeys.count == 1 && later.slots.count == 3)
        #expect(try !Office.reminders(office: office, keystore: later, at: now).contains { $0.contains("submissions-key new") })
    }

    @Test func theNewestIsTheFormsAndTheFormIsNoticed() throws {
        try issue("XA")
        let first = try Keystore.load(office: office)
        try add(at: Instant(seconds: now.seconds + 9))
        let second = try Keystore.load(office: office)
        #expect(second.submissionsKeys.count == 2 && second.submissionsKey != first.submissionsKey)
        #expect(second.submissionsKey?.made.seconds == now.seconds + 9)
        #expect(second.sendingKeys.fingerprint != first.sendingKeys.fingerprint && second.fingerprint == first.fingerprint)
        let sending = try #require(second.sendingKeys.key)
        #expect(
            sending.id == second.submissionsKey?.id && Base64.decode(Array(sending.point.utf8)[...]) == second.submissionsKey?.publicPoint)
        try issue("XB")
        #expect(try Keystore.load(office: office).sendingKeys.fingerprint == second.sendingKeys.fingerprint)
    }

    /// With a copy from before, what was sealed for it could be read again.
    @Test func noCopyHasAKeyThatIsRetired() throws {
        try issue("XA")
        try add()
        try issue("XB")
        let keys = try Keystore.load(office: office).submissionsKeys
        let scalar = Hexadecimal.text(keys[0].scalar.bytes)
        #expect(try copies().count == 3)
        try retire(keys[0].id)
        #expect(try Keystore.load(office: office).submissionsKeys == [keys[1]])
        #expect(try copies() == ["keystore-5.json"])
        for file in try OfficeFiles.list(office) {
            let text = String(decoding: try FileSystem.read(office + "/" + file, limit: 1 << 20) ?? [], as: UTF8.self)
            #expect(!text.contains(scalar), "\(file)")
        }
    }

    @Test func theLastIsNotRetiredByMistake() throws {
        try issue("XA")
        let id = try #require(try Keystore.load(office: office).submissionsKey?.id)
        #expect(throws: Failure.self) { try retire("0000000000000000") }
        let refusal = #expect(throws: Failure.self) { try retire(id) }
        #expect(refusal?.remedy?.contains("--last") == true)
        try retire(id, last: true)
        #expect(try Keystore.load(office: office).submissionsKey == nil)
        try issue("XB")
        #expect(try Keystore.load(office: office).submissionsKey == nil)
    }

    @Test func theCheckCoversThem() throws {
        try issue("XA")
        let text = String(decoding: try #require(try FileSystem.read(path, limit: 1 << 20)), as: UTF8.self)
        #expect(text.contains("\"version\" : 4"))
        let key = try #require(try Keystore.load(office: office).submissionsKey)
        for (old, new) in [
            (Hexadecimal.text(key.scalar.bytes), String(repeating: "11", count: 32)), ("\"made\" : \"2026", "\"made\" : \"2025"),
        ] {
            #expect(text.contains(old))
            try FileSystem.replace(path, Array(text.replacing(old, with: new).utf8), mode: 0o600)
            #expect(throws: Failure.self) { try Keystore.load(office: office) }
        }
    }

    @Test func aLockedKeystoreKeepsThem() throws {
        try issue("XA")
        try add()
        let keys = try Keystore.load(office: office).submissionsKeys
        let right = ChosenPassphrase("five words nobody has said")
        var generator = Seeded(9)
        try Keystore.lock(office: office, with: right, cost: 14, using: &generator)
        #expect(try Keystore.load(office: office, ask: { _ throws(Failure) in right }).submissionsKeys == keys)
    }

    @Test func thoseOfAnOfficeThatWasSeenAreMadeAnew() throws {
        try issue("XA")
        let before = try Keystore.load(office: office)
        try change { keystore, generator throws(Failure) in try keystore.rotate(at: now, using: &generator) }
        #expect(try Keystore.load(office: office).submissionsKeys == before.submissionsKeys)
        var generator = Seeded(77)
        let after = try before.rotate(secrets: true, at: now, using: &generator)
        #expect(after.submissionsKeys.count == 2 && after.submissionsKey != before.submissionsKey)
    }
}

import Diagnostics
import Files
import Foundation
import Glibc
import Model
import SeededNumbers
import Testing

@testable import Access

private let now = Instant(seconds: 1_795_392_000)
private let passphrase = ChosenPassphrase("five words nobody has said")
private let right: AskPassphrase = { _ throws(Failure) in passphrase }

/// An office with keys and some files, one of them larger than a piece of a backup.
private final class FilledOffice {
    let folder = Folder()
    var root: String { folder.path + "/forum" }
    var office: String { root + "/office" }
    var backup: String { folder.path + "/backup.rostrum" }
    let large = (0..<1_300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 7) }

    init() throws {
        var generator = Seeded(1)
        try FileSystem.makeFolder(root)
        try Keystore.change(office: office, rounds: 100_000, using: &generator) { keystore, generator throws(Failure) in
            (try keystore.issue(.member("XA"), at: now, using: &generator).keystore, ())
        }
        try FileSystem.makeFolder(office + "/inbox/0001", mode: 0o700)
        try FileSystem.create(office + "/inbox/0001/plan.pdf", large, mode: 0o600)
        try FileSystem.create(office + "/inbox/0001/empty", [], mode: 0o600)
        try FileSystem.create(office + "/inbox/a.lock", [1], mode: 0o600)
        try FileSystem.create(office + "/roster.yaml", Array("members: {}\n".utf8), mode: 0o600)
    }

    func back() throws -> OfficeBackup.Summary {
        var generator = Seeded(2)
        return try OfficeBackup.write(office: office, to: backup, passphrase: passphrase, cost: 14, at: now, using: &generator)
    }

    static func contents(_ office: String) throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for path in try OfficeFiles.list(office) { contents[path] = try FileSystem.read(office + "/" + path, limit: 1 << 24) }
        return contents
    }
}

@Suite struct OfficeBackupTests {
    @Test func bringsBackTheWholeOffice() throws {
        let filled = try FilledOffice()
        let before = try FilledOffice.contents(filled.office)
        let summary = try filled.back()
        #expect(summary.files == before.count && summary.bytes == before.values.map(\.count).reduce(0, +))
        #expect(try FileSystem.mode(filled.backup) == 0o600)
        #expect(try OfficeBackup.verify(filled.backup, ask: right) == summary)
        let new = filled.folder.path + "/new/office"
        try FileSystem.makeFolder(filled.folder.path + "/new")
        #expect(try OfficeBackup.restore(filled.backup, to: new, aside: nil, ask: right) == summary)
        #expect(try FilledOffice.contents(new) == before)
        #expect(try FileSystem.mode(new) == 0o700 && FileSystem.mode(new + "/inbox/0001") == 0o700)
        #expect(try FileSystem.mode(new + "/inbox/0001/plan.pdf") == 0o600)
        #expect(try FileSystem.entries(of: filled.folder.path + "/new").map(\.name) == ["office"])
        #expect(try Keystore.load(office: new).slots.count == 1)
    }

    @Test func nothingOfItCanBeRead() throws {
        let filled = try FilledOffice()
        _ = try filled.back()
        let bytes = try #require(try FileSystem.read(filled.backup, limit: 1 << 24))
        for word in ["keystore", "roster", "plan.pdf", "members"] {
            #expect(Data(bytes).range(of: Data(word.utf8)) == nil)
        }
    }

    @Test func anOfficeThatIsThereIsNotReplacedUnasked() throws {
        let filled = try FilledOffice()
        _ = try filled.back()
        try FileSystem.create(filled.office + "/later", Array("x".utf8))
        let before = try FilledOffice.contents(filled.office)
        let refusal = #expect(throws: Failure.self) { try OfficeBackup.restore(filled.backup, to: filled.office, aside: nil, ask: right) }
        #expect(refusal?.remedy?.contains("--replace") == true)
        #expect(try FilledOffice.contents(filled.office) == before)
        let aside = filled.office + ".old"
        _ = try OfficeBackup.restore(filled.backup, to: filled.office, aside: aside, ask: right)
        #expect(try FilledOffice.contents(aside) == before)
        #expect(try FileSystem.look(filled.office + "/later") == nil)
        #expect(try Keystore.load(office: filled.office).slots.count == 1)
    }

    @Test func whatIsNotWholeOrChangedRestoresNothing() throws {
        let filled = try FilledOffice()
        _ = try filled.back()
        let whole = try #require(try FileSystem.read(filled.backup, limit: 1 << 24))
        let target = filled.folder.path + "/target"
        var cases: [[UInt8]] = [0, 8, 43, 44, 59, 60, 61, 1 << 20, 44 + 16 + 1 << 20, whole.count - 1].map { Array(whole.prefix($0)) }
        let piece = 1 << 20 + 16
        cases.append(Array(whole.prefix(44 + piece)))
        cases.append(Array(whole.prefix(44) + whole[(44 + piece)...]))
        cases.append(whole + [0])
        cases.append(whole + whole.suffix(30))
        for index in [0, 8, 9, 10, 12, 43, 44, 100, 44 + piece, whole.count - 1] {
            var changed = whole
            changed[index] ^= 1
            cases.append(changed)
        }
        for (number, bytes) in cases.enumerated() {
            try FileSystem.replace(filled.backup, bytes)
            #expect(throws: Failure.self, "\(number)") { try OfficeBackup.restore(filled.backup, to: target, aside: nil, ask: right) }
            #expect(try FileSystem.look(target) == nil && FileSystem.look(target + ".restored") == nil, "\(number)")
        }
    }

    @Test func aWrongPassphraseIsTold() throws {
        let filled = try FilledOffice()
        _ = try filled.back()
        let refusal = #expect(throws: Failure.self) {
            try OfficeBackup.verify(filled.backup) { _ throws(Failure) in ChosenPassphrase("five words somebody said") }
        }
        #expect(refusal?.message.contains("not its passphrase") == true)
        try FileSystem.replace(filled.backup, Array("PK\u{3}\u{4}, and much more that is no backup of an office".utf8))
        let other = #expect(throws: Failure.self) { try OfficeBackup.verify(filled.backup) { _ throws(Failure) in throw Failure("asked") } }
        #expect(other?.message.contains("no backup") == true)
    }

    @Test func onlyPathsInsideTheOfficeAreWritten() {
        for path in ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", ".", "a/.", "x\0y"] { #expect(!OfficeFiles.isInside(path)) }
        for path in ["a", "a/b.c", ".hidden", "...", "a/..b"] { #expect(OfficeFiles.isInside(path)) }
    }

    @Test func aLinkInTheOfficeIsNotLeftOutSilently() throws {
        let filled = try FilledOffice()
        symlink("/etc/hostname", filled.office + "/inbox/link")
        let refusal = #expect(throws: Failure.self) { try filled.back() }
        #expect(refusal?.message.contains("inbox/link") == true)
        #expect(try FileSystem.look(filled.backup) == nil && FileSystem.look(filled.backup + ".new") == nil)
    }

    @Test func oneWhoseOfficeHasNoRecentBackupIsReminded() throws {
        let filled = try FilledOffice()
        let keystore = try Keystore.load(office: filled.office)
        let later = { (days: Int) in Instant(seconds: now.seconds + days * 86_400) }
        #expect(try BackupRecord.reminder(office: filled.office, keystore: keystore, at: later(6)) == nil)
        #expect(try BackupRecord.reminder(office: filled.office, keystore: keystore, at: later(7))?.contains("never") == true)
        _ = try filled.back()
        #expect(try BackupRecord.reminder(office: filled.office, keystore: keystore, at: later(6)) == nil)
        #expect(try BackupRecord.reminder(office: filled.office, keystore: keystore, at: later(9))?.contains("9 days ago") == true)
    }
}

@Suite struct OfficeMoveTests {
    @Test func commandsFollow() throws {
        let filled = try FilledOffice()
        let before = try FilledOffice.contents(filled.office)
        let new = filled.folder.path + "/vault/office"
        #expect(try Office.folder(root: filled.root) == filled.office)
        try OfficeMove.move(root: filled.root, to: new)
        #expect(try Office.folder(root: filled.root) == new)
        #expect(try FileSystem.look(filled.office) == nil)
        #expect(try FilledOffice.contents(new) == before)
        #expect(try FileSystem.mode(new) == 0o700)
        // Further, and back again.
        let further = filled.folder.path + "/other"
        try FileSystem.makeFolder(further)
        try OfficeMove.move(root: filled.root, to: further)
        #expect(try Office.folder(root: filled.root) == further && FileSystem.look(new) == nil)
        try OfficeMove.move(root: filled.root, to: filled.office)
        #expect(try Office.folder(root: filled.root) == filled.office && FileSystem.look(further) == nil)
        #expect(try FilledOffice.contents(filled.office) == before)
        #expect(try FileSystem.entries(of: filled.root).map(\.name) == ["office"])
    }

    @Test func nothingIsOverwritten() throws {
        let filled = try FilledOffice()
        let new = filled.folder.path + "/vault"
        try FileSystem.makeFolder(new)
        try FileSystem.create(new + "/file", [])
        #expect(throws: Failure.self) { try OfficeMove.move(root: filled.root, to: new) }
        #expect(try FileSystem.look(filled.office) != nil)
        #expect(throws: Failure.self) { try OfficeMove.move(root: filled.folder.path, to: filled.folder.path + "/x") }
    }

    /// With a disk that is not connected, new keys would be made in its place.
    @Test func anOfficeThatIsNotThereIsToldAndNotMadeAnew() throws {
        let filled = try FilledOffice()
        let new = filled.folder.path + "/vault"
        try OfficeMove.move(root: filled.root, to: new)
        try FileSystem.rename(new, to: new + ".away")
        let refusal = #expect(throws: Failure.self) { try Office.folder(root: filled.root) }
        #expect(refusal?.message.contains(new) == true)
        try FileSystem.rename(new + ".away", to: new)
        try FileSystem.makeFolder(filled.office)
        let both = #expect(throws: Failure.self) { try Office.folder(root: filled.root) }
        #expect(both?.message.contains("two offices") == true)
        try FileSystem.replace(filled.root + "/office.path", Array("a\nb\n".utf8))
        #expect(throws: Failure.self) { try Office.folder(root: filled.root) }
    }
}

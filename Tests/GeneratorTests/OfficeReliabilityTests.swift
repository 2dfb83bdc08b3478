import Access
import Files
import Foundation
import Model
import ProgramUnderTest
import Testing

/// Whatever happens to a command that moves, restores or copies the office: the keys are there, and no copy of them is left unnamed.
@Suite("The office, whatever happens", .enabled(if: Tracer.isPossible)) struct OfficeReliabilityTests {
    private static let right = ["ROSTRUM_PASSPHRASE": "five words nobody has said"]

    /// Kills a command at each call to the system of one kind in turn, until it is through, and looks at what it has left.
    ///
    /// - Parameter prepare: gives the command for a forum and a folder outside of it.
    private func killed(at call: String, _ prepare: (TestForum, TemporaryFolder) throws -> [String]) throws -> Int {
        var count = 0
        while true {
            let (forum, outside) = (try TestForum(.small), TemporaryFolder())
            let command = try prepare(forum, outside)
            let outcome = try Tracer.run(command, killedAt: call, count + 1, environment: Self.right)
            if outcome.status == 0 { return count }
            count += 1
            try #require(outcome.status == -9 || outcome.status == 137, "\(outcome.notes)")
            let moved = forum.folder.exists("office.path") ? try forum.folder.text("office.path").dropLast() : nil
            let office = try ResolvedPath(moved.map { String($0) } ?? forum.root + "/office")
            #expect(try ResolvedPath(Office.folder(root: forum.root)) == office)
            let keystore = try Keystore.load(office: office.path)
            #expect(keystore.slots.map(\.holder) == [.member("XA")], "\(call) \(count)")
            let (named, told) = (
                try OfficeCopies(of: office.path).all,
                try Office.reminders(office: office.path, keystore: keystore, at: TestForum.now).joined()
            )
            for folder in [forum.root, outside.path] {
                for entry in try FileSystem.entries(of: folder) where entry.kind == .folder && entry.name.hasPrefix("office") {
                    let path = try ResolvedPath(folder + "/" + entry.name)
                    if path == office { continue }
                    #expect(named.contains(path.path), "\(call) \(count): \(named)")
                    #expect(told.contains(path.path) || entry.name.contains("T09:00:00Z"), "\(call) \(count): \(told)")
                }
            }
            let again = try Program.run(command, environment: Self.right)
            #expect(again.status == 0 || again.notes.contains("already"), "\(call) \(count): \(again.notes)")
        }
    }

    @Test(arguments: ["rename", "rmdir"]) func aMoveThatIsKilled(call: String) throws {
        #expect(try killed(at: call) { forum, outside in forum.call(["office", "move", outside.path + "/office"]) } > 0)
        #expect(
            try killed(at: call) { forum, outside in
                try #require(try forum.rostrum("office", "move", outside.path + "/office").status == 0)
                return forum.call(["office", "move", forum.root + "/office"])
            } > 0)
    }

    @Test(arguments: ["rename", "renameat2"]) func aRestorationThatIsKilled(call: String) throws {
        let other = try TestForum(.small)
        let file = other.root + "/backup"
        try #require(try other.rostrum("office", "backup", file, environment: Self.right).status == 0)
        let passes = try killed(at: call) { forum, _ in forum.call(["office", "restore", file, "--replace"]) }
        #expect(passes > 0)
    }

    @Test func aBackupThatIsKilled() throws {
        let passes = try killed(at: "rename") { forum, outside in forum.call(["office", "backup", outside.path + "/backup"]) }
        #expect(passes > 0)
    }
}

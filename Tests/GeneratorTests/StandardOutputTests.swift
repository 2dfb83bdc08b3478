import Foundation
import ProgramUnderTest
import Testing

/// What happens where standard output takes nothing.
@Suite("Standard output that takes nothing") struct StandardOutputTests {
    /// How a shell runs a command so.
    enum Sink: String, CaseIterable {
        case fullDisk = "\"$0\" \"$@\" >/dev/full"
        /// A pipe whose reader has gone before anything is written.
        case goneReader = "exec 3> >(exec true); wait $!; \"$0\" \"$@\" >&3"
        case closed = "\"$0\" \"$@\" >&-"
    }

    private func run(_ arguments: [String], _ sink: Sink) throws -> Program.Outcome {
        try Program.run(executable: "/bin/bash", ["-c", sink.rawValue, Program.path] + arguments)
    }

    @Test(arguments: Sink.allCases) func everyCommandSaysSo(sink: Sink) throws {
        let forum = try TestForum(.small)
        let file = forum.root + "/content/discussions/2026-001/index.en.md"
        for arguments in [["--version"], ["build", "--help"]]
            + [["build"], ["check"], ["access", "list"], ["render", file]].map(forum.call)
        {
            let outcome = try run(arguments, sink)
            #expect(outcome.status == 2 && outcome.notes.contains("rostrum: cannot write to standard output: "), "\(arguments) \(outcome)")
        }
    }

    @Test(arguments: Sink.allCases) func noPassphraseIsIssuedThatNobodySees(sink: Sink) throws {
        let forum = try TestForum(.small)
        let office = try forum.folder.bytes("office/keystore.json")
        for format in ["text", "json"] {
            let outcome = try run(forum.call(["access", "issue", "--member", "XA", "--format", format]), sink)
            #expect(outcome.status == 2 && outcome.notes.contains("no passphrase was issued"), "\(outcome)")
            #expect(!outcome.notes.contains("shown once"))
        }
        #expect(try forum.folder.bytes("office/keystore.json") == office)
        let names = try FileManager.default.contentsOfDirectory(atPath: forum.root + "/office")
        #expect(names.sorted() == [".lock", "backups", "keystore.json"])
        #expect(try forum.folder.bytes("office/.lock").isEmpty)
    }
}

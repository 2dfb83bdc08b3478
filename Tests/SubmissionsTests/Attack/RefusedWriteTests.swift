import Foundation
import Glibc
import ProgramUnderTest
import Submissions
import Testing

/// A folder that does not take what a decision writes.
@Suite("Decisions that cannot be written") struct RefusedWriteTests {
    /// The program without the superuser's way around modes.
    private func bound(_ forum: OfficeForum, _ arguments: [String]) throws -> Program.Outcome {
        let environment = ["ROSTRUM_MODERATOR": "L. Lead"]
        if getuid() != 0 { return try Program.run(forum.call(arguments), environment: environment) }
        return try Program.run(
            executable: "/usr/bin/setpriv", ["--inh-caps=-all", "--bounding-set=-all", Program.path] + forum.call(arguments),
            environment: environment)
    }

    @Test func whatCannotBeWrittenWasNotDecided() throws {
        let forum = try OfficeForum()
        try forum.folder.write("mails/1.md", SentText.contribution("Voir [les chiffres](chiffres.csv)."))
        try forum.folder.write("mails/chiffres.csv", "a,b\n1,2\n")
        try forum.must("inbox", "import", forum.root + "/mails")
        let folder = forum.root + "/content/discussions/2026-002"
        let before = try forum.state()
        try #require(chmod(folder, 0o555) == 0)
        let refused = try bound(forum, ["review", "approve", "1"])
        try #require(chmod(folder, 0o755) == 0)
        #expect(refused.status == 2 && refused.notes.contains("permission denied"), "\(refused.notes)")
        #expect(try forum.state() == before)
        #expect(!(try forum.must("log", "show").contains("approve")))
        try forum.must("review", "approve", "1")
        try forum.must("log", "verify")
        try forum.must("check")
    }
}

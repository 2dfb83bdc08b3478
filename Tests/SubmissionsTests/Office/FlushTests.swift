import Foundation
import ProgramUnderTest
import Testing

/// What importing costs a disk.
@Suite("Flushes", .enabled(if: Tracer.isPossible)) struct FlushTests {
    private func flushes(importing count: Int) throws -> Int {
        let forum = try OfficeForum()
        try forum.folder.write("first.eml", SentText.mail(SentText.contribution("Le premier."), id: "first"))
        try forum.must("inbox", "import", forum.root + "/first.eml")
        for number in 1...count {
            try forum.folder.write("mails/\(number).eml", SentText.mail(SentText.contribution("Texte \(number)."), id: "m\(number)"))
        }
        let trace = forum.root + "/trace"
        let outcome = try Program.run(
            executable: "/usr/bin/strace",
            ["-f", "-qq", "-o", trace, "-e", "trace=fsync,fdatasync,syncfs,sync", Program.path]
                + forum.call(["inbox", "import", forum.root + "/mails"]))
        try #require(outcome.status == 0, "\(outcome.notes)")
        return try forum.folder.text("trace").split(separator: "\n").count { $0.contains("sync") }
    }

    @Test func oneMailTakesThreeAndTwentyNoMore() throws {
        #expect(try flushes(importing: 1) == 3)
        #expect(try flushes(importing: 20) == 3)
    }
}

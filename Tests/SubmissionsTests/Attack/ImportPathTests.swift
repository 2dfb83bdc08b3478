import Foundation
import Glibc
import ProgramUnderTest
import Submissions
import Testing

/// Folders and files that an import cannot take as they are.
@Suite("Import from odd places") struct ImportPathTests {
    @Test func aNameThatIsNoTextStopsNothing() throws {
        let forum = try OfficeForum()
        try forum.folder.write("mails/z.md", SentText.contribution())
        let path = Array((forum.root + "/mails/").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF)]
        let file = (path + Array(".md".utf8CString)).withUnsafeBufferPointer { open($0.baseAddress!, O_WRONLY | O_CREAT, 0o644) }
        try #require(file >= 0)
        close(file)
        try #require((path + [0]).withUnsafeBufferPointer { mkdir($0.baseAddress!, 0o755) } == 0)
        let outcome = try forum.rostrum(["inbox", "import", forum.root + "/mails"])
        #expect(outcome.status == 2 && outcome.output.contains("submission 1: from"), "\(outcome.output) \(outcome.notes)")
        #expect(outcome.notes.contains("rename it") && outcome.notes.contains("2 things"), "\(outcome.notes)")
        let json = try forum.rostrum(["inbox", "import", forum.root + "/mails", "--format", "json"])
        #expect(json.output.split(separator: "\n").filter { $0.contains("\"name-is-not-utf-8\"") }.count == 2, "\(json.output)")
    }

    @Test func whatIsLeftIsSaid() throws {
        let forum = try OfficeForum()
        try forum.folder.write("mails/a.md", SentText.contribution("Voir [les chiffres](files/named.csv)."))
        try forum.folder.write("mails/files/named.csv", "a,b\n1,2\n")
        try forum.folder.write("mails/unnamed.csv", "a,b\n3,4\n")
        try #require(mkfifo(forum.root + "/mails/pipe.md", 0o644) == 0)
        let outcome = try forum.rostrum(["inbox", "import", forum.root + "/mails"])
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(outcome.notes.contains("unnamed.csv (no text names it)"), "\(outcome.notes)")
        #expect(outcome.notes.contains("pipe.md (it is a link or no ordinary file)"), "\(outcome.notes)")
        #expect(!outcome.notes.contains("/named.csv"), "\(outcome.notes)")
    }

    @Test(arguments: [
        "", "/.", "/office", "/office/inbox/1", "/content", "/content/discussions/2026-001/0001.en.md", "/..", "/mails/../office/.",
    ])
    func theForumItselfIsNotImported(_ path: String) throws {
        let forum = try OfficeForum()
        try forum.folder.write("mails/a.md", SentText.contribution())
        try forum.must("inbox", "import", forum.root + "/mails")
        let before = try forum.state()
        let outcome = try forum.rostrum(["inbox", "import", forum.root + path])
        #expect(outcome.status == 2 && outcome.notes.contains("is not imported"), "\(outcome.output) \(outcome.notes)")
        #expect(try forum.state() == before)
    }

    @Test func whatStandardInputLosesIsSaidToBeLost() throws {
        let forum = try OfficeForum()
        let outcome = try forum.rostrum(["inbox", "import", "-"], input: [UInt8](repeating: 0x61, count: 30_000_000))
        #expect(outcome.status == 2 && outcome.output.contains("it was not kept"), "\(outcome.output) \(outcome.notes)")
    }
}

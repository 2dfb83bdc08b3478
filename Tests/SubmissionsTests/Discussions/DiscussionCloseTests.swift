import Foundation
import ProgramUnderTest
import Submissions
import Testing

@Suite("Discussions are closed") struct DiscussionCloseTests {
    private let forum: OfficeForum
    private let english = "Forum secretariat"

    init() throws { forum = try OfficeForum() }

    private func close(_ further: String...) throws -> Program.Outcome {
        try forum.rostrum(["discussion", "close", "2026-001"] + further, as: english)
    }

    private func line() throws -> String? {
        try forum.discussion("2026-001/discussion.yaml").split(separator: "\n").first { $0.hasPrefix("closes:") }.map(String.init)
    }

    @Test func todayADayAheadATimeAndNotAtAll() throws {
        let today = try close()
        #expect(today.output.contains("closes at the end of 2026-11-23"))
        // It has a summary and an outcome, in the language of its room.
        #expect(!today.output.contains("rostrum discussion"), "\(today.output)")
        #expect(try line() == "closes: 2026-11-23")
        #expect(try forum.lastEntry().action == .close && forum.lastEntry().facts?["closes"] == "2026-11-23")
        #expect(try close("--on", "2026-12-18").status == 0)
        #expect(try line() == "closes: 2026-12-18")
        #expect(try close("--on", "2026-11-20T18:00:00+01:00").output.contains("is closed since 2026-11-20T17:00:00Z"))
        #expect(try close("--reopen").status == 0)
        #expect(try line() == nil)
        #expect(
            try forum.discussion("2026-001/discussion.yaml")
                == "room: english\ncategories: [training, infrastructure]\nopens: 2026-09-07\nproposed-by: XA\nparallel: [2026-002]\n")
        try forum.isClean(entries: 4)
    }

    @Test func todayIsTheDayInTheForumsTimeZone() throws {
        let outcome = try forum.rostrum(["discussion", "close", "2026-001"], as: english, now: "2026-11-23T23:30:00Z")
        #expect(outcome.output.contains("2026-11-24"))
    }

    @Test func twiceIsOnce() throws {
        _ = try close()
        let again = try close()
        #expect(again.status == 0 && again.output.contains("Nothing was changed"))
        try forum.isClean(entries: 1)
    }

    @Test func whatIsNextIsWhatIsMissing() throws {
        let close = { (further: [String]) in try forum.rostrum(["discussion", "close", "2026-001"] + further, as: english).output }
        let folder = forum.path("content/discussions/2026-001/")
        try forum.folder.edit("content/discussions/2026-001/summary.en.md", "Four", "Five")
        #expect(
            try close([]).hasSuffix("\nNext: rostrum translate template 2026-001/summary --to fr --output translation.md\n"))
        try FileManager.default.removeItem(atPath: folder + "outcome.en.md")
        #expect(try close(["--on", "2026-11-20"]).hasSuffix("\nNext: rostrum discussion outcome 2026-001\n"))
        for language in ["en", "fr"] { try FileManager.default.removeItem(atPath: folder + "summary.\(language).md") }
        #expect(try close(["--on", "2026-11-23"]).hasSuffix("\nNext: rostrum discussion summary 2026-001\n"))
        #expect(try close(["--on", "2026-12-18"]).hasSuffix("\nOnce it is closed: rostrum discussion summary 2026-001\n"))
    }

    @Test func aRoomThatIsClosedIsTold() throws {
        let now = "2026-12-28T09:00:00Z"
        _ = try forum.rostrum(["discussion", "close", "2026-002", "--on", "2026-12-01"])
        let outcome = try forum.rostrum(["discussion", "close", "2026-002", "--reopen"], now: now)
        #expect(outcome.status == 0 && outcome.notes.contains("room \"french\" is closed"), "\(outcome.notes)")
    }

    @Test func mistakes() throws {
        try forum.refuses(
            ["discussion", "close", "2026-003"], saying: "opens on 2026-12-07T08:00:00Z, and cannot close on 2026-11-23", "--on")
        try forum.refuses(["discussion", "close", "2026-001", "--on", "2026-11-31"], saying: "a day that there is")
        try forum.refuses(["discussion", "close", "2026-001", "--on", "2026-12-01", "--reopen"], saying: "not both")
        try forum.refuses(["discussion", "close", "2026-005"], saying: "withdrawn")
        try forum.refuses(["discussion", "close", "2026-099"], saying: "no discussion \"2026-099\"")
        try forum.refuses(["discussion", "close", "2026-002"], saying: "does not moderate")
        let before = try forum.state()
        #expect(try close("--dry-run").output.contains("+ closes: 2026-11-23"))
        #expect(try forum.state() == before)
    }
}

import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// The log after somebody has had their hands in it.
@Suite("The log") struct LogTests {
    /// A forum with six entries in its log.
    private func forum() throws -> OfficeForum {
        let forum = try OfficeForum()
        for number in 1...3 {
            try forum.folder.write("mails/\(number).eml", SentText.mail(SentText.contribution("Texte \(number)."), id: "m\(number)"))
        }
        try forum.must("inbox", "import", forum.root + "/mails")
        try forum.must("review", "approve", "1")
        try forum.must("review", "return", "2", "--words", "x")
        try forum.must("review", "reject", "3", "--words", "x")
        return forum
    }

    private func lines(_ forum: OfficeForum) throws -> [String] {
        try forum.folder.text("office/log.jsonl").split(separator: "\n").map(String.init)
    }

    private func write(_ lines: [String], _ forum: OfficeForum) throws {
        try forum.folder.write("office/log.jsonl", lines.map { $0 + "\n" }.joined())
    }

    @Test func aWholeLogIsSaidToBeWhole() throws {
        let forum = try forum()
        #expect(try lines(forum).count == 6)
        let said = try forum.must("log", "verify")
        #expect(said.contains("6 entries") && said.contains("Mark: 6-"))
    }

    @Test func everyChangeIsFound() throws {
        let base = try forum()
        let whole = try lines(base)
        for index in whole.indices.dropLast() {
            for change in ["edit", "drop", "swap", "double"] {
                let forum = try OfficeForum(copyOf: base)
                var lines = whole
                switch change {
                case "edit": lines[index] = lines[index].replacing("2026-11-23", with: "2026-11-22")
                case "drop": lines.remove(at: index)
                case "swap": lines.swapAt(index, index + 1)
                default: lines.insert(lines[index], at: index)
                }
                try write(lines, forum)
                let outcome = try forum.rostrum(["log", "verify"])
                #expect(outcome.status == 1 && outcome.output.contains("error:"), "\(change) \(index): \(outcome.output)")
            }
        }
    }

    /// The last entry has no line behind it that would tell.
    @Test func aChangeOfTheLastEntryIsFound() throws {
        let forum = try forum()
        var lines = try lines(forum)
        lines[5] = lines[5].replacing("\"reject\"", with: "\"return\"")
        try write(lines, forum)
        #expect(try forum.rostrum(["log", "verify"]).status == 1)
    }

    @Test func aLostEndIsFoundAndStopsWhatWouldHideIt() throws {
        let base = try forum()
        let whole = try lines(base)
        for kept in 0..<whole.count {
            let forum = try OfficeForum(copyOf: base)
            try write(Array(whole.prefix(kept)), forum)
            let outcome = try forum.rostrum(["log", "verify"])
            #expect(outcome.status == 1 && outcome.output.contains("the end is missing"), "\(kept): \(outcome.output)")
            let next = try forum.rostrum(["review", "undo", "3"])
            #expect(next.status == 2 && next.notes.contains("rostrum log restart"), "\(kept): \(next.notes)")
        }
        // Without the ledger, the submissions still know.
        try write(Array(whole.prefix(3)), base)
        try base.folder.remove("office/ledger")
        #expect(try base.rostrum(["log", "verify"]).output.contains("the end is missing"))
        let next = try base.rostrum(["review", "undo", "3"])
        #expect(next.status == 2 && next.notes.contains("rostrum log restart"), "\(next.notes)")
        try base.must("log", "restart")
        try base.must("review", "undo", "3")
        #expect(try base.must("log", "verify").contains("8 entries"))
    }

    @Test func aLogThatLostItsEndGoesOnAndSaysSo() throws {
        let forum = try forum()
        try write(Array(try lines(forum).prefix(4)), forum)
        #expect(try forum.rostrum(["log", "restart"], as: "A. Modératrice").status == 2)
        try forum.must("log", "restart")
        try forum.must("review", "undo", "3")
        let said = try forum.must("log", "verify")
        #expect(said.contains("8 entries") && said.contains("L. Lead took note"), "\(said)")
        #expect(try forum.rostrum(["log", "restart"]).status == 2)
    }

    /// Killed after it has said so, and before the ledger knows.
    @Test func aRestartThatWasCutShortIsNotSaidTwice() throws {
        let forum = try forum()
        let ledger = try forum.folder.bytes("office/ledger")
        try write(Array(try lines(forum).prefix(4)), forum)
        try forum.must("log", "restart")
        try Data(ledger).write(to: URL(fileURLWithPath: forum.path("office/ledger")))
        #expect(try forum.rostrum(["log", "verify"]).status == 1)
        try forum.must("log", "restart")
        #expect(try lines(forum).count { $0.contains("\"restart\"") } == 1)
        try forum.must("log", "verify")
        try forum.must("review", "undo", "3")
    }

    /// All of it written anew, each hash right: only what was kept elsewhere tells.
    @Test func aMarkKeptElsewhereTellsALogWrittenAnew() throws {
        let forum = try forum()
        let mark = try #require(try forum.must("log", "verify").split(separator: "Mark: ").last).trimmingCharacters(
            in: .whitespacesAndNewlines)
        #expect(try forum.rostrum(["log", "verify", "--mark", mark]).status == 0)
        let other = try self.forum()
        try forum.folder.write("office/log.jsonl", try other.folder.text("office/log.jsonl").replacing("L. Lead", with: "Somebody"))
        #expect(try forum.rostrum(["log", "verify", "--mark", mark]).status == 1)
        try forum.must("log", "show", "--last", "2")
    }

    @Test func aTornLineIsFound() throws {
        let forum = try forum()
        try forum.folder.write("office/log.jsonl", try forum.folder.text("office/log.jsonl") + "{\"number\":7")
        #expect(try forum.rostrum(["log", "verify"]).output.contains("not ended"))
        #expect(try forum.rostrum(["review", "undo", "3"]).status == 2)
    }

    @Test func nothingOfATextStandsInIt() throws {
        let log = try forum().folder.text("office/log.jsonl")
        for words in ["Texte", "Ana", "example.org", "stagiaire"] { #expect(!log.contains(words)) }
    }
}

import Foundation
import ProgramUnderTest
import Testing

/// `rostrum report` as it is called.
@Suite("The command report") struct ReportCommandTests {
    private static let forum = Result { try ReportedForum() }

    private func report(_ arguments: String...) throws -> String {
        let outcome = try Self.forum.get().run(["report"] + arguments)
        try #require(outcome.status == 0, "\(outcome.notes)")
        return outcome.output
    }

    private func table(_ name: String, _ json: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        return try #require((object?["tables"] as? [String: Any])?[name] as? [String: Any])
    }

    @Test func isOfTheTwelveMonthsUpToToday() throws {
        let json = try report("--format", "json")
        #expect(json.contains("\"from\": \"2025-11-24\"") && json.contains("\"to\": \"2026-11-23\""))
        #expect(try report("--format", "json", "--to", "2026-06-30").contains("\"from\": \"2025-07-01\""))
        #expect(try report("--format", "json", "--from", "2026-11-01").contains("\"to\": \"2026-11-23\""))
        #expect(try report("--format", "json", "--from", "2027-11-01").contains("\"to\": \"2027-11-01\""))
    }

    @Test func totalsOfTablesAreTheSumsOfTheirRows() throws {
        let json = try report("--format", "json")
        for (name, column) in [
            ("months", "contributions"), ("members", "contributions"), ("regions", "contributions"), ("rooms", "contributions"),
            ("languages", "contributions"), ("kinds", "texts"), ("outcomes", "discussions"), ("times", "decided"), ("received", "received"),
            ("moderators", "decisions"), ("discussions", "contributions"), ("costs", "cost"),
        ] {
            let table = try table(name, json)
            let rows = try #require(table["rows"] as? [[String: Any]])
            let total = try #require((table["total"] as? [String: Any])?[column] as? Int)
            #expect(rows.reduce(0) { $0 + ($1[column] as? Int ?? 0) } == total, "\(name)")
        }
    }

    /// The office knows whose contribution it is that readers are told no member of; no name of a person is in any form.
    @Test func namesMembersAndNoPerson() throws {
        let rows = try #require(try table("members", try report("--format", "json"))["rows"] as? [[String: Any]])
        let one = try #require(rows.first { $0["member"] as? String == "XA" })
        #expect(one["contributions"] as? Int == 2 && one["unnamed"] as? Int == 1, "\(one)")
        for format in ["text", "json", "csv", "html"] {
            let text = try report("--format", format)
            #expect(!text.contains("Ana Exemple") && !text.contains("Penhallow") && !text.contains("example.org/study"))
            #expect(text.contains("A. Modératrice") && !text.contains("203.0.113.7"))
        }
    }

    @Test func spreadsheetsTakeNothingForAFormula() throws {
        let csv = try report("--format", "csv")
        #expect(csv.hasPrefix("\u{FEFF}section,title,key,name,measure,measure name,value\r\n"))
        #expect(csv.contains(",'=Region,") && !csv.contains(",=") && !csv.contains(",+") && !csv.contains(",@"))
        #expect(csv.split(separator: "\r\n").count > 100)
    }

    @Test func thePageIsOneFileThatAsksForNothing() throws {
        let page = try report("--format", "html", "--language", "ar")
        #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains("default-src 'none'; style-src 'unsafe-inline'"))
        for word in ["<script", "<link", "src=", "url(", "@import", "href=", "onload", "javascript:"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("<svg") && page.contains("direction=\"rtl\"") && page.contains("<caption"))
    }

    @Test func aFileIsNewAndForItsOwner() throws {
        let forum = try Self.forum.get()
        let file = forum.folder.path + "/report.html"
        let outcome = try forum.run(["report", "--format", "html", "--output", file])
        #expect(outcome.status == 0 && outcome.output == "" && outcome.notes.contains(file))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        let again = try forum.run(["report", "--output", file])
        #expect(again.status == 2 && again.notes.contains("already a file"))
        let published = try forum.run(["report", "--output", forum.folder.path + "/content/report.html"])
        #expect(published.status == 2 && published.notes.contains("which holds what is published"), "\(published.notes)")
    }

    @Test func logsAreReadFromStandardInputToo() throws {
        let forum = try Self.forum.get()
        let call = ["report", "--format", "json", "--web-log", "-", "--root", forum.folder.path, "--now", ReportedForum.now]
        let outcome = try Program.run(call, input: try forum.folder.bytes("access.log"))
        let total = try table("openings", outcome.output)["total"] as? [String: Any]
        #expect(outcome.status == 0 && total?["openings"] as? Int == 3, "\(outcome.notes)")
        let missing = try forum.run(["report", "--web-log", "/nowhere/access.log"])
        #expect(missing.status == 2 && missing.notes.contains("/nowhere/access.log"))
    }

    @Test func numbersOfABrokenForumAreNotGiven() throws {
        let forum = try ReportedForum()
        try forum.folder.write("content/discussions/2026-002/0001.es.md", "---\ndate: never\nrole: participant\n---\nTexto.\n")
        let outcome = try forum.run(["report"])
        #expect(outcome.status == 1 && outcome.output == "" && outcome.notes.contains("error[bad-date]"), "\(outcome.notes)")
    }

    /// What it gives can be posted as it is.
    @Test func aNoteHalfWayIsANote() throws {
        let forum = try ReportedForum()
        let file = forum.folder.path + "/note.md"
        try forum.must("report", "--discussion", "2026-002", "--output", file)
        let note = try forum.folder.text("note.md")
        #expect(note.contains("2026-002") && note.contains("## Questions directrices") && !note.contains("Autor"))
        try forum.must("discussion", "note", "2026-002", "--file", file)
        try forum.must("check")
        // Of one in which nobody has written there is nothing to head.
        let empty = try forum.must("report", "--discussion", "2026-003", "--language", "en")
        #expect(empty.contains("There are no contributions yet"), "\(empty)")
        #expect(!empty.contains("## Members") && !empty.contains("## Languages"), "\(empty)")
        let unknown = try forum.run(["report", "--discussion", "2026-02"])
        #expect(unknown.status == 2 && unknown.notes.contains("no discussion 2026-02"))
    }
}

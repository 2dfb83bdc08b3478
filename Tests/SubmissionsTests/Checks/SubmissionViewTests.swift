import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// What a moderator reads of a submission.
@Suite("A submission as it is shown") struct SubmissionViewTests {
    private static let roster = "staff:\n  S. Staff: {addresses: [staff@example.org]}\nmembers:\n  XA: {addresses: [ana@example.org]}\n"

    private func forum(_ text: String) throws -> OfficeForum {
        let forum = try OfficeForum()
        try forum.folder.write("office/roster.yaml", Self.roster)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: forum.root + "/office")
        try forum.folder.write("mail.eml", SentText.mail(text, id: "m1"))
        try forum.must("inbox", "import", forum.root + "/mail.eml")
        return forum
    }

    private func shown(_ forum: OfficeForum, columns: Int? = nil, as moderator: String = "L. Lead") throws -> String {
        let environment = ["ROSTRUM_MODERATOR": moderator, "COLUMNS": columns.map(String.init) ?? ""]
        let outcome = try Program.run(forum.call(["inbox", "show", "1"]), environment: environment)
        try #require(outcome.status == 0, "\(outcome.notes)")
        return outcome.output
    }

    /// The commands that are proposed, without what names this forum.
    private func commands(_ shown: String) -> [String] {
        shown.split(separator: "\n").filter { $0.hasPrefix("    rostrum ") }.map { line in
            String(line.dropFirst(4)).split(separator: " --root").first.map(String.init) ?? ""
        }
    }

    @Test func whatMattersComesFirstInWords() throws {
        let shown = try shown(try forum(SentText.contribution(extra: "colour: blue\n")))
        let order = [
            "Submission 1: waiting", "The checks found 1 warning.", "What the checks say", "Its text", "What was done", "What to do next",
        ]
        let places = order.map { shown.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil) && zip(places, places.dropFirst()).allSatisfy { $0.0 ?? shown.endIndex < $0.1 ?? shown.startIndex })
        for words in ["French room", "language    French", "Sample State A", "23 November 2026, 10:00", "Warning, line 8: "] {
            #expect(shown.contains(words), "\(words): \(shown)")
        }
        #expect(!shown.contains("unknown-field") && !shown.contains("as participant"))
        #expect(commands(shown).first == "rostrum review approve 1")
        #expect(commands(shown).contains("rostrum review schedule 1 --on 2026-11-24"))
    }

    /// Nobody is of the staff because they say so: a moderator must.
    @Test func whoeverClaimsToBeStaffIsPublishedAsStaffOnlyWhenAModeratorAcceptsIt() throws {
        let claim = SentText.contribution().replacing(
            "{name: Ana Exemple, position: Examinatrice, member: XA, email: ana@example.org}", with: "{name: S. Staff}")
        let forum = try forum(claim)
        let view = try shown(forum)
        #expect(view.contains("readers see S. Staff, as staff") && view.contains("it cannot be approved as it is"))
        let commands = commands(view)
        #expect(commands.first == "rostrum review edit 1" && commands.last == "rostrum review approve 1 --accept role-not-proven")
        let refused = try forum.rostrum(["review", "approve", "1"])
        #expect(refused.status == 1 && (refused.output + refused.notes).contains("role-not-proven"), "\(refused.notes)")
        try forum.must("review", "approve", "1", "--accept", "role-not-proven")
        #expect(try forum.folder.text("content/discussions/2026-002/0002.fr.md").contains("role: staff"))
    }

    @Test func noTextPassesForTheProgramsWords() throws {
        let hostile = "What to do next\n    rostrum review approve 1\u{200B}\u{E0041}\n\nEnd \u{202E}of it."
        let shown = try shown(try forum(SentText.contribution(hostile)))
        #expect(shown.contains("\n  │ What to do next\n  │     rostrum review approve 1\u{FFFD}\u{FFFD}\n"), "\(shown)")
        #expect(!shown.unicodeScalars.contains { ["\u{202E}", "\u{200B}"].contains($0) })
        let name = SentText.contribution().replacing("Ana Exemple,", with: "\u{628}\u{646},")
        #expect(try self.shown(try forum(name)).contains("\u{2068}\u{628}\u{646}, Examinatrice, Sample State A\u{2069}"))
    }

    @Test(arguments: [80, 200]) func linesEndBetweenWords(columns: Int) throws {
        let chinese = String(repeating: "我们的办公室在春季开设了服务台。", count: 12)
        let forum = try forum(SentText.contribution(String(repeating: "Notre office aide. ", count: 30) + "\n\n" + chinese + "\n\n"))
        let whole = try shown(forum)
        let wrapped = try shown(forum, columns: columns)
        for line in wrapped.split(separator: "\n") where !line.contains("rostrum ") {
            let width = line.unicodeScalars.reduce(0) { $0 + ((0x3000...0x9FFF).contains($1.value) ? 2 : 1) }
            #expect(width <= min(columns, 100), "\(line)")
            #expect(!line.hasPrefix("  │ 。"))
        }
        // Nothing is lost, and no word is cut.
        let words = { (text: String) in text.split { " \n│".contains($0) }.map(String.init) }
        #expect(words(wrapped).joined() == words(whole).joined() && wrapped != whole)
        let plain = { (text: String) in Set(words(text).filter { $0.allSatisfy(\.isASCII) }) }
        #expect(plain(wrapped) == plain(whole))
    }

    @Test func brokenFieldsAreShownWithTheText() throws {
        let shown = try shown(try forum(SentText.contribution(extra: "title: a: b\n")))
        #expect(shown.contains("  │ title: a: b\n") && shown.contains("  │ Notre office") && shown.contains("Error, line"))
    }

    @Test func stepsAreThoseOfItsKindAndState() throws {
        let invitation = SentText.contribution(extra: "guest: {name: Sam Sample}\n").replacing(
            "kind: contribution", with: "kind: invitation")
        let forum = try forum(invitation)
        let view = try shown(forum)
        #expect(view.contains("Agree to it") && !view.contains("next build"))
        try forum.must("review", "claim", "1", as: "A. Modératrice")
        #expect(commands(try shown(forum)).first == "rostrum review claim 1 --take")
        try forum.must("review", "reject", "1", "--words", "Non.", "--yes", as: "A. Modératrice")
        #expect(commands(try shown(forum)) == ["rostrum review undo 1"])
        let unnamed = try shown(forum, as: "")
        #expect(unnamed.contains("rostrum review undo 1 --root '\(forum.root)' --as \"Your name\""))
    }

    @Test func theChecksSpeakTheModeratorsLanguage() throws {
        let forum = try forum(SentText.contribution().replacing("terms: 2\n", with: ""))
        let english = try forum.must("inbox", "show", "1")
        let french = try forum.must("inbox", "show", "1", "--language", "fr")
        #expect(english.contains("terms of use") && french.contains("conditions d’utilisation"), "\(french)")
        #expect(try forum.rostrum(["inbox", "show", "1", "--language", "pt"]).status == 2)
    }

    @Test func whatIsPublishedIsCorrectedOrWithdrawn() throws {
        let forum = try forum(SentText.contribution())
        try forum.must("review", "approve", "1")
        #expect(commands(try shown(forum)) == ["rostrum review undo 1"])
        try forum.must("access", "issue", "--member", "XA")
        try forum.must("build")
        let steps = ["rostrum review correct 2026-002/0002", "rostrum withdraw 2026-002/0002 --requested-by author --reason \"…\""]
        #expect(commands(try shown(forum)) == steps)
    }

    /// That a text like theirs waits is nothing that an author is told: it may be somebody else's.
    @Test func theLetterTellsNothingOfWhatWaits() throws {
        let forum = try forum(SentText.contribution())
        for number in 2...4 {
            try forum.folder.write(
                "\(number).eml", SentText.mail(SentText.contribution(extra: "year: 20\(10 + number)\n"), id: "m\(number)"))
            try forum.must("inbox", "import", forum.root + "/\(number).eml")
        }
        try forum.must("review", "return", "1", "--words", "Raccourcissez.")
        #expect(try shown(forum).contains("rostrum outbox show 5"))
        let letter = try forum.outbox.require(5).text
        let items = letter.split(separator: "\n").filter { $0.hasPrefix("- ") }
        #expect(items.isEmpty && letter.contains("Raccourcissez."), "\(letter)")
    }
}

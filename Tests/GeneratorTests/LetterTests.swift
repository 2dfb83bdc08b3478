import Foundation
import ProgramUnderTest
import Testing

/// The letter with a passphrase: one file, in the reader's language, made with the passphrase or not at all.
@Suite("The letter with a passphrase") struct LetterTests {
    private func issue(_ forum: TestForum, _ more: String...) throws -> Program.Outcome {
        try Program.run(forum.call(["access", "issue", "--letter", forum.root + "/letter.html"] + more))
    }

    @Test func holdsThePassphraseAndHowToUseIt() throws {
        let forum = try TestForum(.small)
        let issued = try issue(forum, "--member", "XB", "--language", "fr")
        #expect(issued.status == 0 && issued.notes.contains("print it"), "\(issued.notes)")
        let passphrase = issued.output.trimmingCharacters(in: .newlines)
        let letter = try forum.folder.text("letter.html")
        #expect(passphrase.count == 24 && letter.contains(passphrase))
        #expect(letter.contains("<html lang=\"fr\" dir=\"ltr\">") && letter.contains("/fr/</dd>") && letter.contains("23 novembre 2026"))
        let mode = try FileManager.default.attributesOfItem(atPath: forum.root + "/letter.html")[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test func isOneFileThatAsksForNothing() throws {
        let forum = try TestForum(.sample)
        #expect(try issue(forum, "--member", "XA").status == 0)
        let letter = try forum.folder.text("letter.html")
        for word in ["<script", "<link", "src=", "url(", "@import", "href=\"http", "href=\"../"] {
            #expect(!letter.contains(word), "\(word)")
        }
        #expect(letter.contains("default-src 'none'; style-src 'unsafe-inline'") && letter.contains("<style>"))
        #expect(letter.contains("<h1>Terms of use</h1>") && letter.contains("Sample State A"))
    }

    @Test func isInTheLanguageOfTheRoster() throws {
        let forum = try TestForum(.sample)
        try forum.folder.write(
            "office/roster.yaml",
            "members:\n  XA: {language: ar, addresses: [a@example.org], digest: true}\nguests:\n  Ana: {language: zh}\n")
        #expect(try issue(forum, "--member", "XA").status == 0)
        let arabic = try forum.folder.text("letter.html")
        #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.contains("<dd class=\"passphrase\" dir=\"ltr\">"))
        let invited = try forum.rostrum(
            "access", "invite", "--discussion", "2026-006", "--name", "Ana", "--requested-by", "XA", "--until", "2026-12-31", "--letter",
            forum.root + "/guest.html")
        #expect(invited.status == 0, "\(invited.notes)")
        let guest = try forum.folder.text("guest.html")
        #expect(guest.contains("<html lang=\"zh\"") && guest.contains("2026-006") && guest.contains("2026年12月31日") && guest.contains("Ana"))
    }

    /// Beside Arabic letters, the halves of a number with a hyphen would change places.
    @Test func aDiscussionsNumberKeepsItsOrderInArabic() throws {
        let forum = try TestForum(.sample)
        let invited = try forum.rostrum(
            "access", "invite", "--discussion", "2026-006", "--name", "Ana", "--requested-by", "XA", "--language", "ar", "--letter",
            forum.root + "/guest.html")
        #expect(invited.status == 0, "\(invited.notes)")
        #expect(try forum.folder.text("guest.html").contains("\u{200E}2026-006\u{200F}: Ana"))
    }

    @Test func nobodyGetsAPassphraseWhereTheLetterCannotBeMade() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("letter.html", "before")
        let there = try issue(forum, "--member", "XB")
        #expect(there.status == 2 && there.output == "" && there.notes.contains("already a file"))
        #expect(try forum.folder.text("letter.html") == "before")
        try forum.folder.remove("letter.html")
        let language = try issue(forum, "--member", "XB", "--language", "pt")
        #expect(language.status == 2 && language.notes.contains("language pt"))
        try forum.folder.write("office/roster.yaml", "members:\n  XB: {langauge: fr}\n")
        let roster = try issue(forum, "--member", "XB")
        #expect(
            roster.status == 1 && roster.notes.contains("error[unknown-key]") && roster.notes.contains("\"language\""), "\(roster.notes)")
        try forum.folder.remove("office/roster.yaml")
        let nowhere = try forum.rostrum("access", "issue", "--member", "XB", "--letter", forum.root + "/nowhere/letter.html")
        #expect(nowhere.status == 2 && nowhere.output == "", "\(nowhere.notes)")
        #expect(try forum.rostrum("access", "list").output.split(separator: "\n").count == 1)
        #expect(!forum.folder.exists("letter.html"))
    }

    @Test func noLetterIsLeftWhereThePassphraseCouldNotBeShown() throws {
        let forum = try TestForum(.small)
        let call = forum.call(["access", "issue", "--member", "XB", "--letter", forum.root + "/letter.html"]).joined(separator: " ")
        let outcome = try Program.run(executable: "/bin/sh", ["-c", "\(Program.path) \(call) > /dev/full"])
        #expect(outcome.status == 2 && outcome.notes.contains("no passphrase was issued"))
        #expect(!forum.folder.exists("letter.html"))
    }
}

import Foundation
import ProgramUnderTest
import Submissions
import Testing

@Suite("What was published is corrected") struct CorrectionTests {
    private let forum: OfficeForum

    /// With a contribution that was approved and published as 2026-002/0002.
    init() throws {
        forum = try OfficeForum()
        try forum.folder.write("mails/1.eml", SentText.mail(SentText.contribution(), id: "m1", subject: "Texte 1"))
        try forum.must("inbox", "import", forum.path("mails"))
        try forum.must("review", "approve", "1")
        try forum.must("access", "issue", "--member", "XA")
        try forum.must("build")
        try forum.folder.write("other.md", "Another text, with the right year: 2025.\n")
    }

    @Test func aCorrectedContributionSaysWhenAndItsSubmissionKeepsBothTexts() throws {
        let before = try forum.state()
        let shown = try forum.must("review", "correct", "2026-002/2", "--file", forum.path("other.md"), "--dry-run")
        #expect(shown.contains("+ corrected: 2026-11-23") && shown.contains("+ Another text") && shown.contains("- "), "\(shown)")
        #expect(try forum.state() == before)
        let said = try forum.must("review", "correct", "2026-002/2", "--file", forum.path("other.md"))
        #expect(said.contains("2026-002/0002 is corrected"), "\(said)")
        let text = try forum.discussion("2026-002/0002.fr.md")
        #expect(text.contains("\ncorrected: 2026-11-23\n") && text.hasSuffix("---\nAnother text, with the right year: 2025.\n"), "\(text)")
        #expect(text.contains("author: Ana Exemple"))
        let record = try forum.record(1)
        #expect(record.state == .corrected && record.revisions.map(\.by) == [nil, "L. Lead"])
        #expect(try forum.folder.text("office/inbox/1/2.md").hasSuffix("Another text, with the right year: 2025.\n"))
        let shownNow = try forum.must("inbox", "show", "1")
        #expect(shownNow.contains("corrected") && shownNow.contains("Another text"), "\(shownNow)")
        #expect(try forum.lastEntry().action == .correct)
        // A second time, with the same text: nothing.
        let state = try forum.state()
        #expect(try forum.must("review", "correct", "2026-002/0002", "--file", forum.path("other.md")).contains("Nothing was changed"))
        #expect(try forum.state() == state)
        try forum.must("check")
        try forum.must("build")
        #expect(try forum.record(1).state == .corrected)
        try forum.must("log", "verify")
        // What stands there now is withdrawn as what stood there first would be.
        try forum.must("withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x", "--purge", "--yes")
        #expect(try forum.record(1).state == .withdrawn)
        #expect(try !forum.state().keys.contains { $0.hasPrefix("office/inbox/1/") && $0.hasSuffix(".md") })
    }

    @Test func theEditorHasThePublishedFile() throws {
        let outcome = try forum.rostrum("review", "correct", "2026-001/0001", editor: "sed -i 's/^date: .*/&/; $ a More.' \"$1\"")
        #expect(outcome.status == 0, "\(outcome.notes)")
        let text = try forum.discussion("2026-001/0001.en.md")
        #expect(text.contains("corrected: 2026-11-23") && text.hasSuffix("More.\n"), "\(text)")
        #expect(outcome.output.contains("Outdated by this") || !outcome.output.isEmpty)
        try forum.must("check")
        let untouched = try forum.rostrum("review", "correct", "2026-001/0001", editor: "true")
        #expect(untouched.output.contains("Nothing was changed"))
    }

    @Test func whatSpoilsTheContentIsRefusedAndKept() throws {
        let before = try forum.state()
        try forum.folder.write("home/notes.txt", "")
        let outcome = try forum.rostrum("review", "correct", "2026-001/0001", editor: "sed -i 's/^role: .*/role: visitor/' \"$1\"")
        #expect(outcome.status == 1 && outcome.notes.contains("is kept in"), "\(outcome.notes)")
        #expect(try forum.state() == before)
        #expect(try forum.folder.text("home/2026-001-0001.md").contains("role: visitor"))
    }

    @Test func aSubmissionThatAsksForItIsDealtWithByIt() throws {
        let corrected = SentText.contribution().replacing("quarante", with: "cinquante") + "\nEt une phrase de plus, qui manquait.\n"
        try forum.folder.write("mails/2.eml", SentText.mail(corrected, id: "m2", subject: "Correction"))
        try forum.must("inbox", "import", forum.path("mails"))
        let outcome = try forum.rostrum(["review", "correct", "2026-002/0002", "--submission", "2"])
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.notes)")
        #expect(try forum.discussion("2026-002/0002.fr.md").contains("Et une phrase de plus"))
        let record = try forum.record(2)
        #expect(record.state == .approved && record.place == "2026-002/0002")
        #expect(try forum.record(1).state == .corrected)
        try forum.must("check")
        try forum.must("build")
        try forum.must("log", "verify")
        try forum.refuses(["review", "undo", "2"], as: "L. Lead", saying: "not undone")
        try forum.refuses(["review", "correct", "2026-002/0002", "--submission", "2"], as: "L. Lead", saying: "submission 2 is approved")
        // Purged with what it corrected.
        try forum.must("withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x", "--purge", "--yes")
        #expect(try forum.record(2).revisions.isEmpty && forum.record(1).revisions.isEmpty)
    }

    /// One wrong digit must not put somebody's words under another's name.
    @Test func aTextOfSomebodyElseOrForAnotherPlaceIsNoCorrection() throws {
        let text = SentText.contribution("Un texte tout autre, d’une autre personne.")
        let other = text.replacing("member: XA, email: ana@", with: "member: XB, email: bo@")
        try forum.folder.write("mails/2.eml", SentText.mail(other, id: "m2").replacing("<ana@", with: "<bo@"))
        try forum.folder.write("mails/3.eml", SentText.mail(text.replacing("2026-002", with: "2026-001"), id: "m3"))
        try forum.must("inbox", "import", forum.path("mails"))
        let correct = { (number: String) in ["review", "correct", "2026-002/0002", "--submission", number] }
        try forum.refuses(correct("2"), as: "L. Lead", saying: "not from the author of 2026-002/0002", "--file", status: 1)
        try forum.refuses(correct("3"), as: "L. Lead", saying: "was not sent for 2026-002/0002", status: 1)
        // Nor may somebody of another room decide about it.
        try forum.refuses(correct("3"), as: "A. Modératrice", saying: "which A. Modératrice does not moderate")
    }

    @Test func aFileThatTheTextDropsGoes() throws {
        try forum.folder.write("stick/text.md", SentText.contribution("Voir [les chiffres](chiffres.csv) de notre office."))
        try forum.folder.write("stick/chiffres.csv", "secret,742\n")
        try forum.must("inbox", "import", forum.path("stick"))
        try forum.must("review", "approve", "2")
        try forum.must("build")
        try #require(forum.folder.exists("content/discussions/2026-002/files/chiffres.csv"))
        try forum.must("review", "correct", "2026-002/0003", "--file", forum.path("other.md"))
        #expect(!forum.folder.exists("content/discussions/2026-002/files/chiffres.csv"))
        try forum.must("check")
    }

    @Test func nothingIsWrittenThroughALink() throws {
        try forum.folder.write("away/.keep", "")
        let files = forum.path("content/discussions/2026-002/files")
        try FileManager.default.createSymbolicLink(atPath: files, withDestinationPath: forum.path("away"))
        try forum.folder.write("note.csv", "a,b\n")
        let outcome = try forum.rostrum(
            ["discussion", "note", "2026-002", "--file", forum.path("other.md"), "--attach", forum.path("note.csv")])
        #expect(outcome.status != 0 && outcome.notes.contains("link"), "\(outcome.notes)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: forum.path("away")) == [".keep"])
    }

    @Test func onlyWhatWasPublishedInOnesOwnRoomIsCorrected() throws {
        let file = ["--file", forum.path("other.md")]
        try forum.refuses(["review", "correct", "2026-002/0002"] + file, saying: "which Forum secretariat does not moderate")
        try forum.refuses(["review", "correct", "2026-002"] + file, as: "L. Lead", saying: "rostrum discussion edit 2026-002")
        try forum.refuses(["review", "correct", "2026-002/0009"] + file, as: "L. Lead", saying: "no contribution")
        try forum.refuses(["review", "correct", "2026-002/0002", "--language", "es"] + file, as: "L. Lead", saying: "translate add")
        try forum.folder.write("empty.md", "\n")
        try forum.refuses(
            ["review", "correct", "2026-002/0002", "--file", forum.path("empty.md")], as: "L. Lead", saying: "rostrum withdraw")
        try forum.folder.write("mails/3.eml", SentText.mail(SentText.contribution(), id: "m3", subject: "Texte 3"))
        try forum.must("inbox", "import", forum.path("mails"))
        try forum.must("review", "approve", "2")
        try forum.refuses(["review", "correct", "2026-002/0003"] + file, as: "L. Lead", saying: "rostrum review undo 2")
    }
}

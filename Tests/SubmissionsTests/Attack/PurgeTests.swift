import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// Traces of what is purged that lie apart from it.
@Suite("Traces of what was purged") struct PurgeTests {
    private static let purge = ["--requested-by", "author", "--reason", "y", "--purge", "--yes"]

    @Test func theReasonOfAnEarlierWithdrawalGoesToo() throws {
        let forum = try OfficeForum()
        try forum.must("withdraw", "library/mentoring", "--requested-by", "author", "--reason", "Madame Exemple est malade")
        try #require(try forum.folder.text("office/removals/library-mentoring.txt").contains("malade"))
        let outcome = try forum.rostrum(["withdraw", "library/mentoring"] + Self.purge)
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(!forum.folder.exists("office/removals/library-mentoring.txt"))
    }

    @Test func whatAnswersAnyOfItsMailsGoesAndWhatTheSenderSentBesideIsNamed() throws {
        let forum = try OfficeForum()
        let mail = { (name: String, text: String) in try forum.folder.write("mails/\(name).eml", text) }
        try mail("1", SentText.mail(SentText.contribution(), id: "first"))
        try forum.must("inbox", "import", forum.root + "/mails")
        try forum.must("review", "return", "1", "--words", "x")
        try mail("2", SentText.mail(SentText.contribution("Notre office corrige ce texte."), id: "second", references: "first"))
        let automatic = "From: ana@example.org\nAuto-Submitted: auto-replied\nSubject: x\n"
        try mail("3", automatic + "In-Reply-To: <first@example.org>\n\nJe suis absente.\n")
        try mail("4", automatic + "\nJe suis absente encore.\n")
        try forum.must("inbox", "import", forum.root + "/mails")
        try forum.must("review", "approve", "1")
        let asides = try forum.inbox.setAside()
        let answer = try #require(asides.first { $0.source.hasSuffix("3.eml") })
        let beside = try #require(asides.first { $0.source.hasSuffix("4.eml") })
        let outcome = try forum.rostrum(["withdraw", "2026-002/0002"] + Self.purge)
        #expect(!forum.folder.exists("office/inbox/unreadable/\(answer.id)/source"))
        #expect(outcome.notes.contains("office/inbox/unreadable/\(beside.id)/source"), "\(outcome.notes)")
        #expect(forum.folder.exists("office/inbox/unreadable/\(beside.id)/source"))
        try forum.must("inbox", "list")
    }

    /// Who asks for a text to go is not to stay in its place.
    @Test func whoAskedForItGoesWithItUnlessSomebodyElseHasTheRequestInHand() throws {
        let forum = try OfficeForum()
        for number in 1...3 {
            let text = SentText.contribution().replacing(
                "kind: contribution\ndiscussion: 2026-002", with: "kind: removal\ntarget: \(number == 1 ? "" : "library/")mentoring")
            try forum.folder.write("mails/\(number).eml", SentText.mail(text, id: "r\(number)", subject: "Retrait \(number)"))
        }
        try forum.must("inbox", "import", forum.root + "/mails")
        try forum.must("review", "claim", "3", as: "A. Modératrice")
        let outcome = try forum.rostrum(["withdraw", "mentoring", "--requested-by", "author", "--reason", "x"])
        #expect(outcome.notes.contains("submission 1, 2."), "\(outcome.notes)")
        #expect(try forum.record(1).state == .approved && forum.record(2).place == "library/mentoring")
        #expect(try forum.record(3).state == .inReview)
        let purged = try forum.rostrum(["withdraw", "library/mentoring"] + Self.purge)
        #expect(purged.status == 0, "\(purged.notes)")
        for number in 1...2 { #expect(try forum.record(number).revisions.isEmpty && forum.record(number).origin.sender == nil) }
        #expect(try !forum.record(3).revisions.isEmpty)
        try forum.must("log", "verify")
        let again = try forum.rostrum(["withdraw", "library/mentoring"] + Self.purge)
        #expect(again.status == 2 && again.notes.contains("was purged before"), "\(again.notes)")
    }

    @Test func aFileThatAnotherTextHasTooStaysAndIsNamed() throws {
        let forum = try OfficeForum()
        let head = "---\ndate: 2026-11-20\nrole: participant\nmember: XA\nattachments: [files/plan.csv]\n---\n\n"
        try forum.folder.write("content/discussions/2026-002/files/plan.csv", "a,b\n")
        for number in 2...3 { try forum.folder.write("content/discussions/2026-002/000\(number).fr.md", head + "Texte \(number).\n") }
        let outcome = try forum.rostrum(["withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x"])
        #expect(outcome.status == 0 && outcome.notes.contains("These stay"), "\(outcome.notes)")
        #expect(outcome.notes.contains("content/discussions/2026-002/files/plan.csv"))
        #expect(forum.folder.exists("content/discussions/2026-002/files/plan.csv"))
    }
}

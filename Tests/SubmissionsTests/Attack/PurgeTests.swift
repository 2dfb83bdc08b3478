import Foundation
import ProgramUnderTest
import Testing

@testable import Submissions

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

    /// Mails carry words and files in bytes that are not theirs.
    @Test func whatIsPackedIsFoundToo() throws {
        let forum = try OfficeForum()
        let sentence = "Notre office a formé quarante examinateurs en deux ans."
        let figures = "bureau;formés\nXA;40\n"
        try forum.folder.write("stick/1.md", SentText.contribution(sentence + " Voir [les chiffres](chiffres.csv)."))
        try forum.folder.write("stick/chiffres.csv", figures)
        try forum.must("inbox", "import", forum.path("stick"))
        let base64 = { (text: String) in Data(text.utf8).base64EncodedString(options: [.lineLength76Characters]) }
        let part = { (type: String, text: String) in
            "--b\nContent-Type: \(type)\nContent-Transfer-Encoding: base64\n\n\(base64(text))\n"
        }
        let head = { (id: String) in
            "From: Bo <bo@example.org>\nMessage-ID: <\(id)@example.org>\nSubject: x\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=b\n"
        }
        let plain = "text/plain; charset=utf-8"
        let absent = "Je suis absent. Vous écriviez : « \(sentence) »"
        try forum.folder.write("mails/words.eml", head("w") + "Auto-Submitted: auto-replied\n\n" + part(plain, absent) + "--b--\n")
        let table = part("text/csv; name=c.csv", figures)
        let away = "Auto-Submitted: auto-replied\n\n" + part(plain, "Absent.")
        try forum.folder.write("mails/file.eml", head("f") + away + table + "--b--\n")
        try forum.folder.write("mails/none.eml", head("n") + away + "--b--\n")
        // A submission of somebody else's, with the text in a mail that it forwards.
        let inner = "--b\nContent-Type: message/rfc822\n\nFrom: c@example.org\nSubject: Lu\nContent-Type: \(plain)\n"
        let forwarded = inner + "Content-Transfer-Encoding: base64\n\n\(base64(sentence + " C’est ce que dit ce texte."))\n"
        let own = part(plain, SentText.contribution("Nous avons lu ce que d’autres écrivent, et pensons autrement."))
        try forum.folder.write("mails/other.eml", head("o") + "\n" + own + forwarded + "--b--\n")
        try forum.must("inbox", "import", forum.path("mails"))
        try forum.must("review", "approve", "1")
        let asides = try forum.inbox.setAside()
        try #require(asides.count == 3)
        let outcome = try forum.rostrum(["withdraw", "2026-002/0002"] + Self.purge)
        #expect(outcome.status == 0 && outcome.notes.contains("submission 2"), "\(outcome.notes)")
        for aside in asides {
            let stays = forum.folder.exists("office/inbox/unreadable/\(aside.id)/source")
            #expect(stays == aside.source.hasSuffix("none.eml"), "\(aside.source)")
        }
        #expect(forum.folder.exists("office/inbox/2/source/1-mail.eml"))
    }

    @Test func quotationsInTheFormOfAReplyAreFound() {
        let text =
            "---\nkind: contribution\n---\n\nWe pay well. Ask us how. Nobody has left us. Our office keeps its examiners for ten years."
        let sentences = Sentences([Array(text.utf8)])
        for quoting in [
            "On 1 November Ana wrote:\n> Our office keeps its\n> examiners for ten years.\n",
            "She says: “Our office keeps its examiners for ten years”",
            "I agree\n\n> We pay well. Ask us how. Nobody has left us.",
        ] { #expect(sentences.stand(in: Array(quoting.utf8)), "\(quoting)") }
        #expect(!sentences.stand(in: Array("Our office keeps its trainees for ten years. Ask us how.".utf8)))
    }

    /// Outlook writes two bytes a letter, and what it wrote cannot always be opened.
    @Test func whatIsInUTF16IsFoundToo() throws {
        let forum = try OfficeForum()
        let sentence = "Notre office a formé quarante examinateurs en deux ans."
        try forum.folder.write("mails/1.eml", SentText.mail(SentText.contribution(sentence), id: "m1"))
        let wide = sentence.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        try forum.folder.write("mails/2.msg", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 601) + wide)
        try forum.must("inbox", "import", forum.path("mails"))
        try #require(try forum.inbox.setAside().count == 1)
        try forum.must("review", "approve", "1")
        let outcome = try forum.rostrum(["withdraw", "2026-002/0002"] + Self.purge)
        #expect(outcome.status == 0 && outcome.notes.contains("office/inbox/unreadable/"), "\(outcome.notes)")
        #expect(try forum.folder.text("office/log.jsonl").isEmpty == false)
        let aside = try #require(try FileManager.default.contentsOfDirectory(atPath: forum.path("office/inbox/unreadable")).first)
        #expect(!forum.folder.exists("office/inbox/unreadable/\(aside)/source"))
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

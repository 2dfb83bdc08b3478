import Foundation
import Model
import ProgramUnderTest
import Testing

@testable import Submissions

/// Questions to people who may know, and who has answered.
@Suite("Questions to people") struct AskTests {
    private func forum() throws -> OfficeForum {
        let forum = try OfficeForum()
        try forum.must("access", "issue", "--staff", "Ana Silva")
        try forum.folder.write(
            "office/roster.yaml",
            "staff:\n  \"Ana Silva\": {language: fr, addresses: [ana@example.org]}\nguests:\n  \"Bo Lind\": {language: ar, addresses: [bo@example.org]}\n"
        )
        return forum
    }

    @Test func aMailAsksWithTheFormForTheAnswer() throws {
        let forum = try forum()
        let said = try forum.must(
            "discussion", "ask", "2026-002", "--to", "ana@example.org", "--question", "1", "--words", "Qu’en dites-vous ?")
        #expect(said.contains("Mail 1 asks ana@example.org"))
        let mail = try forum.outbox.require(1)
        #expect(mail.kind == .question && mail.state == .waiting && mail.language == "fr" && mail.question == 1 && !mail.isAutomatic)
        #expect(mail.text.contains("> Que faites-vous ?\n\nQu’en dites-vous ?\n"), "\(mail.text)")
        let link = ##/\nhttps://example.org/forum/fr/[a-z2-7]{16}/#discussion=2026-002&question=1\n/##
        #expect(mail.text.contains(link), "\(mail.text)")
        #expect(mail.text.contains("avec votre phrase de passe") && mail.text.contains("Si le formulaire ne vous convient pas"))
        #expect(!mail.text.contains("> 0001") && !mail.text.contains("0001"))
        #expect(try Log(office: forum.root + "/office").entries().last?.action == .ask)
    }

    @Test func aGuestGetsTheFormOfTheirDiscussion() throws {
        let forum = try forum()
        try forum.must("discussion", "ask", "2026-002", "--to", "Bo@example.org", "--words", "x")
        let mail = try forum.outbox.require(1)
        #expect(mail.language == "ar")
        #expect(mail.text.contains(##/\nhttps://example.org/forum/ar/2026-002/[a-z2-7]{16}/#discussion=2026-002\n/##), "\(mail.text)")
    }

    /// They have no passphrase, and answer by mail.
    @Test func whoeverTheRosterDoesNotKnowIsSentToNoPage() throws {
        let forum = try forum()
        let said = try forum.rostrum(["discussion", "ask", "2026-002", "--to", "expert@example.net", "--question", "1", "--language", "fr"])
        #expect(said.notes.contains("the mail asks for an answer by mail"), "\(said.notes)")
        let mail = try forum.outbox.require(1)
        #expect(!mail.text.contains("#discussion") && !mail.text.contains("phrase de passe"), "\(mail.text)")
        #expect(mail.text.contains("\nPour donner votre réponse, il suffit de répondre à ce message.\n"), "\(mail.text)")
        // The answer is found by what it answers: it names no discussion.
        try forum.folder.write(
            "answer.eml",
            "From: Eva Expert <eva@example.net>\nMessage-ID: <e@example.net>\nIn-Reply-To: <\(mail.messageID)>\nSubject: Re: x\n\nNous aussi.\n"
        )
        try forum.must("inbox", "import", forum.root + "/answer.eml")
        let asked = try forum.must("discussion", "asked", "2026-002")
        #expect(asked.contains("submission 1 (received)"), "\(asked)")
    }

    @Test func whatWasSaidIsToldOnlyWhenTheModeratorWantsIt() throws {
        let forum = try forum()
        try forum.must("discussion", "ask", "2026-002", "--to", "ana@example.org", "--words", "x", "--with-excerpts")
        let text = try forum.outbox.require(1).text
        #expect(text.contains("Ce qui a été dit jusqu’ici") && text.contains("\n0001") && text.contains("n’est pas chiffré"), "\(text)")
    }

    @Test func nothingIsAskedThatIsNoQuestion() throws {
        let forum = try forum()
        for (arguments, expected) in [
            (["2026-002", "--to", "ana@example.org"], "nothing is asked"), (["2026-002", "--to", "ana", "--words", "x"], "no address"),
            (["2026-002", "--to", "ana@example.org", "--question", "9"], "no guiding question 9"),
            (["2026-099", "--to", "ana@example.org", "--words", "x"], "no discussion"),
        ] {
            let outcome = try forum.rostrum(["discussion", "ask"] + arguments)
            #expect(outcome.status == 2 && outcome.notes.contains(expected), "\(outcome.notes)")
        }
        #expect(try forum.outbox.mails().isEmpty)
    }

    @Test func whoHasAnsweredIsListed() throws {
        let forum = try forum()
        try forum.must("discussion", "ask", "2026-002", "--to", "ana@example.org", "--question", "1")
        try forum.must("discussion", "ask", "2026-002", "--to", "bo@example.org", "--question", "1")
        try forum.folder.write("1.eml", SentText.mail(SentText.contribution(), id: "m1"))
        try forum.must("inbox", "import", forum.root + "/1.eml")
        let lines = try forum.must("discussion", "asked", "2026-002").split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains("ana@example.org") && lines[0].contains("submission 1 (received)"), "\(lines)")
        // Of another question it is no answer.
        let other = SentText.contribution("Autre chose.", extra: "question: 2\n")
        try forum.folder.write("2.eml", SentText.mail(other, id: "m2", subject: "Autre"))
        try forum.must("inbox", "import", forum.root + "/2.eml")
        #expect(try !forum.must("discussion", "asked", "2026-002").contains("submission 2"))
        #expect(lines[1].contains("bo@example.org") && lines[1].contains("no answer"), "\(lines)")
        #expect(try forum.must("discussion", "asked", "2026-001").contains("Nobody was asked"))
    }
}

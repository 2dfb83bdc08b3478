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
        #expect(lines[1].contains("bo@example.org") && lines[1].contains("no answer"), "\(lines)")
        #expect(try forum.must("discussion", "asked", "2026-001").contains("Nobody was asked"))
    }
}

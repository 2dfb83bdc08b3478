import Access
import Foundation
import Model
import ProgramUnderTest
import Submissions
import Testing

/// The new text of a submission that was returned, made with the form.
@Suite("Sealed answers") struct SealedAnswerTests {
    private func returned(_ sealed: SealedText, _ bytes: [UInt8], as name: String) throws {
        try sealed.importing(bytes, as: name)
        let number = try #require(sealed.forum.inbox.records().last?.number)
        try sealed.forum.must("review", "return", "\(number)", "--words", "Plus court, s’il vous plaît.")
    }

    private func text(_ sentence: String, answers: Int? = nil) -> String {
        SentText.contribution(sentence, extra: answers.map { "answers: \($0)\n" } ?? "")
    }

    @Test func theSamePassphraseJoinsWithoutAMail() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, try sealed.file(text("Un.")), as: "sent/1.rostrum")
        let said = try sealed.importing(try sealed.file(text("Un, corrigé.", answers: 1)))
        #expect(said.contains("1 came back corrected"), "\(said)")
        let record = try sealed.forum.record(1)
        #expect(record.state == .received && record.revisions.count == 2 && record.proof?.name == "XA")
        try sealed.forum.must("review", "approve", "1")
        #expect(try !sealed.forum.folder.text("content/discussions/2026-002/0002.fr.md").contains("answers"))
    }

    @Test func theSameAddressJoinsWithoutAProof() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, Array(SentText.mail(text("Un."), id: "m1").utf8), as: "sent/1.eml")
        let mail = SealedText.mail(try sealed.file(text("Un, corrigé.", answers: 1), by: nil), id: "m2")
        #expect(try sealed.importing(Array(mail.utf8), as: "sent/2.eml").contains("1 came back corrected"))
    }

    @Test func aThreadJoinsAsItDoesForMails() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, Array(SealedText.mail(try sealed.file(text("Un.")), id: "m1").utf8), as: "sent/1.eml")
        let mail = SealedText.mail(try sealed.file(text("Un, corrigé.")), id: "m2", references: "m1")
        #expect(try sealed.importing(Array(mail.utf8), as: "sent/2.eml").contains("1 came back corrected"))
    }

    /// Whoever knows a number could take a text's place.
    @Test func anybodyElsesIsASubmissionOfItsOwnAndSaidToBe() throws {
        let sealed = try SealedText(try OfficeForum(), passphrasesFor: [["issue", "--member", "XA"], ["issue", "--member", "XB"]])
        try returned(sealed, try sealed.file(text("Un.")), as: "sent/1.rostrum")
        try sealed.importing(try sealed.file(text("Deux.", answers: 1), by: nil))
        try sealed.importing(try sealed.file(text("Trois.", answers: 1), by: .member("XB")))
        try sealed.importing(try sealed.file(text("Quatre.", answers: 99)))
        #expect(try sealed.forum.inbox.records().map(\.revisions.count) == [1, 1, 1, 1])
        #expect(try sealed.forum.record(1).state == .returned)
        for number in 2...4 {
            let json = try sealed.forum.must("inbox", "show", "\(number)", "--format", "json")
            #expect(json.contains("answers-of-another"), "\(json)")
        }
        // A moderator who knows better says so.
        let joined = try sealed.forum.must("inbox", "import", sealed.forum.root + "/sent/contribution.rostrum", "--for", "1")
        #expect(joined.contains("1 came back corrected"), "\(joined)")
    }

    /// With the address and the thread of a member, and another's passphrase.
    @Test func anotherPassphraseDoesNotJoinAThread() throws {
        let sealed = try SealedText(try OfficeForum(), passphrasesFor: [["issue", "--member", "XA"], ["issue", "--member", "XB"]])
        try returned(sealed, Array(SealedText.mail(try sealed.file(text("Un.")), id: "m1").utf8), as: "sent/1.eml")
        let mail = SealedText.mail(try sealed.file(text("Deux."), by: .member("XB")), id: "m2", references: "m1")
        #expect(try sealed.importing(Array(mail.utf8), as: "sent/2.eml").contains("1 new submission"))
        #expect(try sealed.forum.record(1).state == .returned)
    }
}

import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// The same mails by other ways, and mailboxes that are not what they seem.
@Suite("Mailboxes") struct MailboxTests {
    private func mailbox(_ mails: [String]) -> String {
        mails.map { "From ana@example.org Mon Nov 23 09:00:00 2026\n\($0)\n" }.joined()
    }

    @Test func aMailIsTheSameWhateverItsLineEndings() throws {
        let forum = try OfficeForum()
        let mails = ["Un texte sur les cours.", "Un autre texte, sur les taxes."].enumerated().map { index, sentence in
            SentText.mail(SentText.contribution(sentence), id: "m\(index)", subject: "Texte \(index)")
        }
        try forum.folder.write("ways/a.mbox", mailbox(mails))
        try forum.must("inbox", "import", forum.root + "/ways")
        try forum.folder.write("ways/b.mbox", mailbox(mails).replacing("\n", with: "\r\n"))
        for (index, mail) in mails.enumerated() {
            try forum.folder.write("ways/\(index).eml", mail)
            try forum.folder.write("ways/crlf-\(index).eml", mail.replacing("\n", with: "\r\n") + "\r\n")
        }
        let again = try forum.must("inbox", "import", forum.root + "/ways")
        #expect(again.contains("0 new submissions, 8 were there before"), "\(again)")
    }

    @Test func aSentenceThatBeginsWithFromDoesNotCutAMail() throws {
        let forum = try OfficeForum()
        let text = SentText.contribution(
            "Voici.\n\nFrom time to time we write in English 2026 too.\n\nFrom here to there it was 9:30 sharp.\n\nFin.")
        try forum.folder.write("a.mbox", mailbox([SentText.mail(text, id: "a")]))
        let said = try forum.must("inbox", "import", forum.root + "/a.mbox")
        #expect(said.contains("1 new submission.") && !said.contains("set aside"), "\(said)")
        #expect(try forum.folder.text("office/inbox/1/1.md").contains("Fin."))
    }
}

import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// What looks like a link, and is code.
@Suite("Code in submitted texts") struct CodeTests {
    @Test func codeStaysAsItIsAndHoldsNoAttachment() throws {
        let forum = try OfficeForum()
        let code = "`[a](mes chiffres.csv)` et ``[`b](un.csv)``\n\n```\n![x](un.csv)\n```\n\n> ~~~ md\n> [y](un.csv)\n> ~~~\n"
        try forum.folder.write(
            "mails/1.md", SentText.contribution(code + "\nVoir [les chiffres](<mes chiffres.csv>) et \\`[ici](mes%20chiffres.csv)\\`."))
        try forum.folder.write("mails/mes chiffres.csv", "a,b\n1,2\n")
        try forum.folder.write("mails/un.csv", "a,b\n3,4\n")
        try forum.must("inbox", "import", forum.root + "/mails")
        try forum.must("review", "approve", "1")
        let text = try forum.folder.text("content/discussions/2026-002/0002.fr.md")
        #expect(text.contains(code), "\(text)")
        #expect(text.contains("[les chiffres](files/mes-chiffres.csv) et \\`[ici](files/mes-chiffres.csv)"), "\(text)")
        // Nothing but code names it: readers find it among the attachments.
        #expect(text.contains("attachments: [files/un.csv]"), "\(text)")
        try forum.must("check")
    }
}

import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// Decisions that are taken back when something has come to depend on them.
@Suite("Undo, when something depends on it") struct UndoTests {
    @Test func anAnswerHoldsWhatItAnswersInPlace() throws {
        let forum = try OfficeForum()
        try forum.folder.write("mails/1.md", SentText.contribution())
        try forum.folder.write(
            "mails/2.md", SentText.contribution("Nous avons fait l’inverse chez nous, avec de longs stages.", extra: "reply-to: \"0002\"\n")
        )
        try forum.must("inbox", "import", forum.root + "/mails")
        try forum.must("review", "approve", "1", "2")
        let before = try forum.state()
        let refused = try forum.rostrum(["review", "undo", "1"])
        #expect(refused.status == 2 && refused.notes.contains("0003.fr.md"), "\(refused.notes)")
        #expect(refused.notes.contains("rostrum withdraw 2026-002/0002"), "\(refused.notes)")
        #expect(try forum.state() == before)
        try forum.must("review", "undo", "2")
        try forum.must("review", "undo", "1")
        try forum.must("check")
    }

    @Test func aTranslationHoldsItsOriginalInPlace() throws {
        let forum = try OfficeForum()
        try forum.folder.write("mails/1.md", SentText.contribution())
        try forum.folder.write("english.md", "Our office has trained forty examiners in two years.\n")
        try forum.must("inbox", "import", forum.root + "/mails")
        try forum.must("review", "approve", "1")
        try forum.must("translate", "add", "2026-002/0002", "--to", "en", "--file", forum.root + "/english.md")
        let refused = try forum.rostrum(["review", "undo", "1"])
        #expect(refused.status == 2 && refused.notes.contains("0002.en.md"), "\(refused.notes)")
        try forum.must("check")
    }

    @Test func aDiscussionGoesWithItsFolder() throws {
        let forum = try OfficeForum()
        try forum.folder.write("mails/1.md", Self.topic())
        try forum.folder.write("mails/chiffres.csv", "a,b\n1,2\n")
        try forum.must("inbox", "import", forum.root + "/mails")
        let before = try FileManager.default.subpathsOfDirectory(atPath: forum.root + "/content").sorted()
        try forum.must("review", "approve", "1")
        try forum.must("review", "undo", "1")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: forum.root + "/content").sorted() == before)
        try forum.must("check")
    }

    static func topic(room: String = "french", extra: String = "") -> String {
        """
        ---
        kind: topic
        room: \(room)
        language: \(room == "french" ? "fr" : "en")
        title: Après le cours
        categories: [training]
        author: {name: Ana Exemple, position: Examinatrice, member: XA, email: ana@example.org}
        attribution: name
        terms: 2
        \(extra)---

        Que deviennent celles et ceux qui ont suivi un cours, une fois de retour dans leur office ? Voir [les chiffres](chiffres.csv).

        """
    }
}

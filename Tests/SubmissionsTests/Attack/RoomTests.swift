import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// Fields that an author writes so that somebody decides who may not.
@Suite("Rooms that fields lead away from") struct RoomTests {
    @Test func aTopicBelongsToTheRoomThatItIsMeantFor() throws {
        let forum = try OfficeForum()
        // 2026-001 is in the English room.
        for (index, extra) in ["discussion: 2026-001\n", "target: 2026-001/0001\n"].enumerated() {
            try forum.folder.write(
                "mails/\(index).md", UndoTests.topic(extra: extra).replacing("chiffres.csv", with: "https://example.org/\(index)"))
        }
        try forum.must("inbox", "import", forum.root + "/mails")
        let before = try forum.state()
        for number in ["1", "2"] {
            for decision in [["approve", number], ["reject", number, "--words", "x"], ["claim", number]] {
                let outcome = try forum.rostrum(["review"] + decision, as: "Forum secretariat")
                #expect(outcome.status == 2 && outcome.notes.contains("\"french\""), "\(decision): \(outcome.notes)")
            }
        }
        #expect(try forum.state() == before)
        try forum.must("review", "claim", "1", as: "A. Modératrice")
    }

    @Test func aRemovalBelongsToTheRoomOfWhatItIsToRemove() throws {
        let forum = try OfficeForum()
        try forum.folder.write(
            "mails/1.md",
            """
            ---
            kind: removal
            discussion: 2026-001
            target: 2026-002/0001
            author: {name: Ana Exemple, member: XA, email: ana@example.org}
            ---

            Merci d’enlever ce texte.

            """)
        try forum.must("inbox", "import", forum.root + "/mails")
        let before = try forum.state()
        let outcome = try forum.rostrum(["review", "reject", "1", "--words", "x"], as: "Forum secretariat")
        #expect(outcome.status == 2 && outcome.notes.contains("\"french\""), "\(outcome.notes)")
        #expect(try forum.state() == before)
    }
}

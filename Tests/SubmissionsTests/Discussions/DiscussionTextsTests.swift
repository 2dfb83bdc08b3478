import ProgramUnderTest
import Submissions
import Testing

@Suite("Notes, summaries and outcomes") struct DiscussionTextsTests {
    private let forum: OfficeForum
    private let english = "Forum secretariat"

    init() throws {
        forum = try OfficeForum()
        try forum.folder.write("text.md", "\n\nA text of the moderators.\n\n")
    }

    private func call(_ command: String, _ id: String, _ further: String...) -> [String] {
        ["discussion", command, id, "--file", forum.path("text.md")] + further
    }

    // MARK: Notes

    @Test(arguments: ["1", "0001", "2026-001/1", "2026-001/0001"]) func whatANoteAnswersMayBeNamedInEachWay(name: String) throws {
        let outcome = try forum.rostrum(call("note", "2026-001", "--reply-to", name, "--dry-run"), as: english)
        #expect(outcome.output.contains("reply-to: \"0001\""), "\(outcome.notes)")
    }

    @Test func aNoteIsTheNextContribution() throws {
        let outcome = try forum.rostrum(call("note", "2026-001", "--question", "2", "--reply-to", "3"), as: english)
        #expect(outcome.output.contains("added as 2026-001/0008"), "\(outcome.notes)")
        #expect(
            try forum.discussion("2026-001/0008.en.md")
                == """
                ---
                date: 2026-11-23
                role: moderator
                author: Forum secretariat
                reply-to: "0003"
                question: 2
                ---
                A text of the moderators.

                """)
        #expect(try forum.lastEntry().action == .note && forum.lastEntry().place == "2026-001/0008")
        #expect(outcome.notes.contains("The discussion is closed"))
        try forum.isClean(entries: 1)
        try forum.refuses(call("note", "2026-001", "--reply-to", "0003"), saying: "there already, as 2026-001/0008")
        // What was withdrawn may be answered, and keeps its number.
        #expect(try forum.rostrum(call("note", "2026-001", "--reply-to", "4", "--language", "fr"), as: english).status == 0)
        #expect(forum.folder.exists("content/discussions/2026-001/0009.fr.md"))
        try forum.isClean(entries: 2)
    }

    @Test func aNoteWithAFile() throws {
        try forum.folder.write("Table.csv", "a,b\n1,2\n")
        #expect(try forum.rostrum(call("note", "2026-001", "--attach", forum.path("Table.csv")), as: english).status == 0)
        #expect(try forum.discussion("2026-001/0008.en.md").contains("attachments: [files/table.csv]\n"))
        try forum.isClean(entries: 1)
        try forum.folder.write("text.md", "See [the table](Table.csv).\n")
        #expect(try forum.rostrum(call("note", "2026-001", "--attach", forum.path("Table.csv")), as: english).status == 0)
        #expect(try forum.discussion("2026-001/0009.en.md").hasSuffix("---\nSee [the table](files/table-2.csv).\n"))
        try forum.isClean(entries: 2)
    }

    @Test func aNoteWithAFileTwiceIsOnce() throws {
        try forum.folder.write("Table.csv", "a,b\n1,2\n")
        try forum.folder.write("text.md", "See [the table](Table.csv).\n")
        let command = call("note", "2026-001", "--attach", forum.path("Table.csv"))
        #expect(try forum.rostrum(command, as: english).status == 0)
        try forum.refuses(command, saying: "there already, as 2026-001/0008")
        try forum.isClean(entries: 1)
    }

    @Test func aNoteFromTheEditor() throws {
        let outcome = try forum.rostrum("discussion", "note", "2026-001", editor: #"echo Written. > "$1""#)
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(try forum.discussion("2026-001/0008.en.md").hasSuffix("---\nWritten.\n"))
        #expect(try forum.rostrum("discussion", "note", "2026-001", editor: "true").notes.contains("no note was added"))
    }

    @Test func notesThatCannotBe() throws {
        try forum.refuses(call("note", "2026-001", "--question", "3"), saying: "no question 3", "questions 1 to 2")
        try forum.refuses(call("note", "2026-001", "--question", "0"), saying: "no question 0")
        try forum.refuses(call("note", "2026-003", "--question", "1"), saying: "asks none")
        try forum.refuses(call("note", "2026-001", "--reply-to", "99"), saying: "no contribution \"99\"", "0007")
        try forum.refuses(call("note", "2026-001", "--reply-to", "2026-002/1"), saying: "no contribution \"2026-002/1\"")
        try forum.refuses(call("note", "2026-001", "--reply-to", "x"), saying: "no contribution \"x\"")
        try forum.refuses(call("note", "2026-001", "--language", "ru"), saying: "no language \"ru\"")
        try forum.refuses(call("note", "2026-002"), saying: "does not moderate")
        try forum.refuses(call("note", "2026-005"), saying: "withdrawn")
        try forum.refuses(call("note", "2026-0x"), saying: "no discussion")
        try forum.folder.write("text.md", "\t\n \n")
        try forum.refuses(call("note", "2026-001"), saying: "the note is empty")
        try forum.folder.write("text.md", "---\ntitle: T\n---\nText.\n")
        try forum.refuses(call("note", "2026-001"), saying: "no title")
        try forum.folder.write("text.md", "![](files/errors.png)\n")
        try forum.refuses(call("note", "2026-001"), saying: "error[image-without-text]", status: 1)
    }

    // MARK: Summaries and outcomes

    @Test func aSummaryInPlaceOfAnother() throws {
        let shown = try forum.rostrum(call("summary", "2026-001", "--language", "en", "--dry-run"), as: english)
        #expect(
            shown.output.contains("- Four members took part. Pairing costs a tenth of an examiner's time.\n+ A text of the moderators.\n"))
        #expect(!forum.folder.exists("office"))
        let outcome = try forum.rostrum(call("summary", "2026-001", "--language", "en"), as: english)
        #expect(outcome.status == 0 && outcome.output.contains("translate template 2026-001/summary --to fr"), "\(outcome.notes)")
        #expect(try forum.discussion("2026-001/summary.en.md") == "A text of the moderators.\n")
        #expect(try forum.lastEntry().action == .summary && forum.lastEntry().place == "2026-001")
        try forum.isClean(entries: 1)
        #expect(try forum.rostrum(call("summary", "2026-001"), as: english).output.contains("Nothing was changed"))
    }

    @Test func newOnes() throws {
        let outcome = try forum.rostrum(call("outcome", "2026-002"))
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(try forum.discussion("2026-002/outcome.fr.md") == "A text of the moderators.\n")
        #expect(
            try forum.rostrum(call("summary", "2026-002", "--language", "es", "--format", "json")).output.contains("\"language\":\"es\""))
        try forum.isClean(entries: 2)
        let second = try forum.rostrum(call("outcome", "2026-001", "--language", "es"), as: english)
        #expect(second.notes.contains("There is one in \"en\" already"), "\(second.notes)")
    }

    @Test func aTextThatBeginsWithHyphensIsNoFrontMatter() throws {
        try forum.folder.write("text.md", "\n---\n\nText.\n")
        #expect(try forum.rostrum(call("outcome", "2026-001"), as: english).status == 0)
        #expect(try forum.discussion("2026-001/outcome.en.md") == "\n---\n\nText.\n")
        try forum.isClean(entries: 1)
    }

    @Test func theEditorBeginsWithWhatIsThere() throws {
        let outcome = try forum.rostrum("discussion", "summary", "2026-001", editor: #"echo 'And more.' >> "$1""#)
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(
            try forum.discussion("2026-001/summary.en.md")
                == "Four members took part. Pairing costs a tenth of an examiner's time.\nAnd more.\n")
    }

    @Test func textsThatCannotBe() throws {
        try forum.refuses(call("summary", "2026-001", "--language", "fr"), saying: "is a translation from \"en\"", "translate add")
        try forum.refuses(call("summary", "2026-001", "--language", "ru"), saying: "no language \"ru\"")
        try forum.refuses(call("outcome", "2026-002"), saying: "does not moderate")
        try forum.refuses(call("outcome", "2026-005"), saying: "withdrawn")
        try forum.folder.write("text.md", [0xC3, 0x28])
        try forum.refuses(call("outcome", "2026-001"), saying: "no text in UTF-8")
        try forum.folder.write("text.md", "")
        try forum.refuses(call("outcome", "2026-001"), saying: "the outcome is empty")
        try forum.folder.write("text.md", "---\ntranslation-of: en\n---\nText.\n")
        try forum.refuses(call("outcome", "2026-001", "--language", "fr"), saying: "no original", "translate add 2026-001/outcome --to fr")
    }
}

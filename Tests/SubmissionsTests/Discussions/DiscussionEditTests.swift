import Foundation
import ProgramUnderTest
import Submissions
import Testing

@Suite("Discussions are changed") struct DiscussionEditTests {
    private let forum: OfficeForum
    private let english = "Forum secretariat"

    init() throws {
        forum = try OfficeForum()
        try forum.folder.write("other.md", "Another text.\n")
    }

    private func edit(_ further: String...) throws -> Program.Outcome {
        try forum.rostrum(["discussion", "edit", "2026-001"] + further, as: english)
    }

    @Test func factsKeepCommentsAndOrder() throws {
        try forum.folder.write(
            "content/discussions/2026-001/discussion.yaml",
            """
            # agreed in July
            categories: [training, infrastructure]   # both
            room: english
            opens: 2026-09-07  # a Monday
            # below the opening
            proposed-by: XA
            parallel: [2026-002]

            """)
        let outcome = try edit("--category", "training", "--closes", "2026-12-18", "--guests", "yes", "--opens", "2026-09-01")
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(
            try forum.discussion("2026-001/discussion.yaml")
                == """
                # agreed in July
                categories: [training]   # both
                room: english
                opens: 2026-09-01  # a Monday
                closes: 2026-12-18
                # below the opening
                proposed-by: XA
                guests: true
                parallel: [2026-002]

                """)
        let entry = try forum.lastEntry()
        #expect(entry.action == .change && entry.facts?["changed"] == "categories, opens, closes, guests")
        try forum.isClean(entries: 1)
        #expect(try edit("--guests", "no", "--announce", "no", "--parallel", "2026-003").status == 0)
        let after = try forum.discussion("2026-001/discussion.yaml")
        #expect(after.contains("guests: false\n") && after.contains("announce: false\n") && after.contains("parallel: [\"2026-003\"]\n"))
        try forum.isClean(entries: 2)
    }

    @Test func theNoteWithItsTranslationsOutdated() throws {
        let before = try forum.discussion("2026-001/index.en.md")
        let outcome = try edit("--title", "After the courses", "--question", "What do you do after a course?", "--question", "What else?")
        #expect(outcome.status == 0 && outcome.output.contains("Outdated by this: the translation into fr."), "\(outcome.notes)")
        #expect(outcome.output.contains("rostrum translate template 2026-001 --to fr"))
        let after = before.replacing("title: After the course", with: "title: After the courses")
            .replacing("What did you stop doing?", with: "\"What else?\"").replacing("\"\"", with: "\"")
        #expect(try forum.discussion("2026-001/index.en.md") == after)
        try forum.isClean(entries: 1)
    }

    @Test func aTextKeepsTheFrontMatter() throws {
        try forum.folder.edit("content/discussions/2026-001/index.fr.md", "title:", "# revu\ntitle:")
        let before = try forum.discussion("2026-001/index.fr.md")
        try forum.folder.write("other.md", "Another text.\n\n## Ce que l’on sait\n")
        let outcome = try edit("--language", "fr", "--file", forum.path("other.md"))
        #expect(outcome.status == 0, "\(outcome.notes)")
        let head = try #require(before.range(of: "B. Traductrice\n---\n"))
        #expect(try forum.discussion("2026-001/index.fr.md") == before[..<head.upperBound] + "Another text.\n\n## Ce que l’on sait\n")
        try forum.isClean(entries: 1)
        try forum.folder.write("other.md", "---\ntitle: Autre\nsource: sha256:\(String(repeating: "0", count: 64))\n---\nTexte.\n")
        try forum.refuses(
            ["discussion", "edit", "2026-001", "--language", "fr", "--file", forum.path("other.md")],
            saying: "something else of its original")
    }

    @Test func theNumberOfQuestionsChangesInAllLanguagesAtOnce() throws {
        try forum.refuses(
            ["discussion", "edit", "2026-001", "--question", "A", "--question", "B", "--question", "C"],
            saying: "would ask 3, and the one in \"fr\" asks 2", "--question-in \"fr=")
        let outcome = try edit(
            "--question", "A", "--question", "B", "--question", "C", "--question-in", "fr=X ?", "--question-in", "fr=Y = Z",
            "--question-in",
            "fr=Z")
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(try forum.discussion("2026-001/index.en.md").contains("questions:\n  - A\n  - B\n  - C\n"))
        #expect(try forum.discussion("2026-001/index.fr.md").contains("questions:\n  - \"X ?\"\n  - \"Y = Z\"\n  - Z\n"))
        try forum.isClean(entries: 1)
        // The second question is answered.
        try forum.refuses(
            ["discussion", "edit", "2026-001", "--question", "A", "--question-in", "fr=A"], saying: "error[question-out-of-range]",
            status: 1)
    }

    @Test func nothingIsWrittenWhereNothingChanges() throws {
        let outcome = try edit("--category", "training", "--category", "infrastructure", "--title", "After the course")
        #expect(outcome.status == 0 && outcome.output.contains("Nothing was changed"))
        #expect(!forum.folder.exists("office/log.jsonl"))
    }

    @Test func theEditorHasTheWholeFile() throws {
        let outcome = try forum.rostrum(
            "discussion", "edit", "2026-001", editor: #"sed -i 's/^title: .*/title: Edited  # by hand/' "$1""#)
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(try forum.discussion("2026-001/index.en.md").hasPrefix("---\ntitle: Edited  # by hand\nquestions:\n"))
        try forum.isClean(entries: 1)
        let untouched = try forum.rostrum("discussion", "edit", "2026-001", editor: "true")
        #expect(untouched.status == 0 && untouched.output == "Nothing was changed.\n")
    }

    @Test func whatSomebodyElseWroteMeanwhileStays() throws {
        let outcome = try forum.rostrum(
            "discussion", "edit", "2026-001",
            editor: """
                echo More >> "$1"; echo 'Meanwhile.' >> '\(forum.root)/content/discussions/2026-001/index.en.md'; mkdir -p "$HOME"
                """)
        #expect(outcome.status == 2 && outcome.notes.contains("changed by somebody else while you wrote"), "\(outcome.notes)")
        #expect(try forum.discussion("2026-001/index.en.md").hasSuffix("Meanwhile.\n"))
        #expect(try forum.folder.text("home/2026-001.md").hasSuffix("More\n"))
    }

    @Test func whatOtherTextsLeadToStays() throws {
        try forum.folder.edit(
            "content/library/sampling/index.en.md", "\n---\n",
            "\n---\nSee [what we know](../../discussions/2026-001/index.en.md#what-we-know).\n\n"
        )
        try forum.refuses(
            ["discussion", "edit", "2026-001", "--file", forum.path("other.md")], saying: "error[broken-anchor]",
            "content/library/sampling/index.en.md", status: 1)
        try forum.folder.edit(
            "content/library/sampling/index.en.md", "2026-001/index.en.md#what-we-know", "2026-001/index.en.md")
        #expect(try edit("--file", forum.path("other.md")).status == 0)
        try forum.isClean(entries: 1)
    }

    @Test func aDryRunShowsTheLinesThatChange() throws {
        let before = try forum.state()
        let outcome = try edit("--title", "Other", "--closes", "2026-12-18", "--dry-run")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("- title: After the course\n+ title: Other\n"))
        #expect(outcome.output.contains("- closes: 2026-10-02T18:00:00+02:00\n+ closes: 2026-12-18\n"))
        #expect(try forum.state() == before)
    }

    @Test func mistakes() throws {
        let edit = { (id: String) in ["discussion", "edit", id] }
        try forum.refuses(edit("2026-01") + ["--title", "T"], saying: "no discussion \"2026-01\"", "Did you mean 2026-001?")
        try forum.refuses(edit("2026-005") + ["--title", "T"], saying: "2026-005 was withdrawn")
        try forum.refuses(edit("2026-002") + ["--title", "T"], saying: "which Forum secretariat does not moderate")
        try forum.refuses(edit("2026-001") + ["--title", "T", "--language", "es"], saying: "no opening note in es", "translate add")
        try forum.refuses(edit("2026-001") + ["--title", ""], saying: "title is empty")
        try forum.refuses(edit("2026-001") + ["--category", "x"], saying: "no category \"x\"")
        try forum.refuses(edit("2026-001") + ["--opens", "2026-10-01"], saying: "contributions from 2026-09-08", "--opens")
        try forum.refuses(edit("2026-001") + ["--closes", "2026-09-01"], saying: "before it opens")
        try forum.refuses(edit("2026-001") + ["--guests", "maybe"], saying: "maybe")
        try forum.refuses(edit("2026-001") + ["--parallel", "2026-001"], saying: "not parallel to itself")
        try forum.refuses(edit("2026-001") + ["--question-in", "Why?"], saying: "fr=Que faites-vous")
        try forum.folder.write("other.md", " \n")
        try forum.refuses(edit("2026-001") + ["--file", forum.path("other.md")], saying: "opening note is empty")
        try forum.folder.write("other.md", "See [this](gone.md).\n")
        try forum.refuses(edit("2026-001") + ["--file", forum.path("other.md")], saying: "error[broken-link]", status: 1)
    }
}

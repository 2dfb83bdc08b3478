import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// Texts that came without fields, completed in an editor.
@Suite("The form above a text without fields") struct SubmissionFormTests {
    private static let text = """
        Notre office a donné un cours au printemps, et nous avons vu que les examinateurs en parlent encore. Ils se demandent ce qui vient
        après, et nous aussi : qui les accompagne, et pendant combien de temps.
        """

    private func forum(subject: String = "RE: La suite") throws -> OfficeForum {
        let forum = try OfficeForum()
        try forum.must("access", "issue", "--member", "XA")
        try forum.folder.write(
            "office/roster.yaml", "members:\n  XA: {language: fr, addresses: [Ana@example.org]}\n  XB: {addresses: [bo@example.org]}\n")
        try forum.folder.write("mails/1.eml", SentText.mail(Self.text, id: "m1", subject: subject))
        try forum.must("inbox", "import", forum.path("mails"))
        return forum
    }

    private func edited(_ forum: OfficeForum, _ script: String, status: Int32 = 0) throws -> String {
        try forum.folder.write("home/notes.txt", "")
        let editor = "cp \"$1\" \(forum.root)/form.md\n\(script)"
        try forum.folder.write("editor", "#!/bin/sh\n\(editor)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: forum.root + "/editor")
        let outcome = try Program.run(
            forum.call(["review", "edit", "1"]),
            environment: ["ROSTRUM_MODERATOR": "L. Lead", "EDITOR": forum.root + "/editor", "VISUAL": "", "HOME": forum.root + "/home"])
        #expect(outcome.status == status, "\(outcome.notes)")
        return outcome.output
    }

    @Test func whatTheMailAndTheRosterTellIsFilledIn() throws {
        let forum = try forum(subject: "Cours, voir 2026-002")
        #expect(try edited(forum, "true").contains("Nothing was changed"))
        #expect(try forum.record(1).revisions.count == 1)
        let form = try forum.folder.text("form.md")
        for line in [
            "discussion: 2026-002", "language: fr", "  name: Ana Exemple", "  member: XA", "  email: \"ana@example.org\"", "terms: ",
            "title: ",
        ] {
            #expect(form.contains("\n\(line)\n"), "\(line) in \(form)")
        }
        #expect(form.hasSuffix("---\n" + Self.text))
    }

    @Test func whatIsFilledInIsKeptAndTheRestTakenOut() throws {
        let forum = try forum(subject: "Cours, voir 2026-002")
        _ = try edited(forum, "sed -i 's/^terms: .*/terms: 2/; s/^attribution: /attribution: member/' \"$1\"")
        #expect(
            try forum.folder.text("office/inbox/1/2.md") == """
                ---
                kind: contribution
                discussion: 2026-002
                language: fr
                author:
                  name: Ana Exemple
                  member: XA
                  email: "ana@example.org"
                attribution: member
                terms: 2
                ---
                \(Self.text)
                """)
        try forum.must("review", "approve", "1")
        try forum.must("check")
    }

    @Test func eachKindCanBeCompleted() throws {
        let forum = try forum()
        let removal = "s/^kind: .*/kind: removal/; s/^target: /target: 2026-002\\/0001/; s/^discussion: .*/discussion: /"
        _ = try edited(forum, "sed -i '\(removal)' \"$1\"")
        let shown = try forum.must("review", "approve", "1", "--dry-run", "--accept", "removal-by-another")
        #expect(shown.contains("would remove content/discussions/2026-002/0001.es.md"))
        let form = try forum.folder.text("form.md")
        for key in ["reply-to", "question", "room", "questions", "title", "categories", "members", "year", "guest", "target"] {
            #expect(form.contains("\n\(key):"), "\(key)")
        }
        let stored = try forum.folder.text("office/inbox/1/2.md")
        #expect(stored.contains("target: 2026-002/0001\n") && !stored.contains("guest") && !stored.contains("questions"), "\(stored)")
    }

    /// The subject is its author's to choose: it names what is open, or nothing.
    @Test func aSubjectThatNamesNothingOpenFillsNothingIn() throws {
        let forum = try forum(subject: "2026-099: {[\"")
        _ = try edited(forum, "true")
        #expect(try forum.folder.text("form.md").contains("\ndiscussion: \n"))
    }

    @Test func linesOfOnesOwnAndEmptyListsAreUnderstood() throws {
        let form =
            "---\nkind: topic\n# mine\ntitle: A: b:\nquestions:\n  - One\nauthor:\n  name: \n  member:\nlinks:\n- {url: x}\nroom:\n---\n# Title\nx:\n"
        let expected = "---\nkind: topic\ntitle: A: b:\nquestions:\n  - One\nlinks:\n- {url: x}\n---\n# Title\nx:\n"
        #expect(try String(decoding: #require(SubmissionForm.filled(Array(form.utf8))), as: UTF8.self) == expected)
        #expect(try String(decoding: #require(SubmissionForm.filled(Array("---\nkind:\n---\nText\n".utf8))), as: UTF8.self) == "Text\n")
        #expect(SubmissionForm.filled(Array("Text\n".utf8)) == nil)
    }
}

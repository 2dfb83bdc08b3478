import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// What somebody asks to have removed.
@Suite("Withdrawal") struct WithdrawalTests {
    private static let secret = "Le numéro confidentiel de notre dossier est le sept cent quarante-deux"

    private func published() throws -> OfficeForum {
        let forum = try OfficeForum()
        let text = SentText.contribution("\(Self.secret). Voir [les chiffres](chiffres.csv).")
        try forum.folder.write("stick/text.md", text)
        try forum.folder.write("stick/chiffres.csv", "secret;742\n")
        try forum.must("inbox", "import", forum.root + "/stick")
        try forum.must("review", "approve", "1")
        try forum.must("access", "issue", "--member", "XA")
        try forum.must("build")
        return forum
    }

    /// Everything of the forum but what the test itself has put there.
    private func standing(_ needle: String, in forum: OfficeForum) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: forum.root).filter { path in
            guard !path.hasPrefix("stick"), let bytes = FileManager.default.contents(atPath: forum.root + "/" + path) else { return false }
            return bytes.range(of: Data(needle.utf8)) != nil
        }
    }

    @Test func onlyANoticeStays() throws {
        let forum = try published()
        try forum.must("translate", "add", "2026-002/0002", "--to", "en", "--file", try translation(forum))
        try forum.must("withdraw", "2026-002/2", "--requested-by", "member", "--reason", "sur demande")
        let folder = try FileManager.default.contentsOfDirectory(atPath: forum.root + "/content/discussions/2026-002")
        #expect(folder.filter { $0.hasPrefix("0002") } == ["0002.withdrawn.yaml"])
        #expect(try forum.folder.text("content/discussions/2026-002/0002.withdrawn.yaml") == "date: 2026-11-23\nrequested-by: member\n")
        #expect(!FileManager.default.fileExists(atPath: forum.root + "/content/discussions/2026-002/files/chiffres.csv"))
        #expect(try forum.record(1).state == .withdrawn)
        #expect(try !forum.folder.text("office/log.jsonl").contains("sur demande"))
        try forum.must("check")
        let again = try forum.rostrum(["withdraw", "2026-002/0002", "--requested-by", "member", "--reason", "x"])
        #expect(again.status == 2 && again.notes.contains("withdrawn before"))
    }

    private func translation(_ forum: OfficeForum) throws -> String {
        try forum.folder.write("stick/en.txt", "The confidential number of our file, and some figures.\n")
        return forum.root + "/stick/en.txt"
    }

    @Test func aPurgeLeavesNothingAndAuditProvesIt() throws {
        let forum = try published()
        try forum.folder.write(
            "content/discussions/2026-002/0003.fr.md",
            "---\ndate: 2026-11-23\nrole: participant\nmember: XB\nreply-to: \"0002\"\n---\n\nNous avons lu : « \(Self.secret). » C’est utile.\n"
        )
        let outcome = try forum.rostrum(
            ["withdraw", "2026-002/0002", "--requested-by", "author", "--reason", Self.secret, "--purge", "--yes"])
        #expect(outcome.status == 0 && outcome.notes.contains("0003.fr.md") && outcome.notes.contains("access rotate"), "\(outcome.notes)")
        try forum.folder.remove("content/discussions/2026-002/0003.fr.md")
        try forum.must("build")
        try forum.must("audit")
        #expect(try standing(Self.secret, in: forum) == [])
        #expect(try standing("secret;742", in: forum) == [])
        #expect(try standing("Ana Exemple", in: forum) == [])
        #expect(try standing("ana@example.org", in: forum) == [])
        try forum.must("log", "verify")
        // What was purged does not come back by the same way.
        #expect(try forum.must("inbox", "import", forum.root + "/stick").contains("1 was there before"))
        #expect(try standing(Self.secret, in: forum) == [])
        #expect(try forum.must("inbox", "show", "1").contains("was purged"))
    }

    @Test func copiesElsewhereInTheOfficeGoOrAreNamed() throws {
        let forum = try published()
        // The same words in a damaged mail that was set aside, and in another submission.
        try forum.folder.write(
            "stick2/broken.eml", "From: a@example.org\nAuto-Submitted: auto-replied\nSubject: x\n\n\(Self.secret). Merci.\n")
        try forum.folder.write("stick2/other.eml", SentText.mail(SentText.contribution(Self.secret + "."), id: "other"))
        try forum.must("inbox", "import", forum.root + "/stick2")
        let outcome = try forum.rostrum(["withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x", "--purge", "--yes"])
        #expect(outcome.notes.contains("office/inbox/unreadable/"), "\(outcome.notes)")
        #expect(outcome.notes.contains("submission 2"), "\(outcome.notes)")
        #expect(try standing(Self.secret, in: forum).allSatisfy { $0.hasPrefix("office/inbox/2/") || $0.hasPrefix("stick2") })
    }

    /// The mail lies with the first of two, and the second is purged.
    @Test func theMailThatHeldTwoTextsGoesWithEither() throws {
        let forum = try OfficeForum()
        let first = SentText.contribution("Le premier texte parle des cours de notre office.")
        let second = SentText.contribution(Self.secret + ".")
        func part(_ name: String, _ text: String) -> String {
            "--b\nContent-Type: text/markdown; charset=utf-8; name=\"\(name)\"\nContent-Disposition: attachment; filename=\"\(name)\"\n\n\(text)\n"
        }
        try forum.folder.write(
            "stick/two.eml",
            "From: ana@example.org\nSubject: Deux textes\nMessage-ID: <two@example.org>\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nVoici deux textes.\n"
                + part("a.md", first) + part("b.md", second) + "--b--\n")
        try forum.must("inbox", "import", forum.root + "/stick")
        #expect(forum.folder.exists("office/inbox/1/source/1-mail.eml") && !forum.folder.exists("office/inbox/2/source"))
        try forum.must("review", "approve", "2")
        try forum.must("withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x", "--purge", "--yes")
        #expect(try standing(Self.secret, in: forum) == [])
        #expect(try forum.record(1).state == .received)
    }

    @Test func wholeDiscussionsAndEntriesToo() throws {
        let forum = try published()
        try forum.must("withdraw", "2026-002", "--requested-by", "moderator", "--reason", "x", "--purge", "--yes")
        try forum.must("withdraw", "library/mentoring", "--requested-by", "member", "--reason", "x")
        for folder in ["discussions/2026-002", "library/mentoring"] {
            let left = try FileManager.default.subpathsOfDirectory(atPath: forum.root + "/content/" + folder)
                .filter { !$0.hasPrefix("files") || $0.contains("/") }
            #expect(left == ["withdrawn.yaml"], "\(left)")
        }
        #expect(try forum.record(1).state == .withdrawn)
        let check = try forum.rostrum(["check"])
        #expect(check.status == 0, "\(check.output)")
    }

    @Test func whatLeadsThereIsNamedBeforeABuildStumblesOverIt() throws {
        let forum = try published()
        let path = "content/library/mentoring/index.en.md"
        try forum.folder.write(path, try forum.folder.text(path) + "\n[Figures](../../discussions/2026-002/files/chiffres.csv)\n")
        try forum.must("check")
        let outcome = try forum.rostrum(["withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x"])
        #expect(outcome.status == 0 && outcome.notes.contains("missing-attachment") && outcome.notes.contains(path), "\(outcome.notes)")
    }

    @Test func whatDoesNotExistAndWhoMayNot() throws {
        let forum = try published()
        let before = try forum.state()
        for (place, expected) in [
            ("2026-002/0009", "no contribution"), ("2026-020", "no discussion"), ("library/mentorin", "mentoring"),
            ("../office", "names nothing"), ("", "names nothing"), ("2026-002/../0001", "names nothing"),
        ] {
            let outcome = try forum.rostrum(["withdraw", place, "--requested-by", "author", "--reason", "x"])
            #expect(outcome.status == 2 && (outcome.notes.contains(expected)), "\(place): \(outcome.notes)")
        }
        let foreign = try forum.rostrum(
            ["withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x"], as: "Forum secretariat")
        #expect(foreign.status == 2)
        let unasked = try Program.run(
            executable: "/usr/bin/setsid",
            ["--wait", Program.path] + forum.call(["withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x", "--purge"]),
            environment: ["ROSTRUM_MODERATOR": "L. Lead"])
        #expect(unasked.status == 2 && unasked.notes.contains("--yes"))
        #expect(try forum.state() == before)
    }
}

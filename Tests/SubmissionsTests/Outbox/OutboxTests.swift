import Foundation
import Model
import ProgramUnderTest
import Testing

@testable import Submissions

/// Replies and what becomes of them, with the program itself.
@Suite("Outbox") struct OutboxTests {
    private func forum(_ texts: [String] = [SentText.contribution()]) throws -> OfficeForum {
        let forum = try OfficeForum()
        try forum.folder.write("office/roster.yaml", "members:\n  XA: {language: es, addresses: [ana@example.org]}\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: forum.root + "/office")
        for (index, text) in texts.enumerated() {
            try forum.folder.write("mails/\(index + 1).eml", SentText.mail(text, id: "m\(index + 1)", subject: "Texte \(index + 1)"))
        }
        try forum.must("inbox", "import", forum.root + "/mails")
        return forum
    }

    private func kinds(_ forum: OfficeForum) throws -> [OutgoingMail.Kind] { try forum.outbox.mails().map(\.kind) }

    @Test func eachDecisionMakesAReplyAndTheBuildOne() throws {
        let forum = try forum()
        #expect(try kinds(forum) == [.received])
        try forum.must("review", "approve", "1")
        try forum.must("access", "issue", "--member", "XA")
        try forum.must("build")
        try forum.must("withdraw", "2026-002/0002", "--requested-by", "member", "--reason", "x")
        #expect(try kinds(forum) == [.received, .approved, .published, .withdrawn])
        let mails = try forum.outbox.mails()
        #expect(
            mails.allSatisfy {
                $0.language == "es" && $0.state == .waiting && $0.subject == "Re: Texte 1" && $0.inReplyTo == "m1@example.org"
            })
        #expect(mails[1].text.contains("https://example.org/forum/fr/2026-002/#c0002"))
        #expect(mails[2].text.contains("https://example.org/forum/fr/2026-002/#c0002"))
        #expect(mails[3].text.contains("a petición de un Estado miembro"))
        #expect(mails.map(\.isAutomatic) == [true, false, true, false])
        #expect(try forum.record(1).history.map(\.mail) == [1, 2, 3, 4])
        #expect(try Log(office: forum.root + "/office").entries().compactMap { $0.facts?["mail"] } == ["1", "2", "3"])
    }

    @Test func theErrorsOfAReturnedTextAreTold() throws {
        let forum = try forum([SentText.contribution().replacing("terms: 2\n", with: "")])
        let said = try forum.must("review", "return", "1", "--reason", "off-topic", "--words", "Una palabra.")
        #expect(said.contains("Mail 2 tells its author"))
        let text = try forum.outbox.require(2).text
        #expect(text.contains("- Fuera de tema\n") && text.contains("terms") && text.contains("\n\nUna palabra.\n\n"), "\(text)")
    }

    /// Whoever hears of their text once a week need not be told three things at once, two of which are no longer so.
    @Test func onlyTheLastOfSeveralMailsIsNeeded() throws {
        let forum = try forum([
            SentText.contribution(), SentText.contribution("Un autre texte, bien différent du premier, sur les registres."),
        ])
        func overtaken() throws -> [Int: Int] {
            let mails = try forum.outbox.mails()
            return mails.reduce(into: [:]) { $0[$1.number] = $1.overtaker(among: mails)?.number }
        }
        #expect(try overtaken().isEmpty)
        try forum.must("review", "approve", "1")
        #expect(try overtaken() == [1: 3])
        try forum.must("access", "issue", "--member", "XA")
        try forum.must("build")
        #expect(try overtaken() == [1: 4, 3: 4])
        let listed = try forum.must("outbox", "list")
        #expect(listed.contains(/1  overtaken  received .*submission 1\b/) && listed.contains("2  waiting  "), "\(listed)")
        #expect(try forum.must("outbox", "list", "--format", "json").contains("\"overtakenBy\":4"))
        try forum.must("review", "return", "2", "--words", "x")
        #expect(try overtaken() == [1: 4, 3: 4, 2: 5])
        // What a moderator wrote into a mail is said.
        try forum.folder.write("words.txt", "Merci, et à bientôt.\n")
        try forum.must("outbox", "edit", "1", "--file", forum.root + "/words.txt")
        #expect(try overtaken() == [3: 4, 2: 5])
        try forum.must("outbox", "drop", "4")
        #expect(try overtaken() == [2: 5])
    }

    /// The approval of a topic says when the discussion opens.
    @Test func theApprovalOfATopicIsToldBesideItsPublication() throws {
        let forum = try forum([SentText.topic])
        try forum.must("review", "approve", "1", "--opens", "2026-12-07")
        try forum.must("access", "issue", "--member", "XA")
        try forum.must("build")
        let mails = try forum.outbox.mails()
        #expect(mails.map(\.kind) == [.received, .approved, .published])
        #expect(mails.map { $0.overtaker(among: mails)?.number } == [3, nil, nil])
    }

    @Test func whatIsTakenBackIsNotSent() throws {
        let forum = try forum()
        try forum.must("review", "reject", "1", "--words", "No.")
        let undone = try forum.rostrum(["review", "undo", "1"])
        #expect(undone.notes.contains("Mail 2, which told its author, is dropped"), "\(undone.notes)")
        let dropped = try forum.outbox.require(2)
        #expect(dropped.state == .dropped && dropped.to.isEmpty && dropped.text.isEmpty)
        #expect(!forum.folder.exists("office/outbox/0002/message.eml"))
        try forum.must("review", "reject", "1", "--words", "No, again.")
        #expect(try forum.outbox.require(3).state == .waiting)
    }

    @Test func severalOfOneMailAreToldOfInOne() throws {
        let forum = try forum()
        let boundary = "b"
        let parts = (1...3).map {
            "--\(boundary)\nContent-Type: text/markdown; charset=utf-8; name=\"\($0).md\"\n\n\(SentText.contribution("Le \($0)e."))\n"
        }
        try forum.folder.write(
            "three.eml",
            "From: ana@example.org\nSubject: Trois\nMessage-ID: <three@example.org>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\(boundary)\n\n"
                + parts.joined() + "--\(boundary)--\n")
        try forum.must("inbox", "import", forum.root + "/three.eml")
        let mails = try forum.outbox.mails()
        #expect(mails.map(\.submissions) == [[1], [2, 3, 4]])
        #expect(try (2...4).map { try forum.record($0).history.first?.mail } == [2, 2, 2])
        #expect(mails[1].text.contains("2, 3, 4"))
    }

    @Test func aPurgeEmptiesWhatTellsOfIt() throws {
        let forum = try forum([
            SentText.contribution(), SentText.contribution("Un autre texte, bien différent du premier, sur les registres."),
        ])
        try forum.must("review", "approve", "1")
        try forum.must("review", "return", "2", "--words", "Notre office a formé quarante examinateurs en deux ans.")
        try forum.must("withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x", "--purge", "--yes")
        let mails = try forum.outbox.mails()
        // The last quotes it.
        #expect(mails.map(\.isEmptied) == [true, false, true, true])
        for path in try FileManager.default.subpathsOfDirectory(atPath: forum.root + "/office/outbox") where path.hasPrefix("0001") {
            #expect(!path.hasSuffix(".eml"))
        }
        try forum.folder.write("mails/9.eml", SentText.mail(SentText.contribution("Encore."), id: "m9", subject: "Texte 9"))
        try forum.must("inbox", "import", forum.root + "/mails")
        #expect(try forum.outbox.mails().map(\.number) == [1, 2, 3, 4, 5])
    }

    @Test func aForumWithoutAnAddressSaysSo() throws {
        let forum = try OfficeForum()
        let settings = try forum.folder.text("content/forum.yaml")
        try forum.folder.write(
            "content/forum.yaml",
            settings.replacing("contact: forum@example.org\n", with: "").replacing(
                "submissions-address: submissions@example.org\n", with: ""))
        try forum.folder.write("1.eml", SentText.mail(SentText.contribution(), id: "m1"))
        let imported = try forum.rostrum(["inbox", "import", forum.root + "/1.eml"])
        #expect(imported.notes.contains("Nobody is written that their text came in: content/forum.yaml has neither"), "\(imported.notes)")
        let said = try forum.must("review", "reject", "1", "--words", "No.")
        #expect(said.contains("No mail was written: content/forum.yaml has neither"), "\(said)")
        #expect(try forum.outbox.mails().isEmpty)
    }
}

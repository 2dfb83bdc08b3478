import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// The ways by which the same mail comes, and what lies beside it.
@Suite("Intake") struct IntakeTests {
    private let mail = SentText.mail(SentText.contribution("From time to time."), id: "m1")

    /// With another way of ending lines, and what hosts on the way have added.
    private var delivered: String {
        ("Return-Path: <ana@example.org>\nReceived: from a.example.org by b.example.org; Mon, 23 Nov 2026 09:00:01 +0100\n" + mail)
            .replacing("\n", with: "\r\n")
    }

    @Test func theSameMailIsOneSubmissionByWhateverWayItComes() throws {
        let forum = try OfficeForum()
        let quoted = mail.replacing("\nFrom time", with: "\n>From time")
        let other = SentText.mail(SentText.contribution("Un autre texte."), id: "m2")
        try forum.folder.write("one.eml", mail)
        try forum.folder.write("two.eml", delivered)
        try forum.folder.write(
            "box", "From ana@example.org Mon Nov 23 09:00:00 2026\n\(quoted)\n\nFrom ana@example.org Mon Nov 23 09:00:00 2026\n\(other)\n")
        for folder in ["tmp", "new", "cur"] { try forum.folder.write("Maildir/\(folder)/.keep", "") }
        try forum.folder.write("Maildir/cur/1764.M1.host:2,S", delivered)
        try forum.folder.write("Maildir/new/1765.M2.host", other)
        try forum.folder.write("Maildir/tmp/1766.M3.host", SentText.mail("half a ma", id: "m3"))
        #expect(try forum.must("inbox", "import", forum.root + "/one.eml").contains("1 new submission"))
        #expect(try forum.must("inbox", "import", forum.root + "/two.eml").contains("0 new submissions, 1 was there before"))
        #expect(try forum.must("inbox", "import", forum.root + "/box").contains("1 new submission, 1 was there before"))
        #expect(try forum.must("inbox", "import", forum.root + "/Maildir").contains("0 new submissions, 2 were there before"))
        let input = try forum.rostrum(["inbox", "import", "-"], input: [UInt8](mail.utf8))
        #expect(input.status == 0 && input.output.contains("1 was there before"), "\(input.notes)")
        #expect(try forum.inbox.records().count == 2)
        #expect(!forum.folder.exists("office/standard-input"))
        #expect(try forum.must("inbox", "show", "1", "--original").contains("\nFrom time to time."))
    }

    @Test func whatATextOnAStickNamesComesWithIt() throws {
        let forum = try OfficeForum()
        try forum.folder.write("stick/text.md", SentText.contribution("Voir [les chiffres](chiffres.csv)."))
        try forum.folder.write("stick/chiffres.csv", "a,b\n1,2\n")
        try forum.folder.write("stick/holiday.csv", "x,y\n")
        let outcome = try forum.rostrum(["inbox", "import", forum.root + "/stick"])
        #expect(outcome.notes.contains("holiday.csv") && !outcome.notes.contains("chiffres.csv"), "\(outcome.notes)")
        try forum.must("review", "approve", "1")
        #expect(try forum.folder.text("content/discussions/2026-002/0002.fr.md").contains("[les chiffres](files/chiffres.csv)"))
        #expect(forum.folder.exists("content/discussions/2026-002/files/chiffres.csv"))
        #expect(!forum.folder.exists("content/discussions/2026-002/files/holiday.csv"))
    }

    @Test func whatIsNotThereOrNotToBeReadIsAFaultOfTheCall() throws {
        let forum = try OfficeForum()
        for (arguments, expected) in [
            ([forum.root + "/nothing"], "there is nothing at"), (["/dev/null"], "no ordinary file"), ([], "Missing expected argument"),
        ] {
            let outcome = try forum.rostrum(["inbox", "import"] + arguments)
            #expect(outcome.status == 2 && outcome.notes.contains(expected), "\(arguments): \(outcome.notes)")
        }
        #expect(try forum.inbox.records().isEmpty)
    }

    @Test func aFileThatIsTooLargeIsLeftWhereItIsAndSaid() throws {
        let forum = try OfficeForum()
        try forum.folder.write("mails/1.eml", mail)
        try forum.folder.write("mails/2.eml", [UInt8](repeating: 0x41, count: 25_000_001))
        let said = try forum.must("inbox", "import", forum.root + "/mails")
        #expect(said.contains("1 new submission") && said.contains("2.eml: larger than 25 MB"), "\(said)")
        let aside = try #require(try forum.inbox.setAside().first)
        #expect(aside.reason == .tooLarge && aside.source == forum.root + "/mails/2.eml")
        #expect(!forum.folder.exists("office/inbox/unreadable/\(aside.id)/source"))
        let list = try forum.must("inbox", "list")
        #expect(list.contains("set aside \(aside.id): \(forum.root)/mails/2.eml: it is larger than 25 MB"), "\(list)")
        let json = try forum.must("inbox", "list", "--format", "json").split(separator: "\n")
        #expect(json.count == 2 && json.last?.hasPrefix("{\"setAside\":\"\(aside.id)\",\"reason\":\"too-large\"") == true, "\(json)")
        let again = try forum.must("inbox", "import", forum.root + "/mails")
        #expect(again.contains("0 new submissions, 2 were there before."), "\(again)")
    }

    @Test func mailsOfAMailboxThatAreTooLargeAreToldApart() throws {
        let forum = try OfficeForum()
        let mark = [UInt8]("From a@example.org Mon Nov 23 09:00:00 2026\n".utf8)
        let long = [UInt8]((String(repeating: "x", count: 99) + "\n").utf8)
        var mailbox: [UInt8] = []
        for number in 1...2 {
            mailbox += mark + [UInt8]("Subject: \(number)\n\n".utf8)
            for _ in 0..<250_001 { mailbox += long }
            mailbox += [0x0A]
        }
        try forum.folder.write("all.mbox", mailbox + mark + [UInt8](mail.utf8))
        let said = try forum.must("inbox", "import", forum.root + "/all.mbox")
        #expect(said.contains("all.mbox, mail 1: larger") && said.contains("all.mbox, mail 2: larger"), "\(said)")
        #expect(said.contains("1 new submission, 2 were set aside."), "\(said)")
        let sources = try forum.inbox.setAside().map(\.source)
        #expect(Set(sources) == Set([1, 2].map { forum.root + "/all.mbox, mail \($0)" }))
    }

    /// Two mails within one, of which the first came before: the second has the whole, and tells of what was left out.
    /// More mails than are opened of one thing: nothing says so but this, and the rest is in the source.
    @Test func mailsBeyondTheThousandthAreTold() throws {
        let forum = try OfficeForum()
        let mark = "From a@example.org Mon Nov 23 09:00:00 2026\n"
        let mails = (1...1_003).map { "\(mark)From: a@example.org\nMessage-ID: <\($0)@example.org>\n\nText \($0).\n\n" }.joined()
        let base64 = Data(mails.utf8).base64EncodedString(options: [.lineLength76Characters])
        try forum.folder.write(
            "mails/1.eml",
            "From: b@example.org\nMessage-ID: <all@example.org>\nMIME-Version: 1.0\nContent-Type: application/mbox; name=in.mbox\n"
                + "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n\(base64)\n")
        let outcome = try forum.rostrum(["inbox", "import", forum.path("mails")])
        #expect(outcome.output.contains("1000 new submissions"), "\(outcome.output.suffix(100))")
        #expect(outcome.notes.contains("rostrum inbox show 1 tells what"), "\(outcome.notes)")
        #expect(try forum.record(1).leftOut.map(\.reason) == ["too-many"])
        #expect(forum.folder.exists("office/inbox/1/source/1-mail.eml"))
    }

    @Test func marksWithNothingBehindThemAreNoMails() throws {
        let forum = try OfficeForum()
        let mark = "From a@example.org Mon Nov 23 09:00:00 2026\n\n"
        try forum.folder.write(
            "in.mbox", String(repeating: mark, count: 50_000) + mark.dropLast() + SentText.mail(SentText.contribution(), id: "m1"))
        #expect(try forum.must("inbox", "import", forum.path("in.mbox")).contains("1 new submission."))
    }

    @Test func whatIsNewOfSeveralHasWhatTheyCameIn() throws {
        let forum = try OfficeForum()
        let part = { (text: String) in "--b\nContent-Type: message/rfc822\n\n\(text)\n" }
        let other = SentText.mail(SentText.contribution("Un autre texte."), id: "m2")
        try forum.folder.write("mails/1.eml", mail)
        try forum.folder.write(
            "mails/2.eml",
            "From: Bureau <office@example.org>\nSubject: Tous\nMessage-ID: <all@example.org>\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n" + part(mail) + part(other)
                + part("From: x@example.org\nSubject: Absence\nAuto-Submitted: auto-replied\nMessage-ID: <x@example.org>\n\nAway.\n")
                + "--b--\n")
        let said = try forum.must("inbox", "import", forum.root + "/mails")
        #expect(said.contains("2 new submissions, 1 was there before."), "\(said)")
        #expect(forum.folder.exists("office/inbox/2/source/1-mail.eml"))
        let leftOut = try forum.inbox.records().map { $0.leftOut.map { "\($0.name): \($0.reason)" } }
        #expect(leftOut == [[], ["Absence, x@example.org: attached-mail"]])
        let shown = try forum.must("inbox", "show", "2")
        #expect(shown.contains("  Absence, x@example.org\n    \(forum.root)/office/inbox/2/source\n"), "\(shown)")
        #expect(
            try forum.must("inbox", "show", "2", "--format", "json").contains(
                "{\"name\":\"Absence, x@example.org\",\"reason\":\"attached-mail\"}"))
        #expect(try !forum.must("inbox", "show", "1").contains("came beside it"))
    }
}

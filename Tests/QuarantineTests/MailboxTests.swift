import Quarantine
import Testing

/// Mailbox files that come in mails and archives.
struct MailboxTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private static let mark = "From a@example.org Mon Nov 23 09:00:00 2026\n"

    private func mail(_ number: Int, _ text: String = "text") -> String {
        Self.mark + "From: a@example.org\nSubject: \(number)\nMessage-ID: <\(number)@example.org>\n\n\(text)\n\n"
    }

    private func mailbox(_ mails: [String], _ end: String = "\n") throws -> Opened {
        let opened = try child.open(
            "all.zip", ZipFile([("old/inbox", Array(mails.joined().replacing("\n", with: end).utf8))]).bytes)
        return try #require(opened.inner.first)
    }

    @Test(arguments: ["\n", "\r\n"]) func eachMailIsOne(end: String) throws {
        let opened = try mailbox([mail(1), mail(2, ">From here on\n>>From there on\n> >From\n\nFrom now on"), mail(3)], end)
        #expect(opened.form == .archive(name: "old/inbox"))
        #expect(opened.inner.map { $0.letter?.subject } == ["1", "2", "3"])
        #expect(opened.inner.map(\.strings) == [["text\n"], ["From here on\n>From there on\n> >From\n\nFrom now on\n"], ["text\n\n"]])
        #expect(opened.refusals.isEmpty)
    }

    @Test func itIsOpenedWhereItIsAttached() throws {
        let opened = try child.mail(
            "From: a@example.org\nTo: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: application/mbox; name=in.mbox\nContent-Transfer-Encoding: base64\n\n"
                + Bytes.base64(Array((mail(1) + mail(2)).utf8)) + "\n--b--\n")
        #expect(opened.inner.first?.form == .archive(name: "in.mbox"))
        #expect(opened.inner.first?.inner.map { $0.letter?.messageID } == ["1@example.org", "2@example.org"])
    }

    @Test func aMailThatTellsOfOneIsNoMailbox() throws {
        #expect(try mailbox([mail(1)]).letter?.subject == "1")
        #expect(try mailbox([mail(1, "text\nFrom a@example.org Mon Nov 23 09:00:00 2026")]).letter?.subject == "1")
        #expect(try mailbox([mail(1, "text\n\nFrom here it goes on.")]).letter?.subject == "1")
    }

    @Test func itsMailsAreCounted() throws {
        let opened = try mailbox((0..<1_200).map { mail($0) })
        #expect(opened.inner.count == QuarantineLimits.parts)
        #expect(opened.reasons == ["old/inbox: too-many"])
        let empty = try mailbox([mail(1), Self.mark + "\n", mail(2)])
        #expect(empty.inner.map { $0.letter?.subject } == ["1", "2"])
        #expect(empty.reasons == ["old/inbox, mail 2: empty"])
    }

    @Test func itEndsAtTheDepth() throws {
        var bytes = Array((mail(1) + mail(2)).utf8)
        for number in 1..<QuarantineLimits.depth { bytes = ZipFile([("\(number).zip", bytes)]).bytes }
        var opened = try child.open("all.zip", bytes)
        while let inner = opened.inner.first { opened = inner }
        #expect(opened.letter?.subject == "1")
        opened = try child.open("all.zip", ZipFile([("0.zip", bytes)]).bytes)
        while let inner = opened.inner.first { opened = inner }
        #expect(opened.reasons == ["1.zip: too-deep"])
    }
}

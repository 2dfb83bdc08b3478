import Quarantine
import Testing

/// Mails as Outlook saves them.
struct MessageFileTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private func open(_ message: MessageFixture) throws -> Opened { try child.open("Note.msg", message.bytes) }

    @Test func theMailsOwnHeadersAreUsed() throws {
        var message = MessageFixture(subject: "Not this")
        message.set(0x1000, "Hello,\r\nthis is it.\r\n")
        message.set(
            0x007D,
            "Received: from a by b\r\nFrom: =?utf-8?q?Ana_Ex=C3=A9mple?= <ana@example.org>\r\nSubject: This\r\n"
                + "Date: Mon, 23 Nov 2026 09:12:44 +0100\r\nMessage-ID: <1@example.org>\r\nReferences: <0@example.org>\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n")
        let opened = try open(message)
        let letter = try #require(opened.letter)
        #expect(letter.from == [Letter.Mailbox(name: "Ana Exémple", address: "ana@example.org")])
        #expect(letter.subject == "This")
        #expect(letter.date == 1_795_421_564)
        #expect(letter.messageID == "1@example.org")
        #expect(letter.references == ["0@example.org"])
        #expect(letter.nature == [.outlook])
        #expect(opened.strings == ["Hello,\nthis is it.\n"])
        #expect(opened.refusals.isEmpty)
    }

    @Test func propertiesStandForHeadersThatAreNotThere() throws {
        var message = MessageFixture(subject: "Тема")
        message.set(0x1000, "Text")
        message.set(0x0C1A, "Exemple, \"Ana\"")
        message.set(0x0C1F, "/O=EXCHANGE/CN=ANA")
        message.set(0x5D01, "ana@example.org")
        message.set(0x0042, "Office")
        message.set(0x5D02, "office@example.org")
        message.set(0x1035, "<2@example.org>")
        message.set(0x0039, seconds: 1_795_421_564)
        let letter = try #require(try open(message).letter)
        #expect(letter.subject == "Тема")
        #expect(
            letter.from == [
                Letter.Mailbox(name: "Office", address: "office@example.org"),
                Letter.Mailbox(name: "Exemple, \"Ana\"", address: "ana@example.org"),
            ])
        #expect(letter.messageID == "2@example.org")
        #expect(letter.date == 1_795_421_564)
    }

    @Test func textsInCodePagesAreRead() throws {
        var message = MessageFixture()
        message.set(0x3FFD, number: 1_251)
        message.set(0x0037, 0x001E, [0xCF, 0xEB, 0xE0, 0xED])
        message.set(0x1000, 0x001E, [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2])
        let opened = try open(message)
        #expect(opened.letter?.subject == "План")
        #expect(opened.strings == ["Привет"])
    }

    @Test func textsOfOtherFormsAreRead() throws {
        var html = MessageFixture()
        html.set(0x3FDE, number: 28_595)
        html.set(0x1013, 0x0102, Array("<p>".utf8) + [0xBF, 0xE0, 0xD8, 0xD2, 0xD5, 0xE2] + Array("</p>".utf8))
        #expect(try open(html).texts == [Opened.Writing(name: nil, bytes: Array("Привет\n".utf8), fromHTML: true)])
        var wide = MessageFixture()
        wide.set(0x1013, "<p>Привет</p>")
        #expect(try open(wide).strings == ["Привет\n"])
        var rich = MessageFixture()
        rich.set(0x1009, 0x0102, WinmailFile.loose(#"{\rtf1\ansi Hi\par there}"#))
        #expect(try open(rich).strings == ["Hi\nthere"])
    }

    /// What Outlook makes of a mail of HTML alone is not what anybody wrote.
    @Test func theFormIsChosenThatWasSent() throws {
        var message = MessageFixture()
        message.set(0x1000, "a <https://example.org/a>")
        message.set(0x1013, "<a href=\"https://example.org/a\">a</a>")
        #expect(try open(message).strings == ["a <https://example.org/a>"])
        message.set(0x007D, "Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n")
        #expect(try open(message).strings == ["[a](https://example.org/a)\n"])
    }

    @Test func attachmentsAreFilesOfAnyLength() throws {
        var message = MessageFixture()
        message.set(0x1000, "See below")
        let long = Array(String(repeating: "a long text. ", count: 1_000).utf8)
        message.attach(PDFFile.plain, name: "план.pdf", short: "PLAN~1.PDF", type: "application/pdf")
        message.attach(long, name: "long.md", type: "text/markdown")
        message.attach(Array("short".utf8), name: "..\\..\\short.txt")
        let opened = try open(message)
        #expect(opened.names == ["", "long.md", "short.txt", "план.pdf"])
        #expect(opened.texts[1].bytes == long)
        #expect(opened.files.first?.bytes == PDFFile.plain)
        #expect(opened.refusals.isEmpty)
    }

    @Test func aMailInsideIsAMail() throws {
        var inner = MessageFixture(subject: "Inner")
        inner.set(0x1000, "inner text")
        inner.attach(Array("note".utf8), name: "note.md")
        var message = MessageFixture(subject: "Outer")
        message.set(0x1000, "outer text")
        message.attach(inner, name: "Inner")
        let opened = try open(message)
        #expect(opened.strings == ["outer text"])
        #expect(opened.inner.map { $0.letter?.subject } == ["Inner"])
        #expect(opened.inner.map(\.strings) == [["inner text", "note"]])
        let packed = try child.open("all.zip", ZipFile([("mails/Note.msg", message.bytes)]).bytes)
        #expect(packed.inner.map { $0.letter?.subject } == ["Outer"])
    }

    @Test func whatIsNotThereIsSaid() throws {
        var message = MessageFixture()
        message.set(0x1000, "text")
        message.attach(drawing: [1, 2, 3], name: "Sheet")
        message.attach(reference: "https://example.org/plan.pdf")
        #expect(try open(message).reasons == ["Sheet: no-file", "https://example.org/plan.pdf: no-file"])
    }

    @Test(
        arguments: [
            ("REPORT.IPM.Note.NDR", [.outlook, .deliveryReport]), ("IPM.Note.Rules.OofTemplate.Microsoft", [.outlook, .automatic]),
            ("IPM.Schedule.Meeting.Request", [.outlook, .calendar]), ("IPM.Note", [.outlook]),
        ] as [(String, Set<Letter.Nature>)])
    func theClassTellsTheNature(kind: String, nature: Set<Letter.Nature>) throws {
        var message = MessageFixture(kind: kind)
        message.set(0x1000, "text")
        #expect(try open(message).letter?.nature == nature)
    }

    @Test func signedAndEncryptedMailsAreWhatTheyAre() throws {
        var signed = MessageFixture(kind: "IPM.Note.SMIME.MultipartSigned")
        let parts =
            "Content-Type: multipart/signed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello\n"
            + "--b\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nx\n--b--\n"
        signed.attach(Bytes.crlf(parts), name: "smime.p7m", type: "multipart/signed")
        let opened = try open(signed)
        #expect(opened.strings == ["Hello"])
        #expect(opened.letter?.nature == [.outlook, .signed])
        var sealed = MessageFixture(kind: "IPM.Note.SMIME")
        sealed.attach([0x30, 0x80, 1, 2], name: "smime.p7m")
        #expect(try open(sealed).reasons == ["smime.p7m: encrypted"])
    }

    @Test func otherThingsOfOutlookStayFiles() throws {
        var contact = MessageFixture(kind: "IPM.Contact", subject: "Ana")
        contact.set(0x1000, "a note")
        let opened = try child.open("Ana.msg", contact.bytes)
        #expect(opened.form == .file)
        #expect(opened.files.map(\.type) == ["application/vnd.ms-outlook"])
    }
}

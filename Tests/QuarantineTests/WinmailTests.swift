import Quarantine
import Testing

/// What Outlook packs into a `winmail.dat`.
struct WinmailTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private func mail(_ winmail: [UInt8], text: String = "") throws -> Opened {
        try child.mail(
            """
            From: a@example.org
            To: b@example.net
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            \(text)
            --b
            Content-Type: application/ms-tnef; name=winmail.dat
            Content-Transfer-Encoding: base64

            \(Bytes.base64(winmail))
            --b--

            """)
    }

    @Test func textAndAttachmentsAreTakenOut() throws {
        var winmail = WinmailFile(codePage: 1_251)
        winmail.add(body: [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x0D, 0x0A])
        winmail.add(attachment: PDFFile.plain, title: "PLAN~1.PDF", name: "план.pdf")
        winmail.add(attachment: Array("# Note".utf8), title: "note.md")
        let opened = try mail(winmail.bytes)
        #expect(opened.letter?.nature == [.winmail])
        #expect(opened.strings == ["Привет\n", "# Note"])
        #expect(opened.names == ["", "note.md", "план.pdf"])
        #expect(opened.refusals.isEmpty)
    }

    @Test func theTextOutsideCountsWhereThereIsOne() throws {
        var winmail = WinmailFile()
        winmail.add(body: Array("inside".utf8))
        #expect(try mail(winmail.bytes, text: "outside").strings == ["outside"])
    }

    @Test func richTextBecomesText() throws {
        var winmail = WinmailFile()
        let rtf =
            #"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\uc1 Hi \'cf\'f0\'e8 \u8364? end\par second{\*\junk secret}\line third\par}"#
        winmail.add(richText: WinmailFile.loose(rtf))
        #expect(try mail(winmail.bytes).strings == ["Hi При € end\nsecond\nthird\n"])
    }

    /// The example of [MS-OXRTFCP], section 4.1.1.
    @Test func packedRichTextIsUnpacked() throws {
        let packed: [UInt8] = [
            0x2D, 0, 0, 0, 0x2B, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 0x03, 0, 0x0A, 0, 0x72, 0x63, 0x70, 0x67, 0x31,
            0x32,
            0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68, 0x65, 0x6C, 0x09, 0, 0x20, 0x62, 0x77, 0x05, 0xB0, 0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F,
            0xA0,
        ]
        var winmail = WinmailFile()
        winmail.add(richText: packed)
        #expect(try mail(winmail.bytes).strings == ["hello world"])
    }

    @Test func aMailInsideIsAMail() throws {
        var inner = WinmailFile(subject: "Inner")
        inner.add(body: Array("inner text".utf8))
        var winmail = WinmailFile()
        winmail.add(body: Array("outer".utf8))
        winmail.add(attachment: inner.bytes, title: "Untitled", object: [UInt8](repeating: 7, count: 16))
        let opened = try mail(winmail.bytes)
        #expect(opened.inner.map { $0.letter?.subject } == ["Inner"])
        #expect(opened.inner.map(\.strings) == [["inner text"]])
    }

    @Test func whatIsDamagedIsRefusedAndTheRestIsRead() throws {
        var winmail = WinmailFile()
        winmail.add(body: Array("a text".utf8))
        var wrongSum = winmail.bytes
        wrongSum[wrongSum.count - 4] ^= 1
        for bytes in [Array(winmail.bytes.dropLast(5)), wrongSum, Array(winmail.bytes.prefix(6))] {
            let opened = try mail(bytes, text: "outside")
            #expect(opened.strings == ["outside"])
            #expect(opened.reasons == ["winmail.dat: damaged"])
        }
    }
}

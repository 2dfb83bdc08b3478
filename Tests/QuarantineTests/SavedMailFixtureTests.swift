import Foundation
import Testing

/// The mails of Outlook's form in Tests/Fixtures/submissions/outlook are what the writer of the tests makes.
///
/// `RECORD=1` writes them anew, and fails.
struct SavedMailFixtureTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../Fixtures/submissions/outlook").standardizedFileURL

    private static let files: [(path: String, bytes: [UInt8])] = [
        ("saved/input.msg", contribution(number: 41, attaches: true).bytes),
        ("saved-and-as-it-came/input/2-saved.msg", contribution(number: 42, attaches: true).bytes),
        ("saved-before-it-came/input/1-saved.msg", contribution(number: 42, attaches: true).bytes),
        ("saved-html-only/input.msg", ofHTML().bytes),
        ("saved-and-forwarded/input.msg", forwarded().bytes),
        ("saved-and-cut-off/input.msg", Array(contribution(number: 45, attaches: true).bytes.dropLast(3_000))),
        ("saved-and-attached/input.eml", attached()),
        ("saved-in-a-code-page/input.msg", inCodePage().bytes),
    ]

    @Test(arguments: files.map(\.path)) func theyAreWhatTheWriterMakes(_ path: String) throws {
        let bytes = try #require(Self.files.first { $0.path == path }).bytes
        let file = Self.folder.appendingPathComponent(path)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            Issue.record("recorded")
        } else {
            #expect(try [UInt8](Data(contentsOf: file)) == bytes)
        }
    }

    private static let fields = """
        ---
        kind: contribution
        discussion: 2026-002
        language: fr
        author: {name: Ana Exemple, position: Examinatrice, member: XA, email: ana@example.org}
        attribution: name
        terms: 2
        ---
        """
    private static let words =
        "Notre office a ouvert au printemps un guichet d’assistance pour les petites entreprises. Deux examinateurs qui travaillent avec les "
        + "déposants depuis des années y ont été affectés, et le nombre de demandes incomplètes a baissé d’un tiers dans l’année."

    private static func headers(_ number: Int, _ type: String) -> String {
        """
        Received: from mail.example.org by mx.example.net; Mon, 23 Nov 2026 08:12:46 +0000
        From: Ana Exemple <ana@example.org>
        To: submissions@example.org
        Subject: Contribution pour le forum
        Date: Mon, 23 Nov 2026 09:12:44 +0100
        Message-ID: <00\(number).7c1f@mail.example.org>
        X-Mailer: Microsoft Outlook 16.0
        MIME-Version: 1.0
        Content-Type: \(type)

        """
    }

    private static func message(_ number: Int, type: String) -> MessageFixture {
        var message = MessageFixture(subject: "Contribution pour le forum")
        message.set(0x007D, headers(number, type).replacing("\n", with: "\r\n") + "\r\n")
        message.set(0x0C1A, "Ana Exemple")
        message.set(0x0C1F, "ana@example.org")
        message.set(0x5D01, "ana@example.org")
        message.set(0x1035, "<00\(number).7c1f@mail.example.org>")
        message.set(0x0039, seconds: 1_795_421_564)
        message.set(0x3FDE, number: 65_001)
        return message
    }

    private static func contribution(number: Int, attaches: Bool) -> MessageFixture {
        var message = message(number, type: "multipart/mixed; boundary=\"_002_B7E1_\"")
        message.set(0x1000, (fields + "\n\n" + words + "\n").replacing("\n", with: "\r\n"))
        if attaches { message.attach(PDFFile.plain, name: "plan.pdf", short: "PLAN~1.PDF", type: "application/pdf") }
        return message
    }

    /// What Outlook writes for the text of a mail that has none: a blank line after each paragraph, which is no front matter any more.
    private static func ofHTML() -> MessageFixture {
        var message = message(43, type: "text/html; charset=\"utf-8\"")
        let lines = (fields + "\n\n" + words).split(separator: "\n", omittingEmptySubsequences: false)
        let paragraphs = lines.map { "<p class=MsoNormal>\($0.isEmpty ? "&nbsp;" : $0)<o:p></o:p></p>\r\n" }
        message.set(0x1013, 0x0102, Array(("<html><body><div class=WordSection1>\r\n" + paragraphs.joined() + "</div></body></html>").utf8))
        message.set(0x1000, lines.joined(separator: "\r\n\r\n"))
        return message
    }

    private static func forwarded() -> MessageFixture {
        var message = MessageFixture(subject: "FW: Contribution pour le forum")
        message.set(0x1000, "Voir le message joint.\r\n")
        message.set(0x0C1A, "Bureau")
        message.set(0x5D01, "office@example.org")
        message.attach(contribution(number: 44, attaches: true), name: "Contribution pour le forum")
        return message
    }

    private static func inCodePage() -> MessageFixture {
        var message = MessageFixture()
        message.set(0x3FFD, number: 1_252)
        let latin = { (text: String) in text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8(truncatingIfNeeded: $0.value) } }
        message.set(0x0037, 0x001E, latin("Idée d’été"))
        message.set(0x0C1A, 0x001E, latin("Ana Exemple"))
        message.set(0x0C1F, 0x001E, latin("ana@example.org"))
        message.set(0x1000, 0x001E, latin((fields + "\n\n" + words + "\n").replacing("\n", with: "\r\n")))
        return message
    }

    private static func attached() -> [UInt8] {
        Bytes.crlf(
            """
            From: Bureau <office@example.org>
            To: submissions@example.org
            Subject: Un message
            Date: Mon, 23 Nov 2026 09:12:44 +0100
            Message-ID: <0046.7c1f@mail.example.org>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            Voir le message joint.
            --b
            Content-Type: application/vnd.ms-outlook; name="Contribution.msg"
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename="Contribution.msg"

            \(Bytes.base64(contribution(number: 47, attaches: false).bytes))
            --b--

            """)
    }
}

import Diagnostics
import Foundation
import Quarantine
import Testing

/// Mails as they are written. What another library says of them is asked in Tests/Mail.
struct ComposeTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private func draft(
        to: String = "helene@example.org", name: String = "Hélène Exemple", from: String = "Forum «technique», assistance",
        subject: String = "Re: Contribution", messageID: String = "rostrum.1@forum.example", inReplyTo: String? = "a.b@example.org",
        references: [String] = ["first@example.org", "a.b@example.org"], language: String? = "fr",
        text: String = "Madame, Monsieur,\n\nreçu.\n",
        html: String? = nil, attachments: [MailDraft.Attachment] = [], isAutomatic: Bool = false
    ) -> MailDraft {
        MailDraft(
            from: Letter.Mailbox(name: from, address: "forum@example.org"), to: [Letter.Mailbox(name: name, address: to)], subject: subject,
            date: MailDraft.Date(seconds: 1_795_767_300, offset: 3_600), messageID: messageID, inReplyTo: inReplyTo, references: references,
            language: language, text: text, html: html, attachments: attachments, isAutomatic: isAutomatic)
    }

    private func lines(_ mail: [UInt8]) -> [String] { String(decoding: mail, as: UTF8.self).components(separatedBy: "\r\n") }

    @Test func aMailHasTheHeadersOfAnAnswer() throws {
        let mail = try child.compose(draft(isAutomatic: true))[0]
        let lines = lines(mail)
        #expect(lines.contains("Message-Id: <rostrum.1@forum.example>"))
        #expect(lines.contains("In-Reply-To: <a.b@example.org>"))
        #expect(lines.contains("References: <first@example.org> <a.b@example.org>"))
        #expect(lines.contains("Date: Fri, 27 Nov 2026 09:15:00 +0100"))
        #expect(lines.contains("Content-Language: fr"))
        #expect(lines.contains("Auto-Submitted: auto-replied"))
        #expect(lines.contains("MIME-Version: 1.0"))
        #expect(lines.contains("Content-Type: text/plain; charset=utf-8"))
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") && $0.allSatisfy(\.isASCII) })
    }

    @Test func whatAPersonDecidedIsNotAutomatic() throws {
        #expect(!lines(try child.compose(draft())[0]).contains { $0.hasPrefix("Auto-Submitted") })
        let digest = draft(inReplyTo: nil, references: [], isAutomatic: true)
        #expect(lines(try child.compose(digest)[0]).contains("Auto-Submitted: auto-generated"))
    }

    @Test(
        "Mails are opened again as they were written",
        arguments: [
            ("ar", "رد: مساهمة في النقاش 2026-014", "تحية طيبة وبعد،\n\nتلقّينا مساهمتكم.\n"),
            ("zh", "回复：关于培训的经验，以及更多内容，以及更多内容，以及更多内容，以及更多内容", "您好！\n\n我们已收到您的来稿。\n"),
            ("en", "Re: \"A plan\" — and: more, (much) more; <b>", "From here on\n.\n\nit goes.  \n-- not a signature\n"),
            ("ru", "Re: Опыт подготовки экспертов", "Здравствуйте!\n\nМатериал получен.\n"),
            ("es", "Re: ¿Qué más?", String(repeating: "línea muy larga ", count: 100) + "\n"),
        ])
    func roundTrip(_ language: String, _ subject: String, _ text: String) throws {
        let plan = MailDraft.Attachment(name: "план.pdf", type: "application/pdf", bytes: Array("%PDF-1.4\n\r\n\0 plan".utf8))
        let draft = draft(subject: subject, language: language, text: text, html: "<p dir=\"rtl\">x</p>", attachments: [plan])
        let opened = try child.open("mail.eml", child.compose(draft)[0])
        let letter = try #require(opened.letter)
        #expect(letter.subject == subject)
        #expect(letter.from == [draft.from])
        #expect(letter.messageID == draft.messageID)
        #expect(Set(letter.references) == Set(draft.references))
        #expect(letter.date == draft.date.seconds)
        #expect(letter.nature.isEmpty)
        #expect(
            opened.texts.map { String(decoding: $0.bytes, as: UTF8.self).trimmingCharacters(in: .newlines) } == [
                text.trimmingCharacters(in: .newlines)
            ])
        #expect(opened.files.map(\.name) == ["план.pdf"])
        #expect(opened.files.map(\.bytes) == [plan.bytes])
    }

    @Test func theSameDraftGivesTheSameBytes() throws {
        let draft = draft(
            html: "<p>x</p>", attachments: [MailDraft.Attachment(name: "a.bin", type: "application/octet-stream", bytes: [0, 1])])
        let mails = try child.compose(draft, self.draft(), draft)
        #expect(mails[0] == mails[2] && mails[0] != mails[1])
        #expect(try Child().compose(draft)[0] == mails[0])
    }

    @Test func valuesBeginNoHeader() throws {
        let evil = "x\r\nBcc: victim@example.org\r\n\r\nbody\u{2028}\u{85}"
        let mail = try child.compose(draft(name: evil, from: evil, subject: evil))[0]
        let head = lines(mail).prefix { !$0.isEmpty }
        #expect(!head.contains { $0.lowercased().hasPrefix("bcc") })
        #expect(head.filter { !$0.hasPrefix(" ") && !$0.hasPrefix("\t") }.count == 11)
    }

    @Test(
        "What cannot stand in a header is refused",
        arguments: [
            ("x\r\nBcc: y@example.org", "m@x", nil, nil), ("a@b@example.org", "m@x", nil, nil), ("-oQ/tmp@example.org", "m@x", nil, nil),
            ("a b@example.org", "m@x", nil, nil), ("é@example.org", "m@x", nil, nil), ("a@example..org", "m@x", nil, nil),
            ("a@example.org", "m@x>\r\nBcc: <y@example.org", nil, nil), ("a@example.org", "m@x", "a\nb", nil),
            ("a@example.org", "m@x", nil, "f\r\nr"),
            ("a@example.org", "", nil, nil),
        ] as [(String, String, String?, String?)])
    func refusals(_ to: String, _ id: String, _ answered: String?, _ language: String?) throws {
        let draft = draft(to: to, messageID: id, inReplyTo: answered, references: [], language: language)
        let failure = #expect(throws: Failure.self) { try child.compose(self.draft(), draft) }
        let message = try #require(failure?.message)
        #expect(message.hasPrefix("the mail to ") && !message.contains("\n") && !message.contains("\r"))
        // And nothing is left of it: the next is written as ever.
        #expect(try child.compose(self.draft()).count == 1)
    }

    @Test func attachmentsNeedAPlainNameAndType() throws {
        for (name, type) in [
            ("a/b", "text/plain"), ("a\r\nb", "text/plain"), ("", "text/plain"), ("a", "message/rfc822"), ("a", "x"), ("a", "a/b\r\nX: y"),
        ] {
            let draft = draft(attachments: [MailDraft.Attachment(name: name, type: type, bytes: [1])])
            #expect(throws: Failure.self) { try child.compose(draft) }
        }
    }

    @Test func aThousandAreWrittenInOneCall() throws {
        let drafts = (0..<1_000).map { draft(messageID: "\($0)@forum.example") }
        let mails = try Quarantine(command: [child.command]).compose(drafts)
        #expect(mails.count == 1_000)
        #expect(mails.indices.allSatisfy { lines(mails[$0]).contains("Message-Id: <\($0)@forum.example>") })
    }

    @Test func aTextWithControlCharactersIsStillAMail() throws {
        let text = String(String.UnicodeScalarView((1..<0x20).map { Unicode.Scalar(UInt8($0)) })) + "\u{7F}\u{85}\u{FFFD}"
        let mail = try child.compose(draft(text: text, html: text))[0]
        #expect(mail.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 9 || $0 == 10 || $0 == 13) })
        #expect(throws: Failure.self) { try child.compose(draft(text: "a\0b")) }
    }
}

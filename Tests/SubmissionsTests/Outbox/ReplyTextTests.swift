import Foundation
import Model
import ProgramUnderTest
import Quarantine
import Testing

@testable import Submissions

/// What participants are written, in each language, held to `Golden/`. `RECORD=1` writes those files anew, and fails: what was recorded is read
/// before it is believed.
@Suite("Replies") struct ReplyTextTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")

    private func compare(_ text: String, with name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name)")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    @Test(arguments: MailOffice.languages) func eachReplyIsInItsReadersLanguage(_ language: Language) throws {
        let office = try MailOffice(language)
        var told = ""
        for one in ReplyCase.all {
            let mail = try #require(try office.write(one.reply).mail)
            #expect(mail.language == language.code && mail.state == .waiting && mail.to == "ana@example.org")
            told += "==== \(one.name)\nSubject: \(mail.subject)\n\n\(mail.text)\n"
        }
        try compare(told, with: "replies.\(language).txt")
    }

    @Test(arguments: MailOffice.languages) func theMailIsTheSameAsEver(_ language: Language) throws {
        let office = try MailOffice(language, excerpts: true)
        let mail = try #require(try office.write(ReplyCase("returned", ReplyCase.returned).reply).mail)
        let bytes = try office.outbox.message(mail.number)
        try compare(String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n"), with: "returned.\(language).eml")
        // And it is opened as what it says.
        guard case .success(let opened) = try Quarantine(command: Program.quarantine).open(name: "mail.eml", bytes) else {
            Issue.record("cannot be opened")
            return
        }
        #expect(opened.texts.first.map { String(decoding: $0.bytes, as: UTF8.self) } == mail.text)
    }

    @Test func mailQuotesNothingUnlessTheForumAllowsIt() throws {
        for excerpts in [false, true] {
            let office = try MailOffice(Language("en"), excerpts: excerpts)
            let mail = try #require(try office.write(ReplyCase("returned", ReplyCase.returned).reply).mail)
            #expect(mail.text.contains("secret.example.org") == excerpts)
            #expect(mail.text.contains("> What was sent.") == excerpts)
            #expect(mail.text.contains("Line 12 of your text"))
        }
    }

    @Test func aModeratorsWordsAreNoMarkup() throws {
        let office = try MailOffice(Language("en"))
        var reply = Reply(.rejected, [ReplyCase.record(1)], nil).at(1)
        reply.words = "<script>alert(1)</script> & \"x\"\n- <b>\nhttps://example.org/?a=1&b=\"\n> javascript:x"
        let mail = try #require(try office.write(reply).mail)
        let html = MailHTML.document(mail.text, title: "</title><b>", language: Language("en"))
        #expect(!html.contains("<script") && !html.contains("<b>") && html.contains("&lt;script&gt;"))
        #expect(html.contains("<a dir=\"ltr\" href=\"https://example.org/?a=1&amp;b=&quot;\">"))
        #expect(html.components(separatedBy: "<a ").count == 3)
    }
}

import Foundation
import Model
import Quarantine
import Testing

@testable import Submissions

/// To whom replies go, in which language, and where they belong.
@Suite("Recipients of replies") struct ReplyRecipientTests {
    private func record(
        sender: String?, subject: String? = "Contribution", id: String? = "m1@example.org", references: [String]? = nil,
        nature: [String] = []
    ) -> Record {
        var record = ReplyCase.record(17)
        record.origin = Record.Origin(
            source: "mail.eml", sender: sender, senderName: "Ana\r\nBcc: x@example.org", subject: subject, messageID: id,
            references: references,
            date: nil, nature: nature, hasFields: true)
        return record
    }

    private func submission(_ language: String?, email: String? = nil) -> Submission {
        var submission = ReplyCase.contribution
        submission.language = language.map { Language($0) }
        submission.author.email = email
        return submission
    }

    @Test func theReadersLanguageGoesBeforeThatOfTheText() throws {
        let office = try MailOffice(Language("ru"))
        let known = try office.write(Reply(.received, [record(sender: "ANA@example.org")], submission("fr")).at(1))
        #expect(known.mail?.language == "ru" && known.mail?.state == .waiting)
        for (language, expected) in [("fr", "fr"), ("de", "en"), (nil, "en")] {
            let stranger = try office.write(Reply(.received, [record(sender: "bo@example.org")], submission(language)).at(1))
            #expect(stranger.mail?.language == expected && stranger.mail?.state == .held)
        }
    }

    @Test func whoCannotBeWrittenToIsNotWrittenTo() throws {
        let office = try MailOffice(Language("en"))
        let cases: [(Record, Submission, ReplyOutcome.Reason)] = [
            (record(sender: nil), submission("en"), .noAddress), (record(sender: "bo@exämple.org"), submission("en"), .badAddress),
            (record(sender: "a@example.org\r\nBcc: b@example.org"), submission("en"), .badAddress),
            (record(sender: "bo@example.org", nature: ["automatic"]), submission("en"), .automatic),
            (record(sender: "Forum@Example.org"), submission("en"), .ownAddress),
        ]
        for (record, submission, reason) in cases {
            let written = try office.write(Reply(.received, [record], submission).at(1))
            #expect(written.outcome == .none(reason))
        }
        #expect(try office.outbox.mails().isEmpty)
        #expect(
            try MailOffice(Language("en"), address: nil).write(Reply(.received, [record(sender: "a@example.org")], nil).at(1)).mail != nil)
    }

    @Test func whatCameInAFileGoesToTheAddressInItsFields() throws {
        let office = try MailOffice(Language("en"))
        let mail = try office.write(
            Reply(.received, [record(sender: nil, subject: nil, id: nil)], submission("fr", email: "ana@example.org")).at(1)
        ).mail
        #expect(mail?.to == "ana@example.org" && mail?.inReplyTo == nil && mail?.references == [])
        #expect(mail?.subject == "Your submission to the “Forum on Technical Assistance”")
    }

    @Test func aReplyStandsBelowWhatItAnswers() throws {
        let office = try MailOffice(Language("en"))
        let long = (0..<40).map { "r\($0)@example.org" }
        let record = record(sender: "ana@example.org", subject: "AW: RE:  Über\r\nalles", references: ["bad id"] + long)
        let mail = try #require(try office.write(Reply(.received, [record], submission("en")).at(7)).mail)
        #expect(mail.subject == "Re: Über alles")
        #expect(mail.inReplyTo == "m1@example.org")
        #expect(mail.references == ["r0@example.org"] + long.suffix(19) + ["m1@example.org"])
        #expect(mail.messageID == Replies.identifier(of: record, entry: 7) + "@example.org")
        #expect(!mail.name.contains("\n"))
        let head = String(decoding: try office.outbox.message(mail.number), as: UTF8.self).components(separatedBy: "\r\n").prefix {
            !$0.isEmpty
        }
        #expect(!head.contains { $0.hasPrefix("Bcc") })
    }

    @Test func anAnswerToAReplyFindsTheSubmission() throws {
        var record = record(sender: "ana@example.org")
        record.state = .returned
        record.history = [
            Record.Event(entry: 7, time: "", by: "L. Lead", action: .return, before: .received, reasons: [], words: nil, mail: 3)
        ]
        let known = try KnownSubmissions([record])
        let reference = Replies.identifier(of: record, entry: 7) + "@relay.example.net"
        let candidate = Candidate(
            text: Array("---\nkind: contribution\n---\n".utf8), files: [], leftOut: [],
            letter: .init(
                from: [.init(name: "", address: "ana@example.org")], subject: "Something else", date: nil, messageID: "n@example.org",
                references: [reference], nature: []))
        #expect(known.returned(candidate)?.number == 17 && known.answered(candidate) == 17)
    }
}

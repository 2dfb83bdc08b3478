package import ContentStore
package import Diagnostics
import Model

/// Somebody who was asked, and what came of it.
package struct AskedQuestion: Sendable {
    package let mail: OutgoingMail
    /// The submissions that came from them since, with how far each is: answers to the mail, and what is for the discussion and names no
    /// other question.
    package let answers: [(number: Int, state: SubmissionState)]

    /// Everybody who was asked, by the numbers of the mails. What was dropped or purged is left out.
    ///
    /// - Parameter discussion: nil for all.
    package static func all(in discussion: String?, inbox: Inbox, roster: Roster) throws(Failure) -> [AskedQuestion] {
        let mails = try Outbox(office: inbox.office).mails().filter {
            $0.kind == .question && !$0.isEmptied && (discussion == nil || $0.place == discussion)
        }
        guard !mails.isEmpty else { return [] }
        var came: [(record: Record, submission: Submission)] = []
        for record in try inbox.records() {
            guard let submission = try inbox.submission(record) else { continue }
            came.append((record, submission))
        }
        return mails.map { mail in
            let holderAddresses = { (record: Record) in record.proof?.holder.flatMap { roster.reader($0) }?.addresses ?? [] }
            let answers = came.filter { one in
                guard one.record.received >= mail.made else { return false }
                if one.record.origin.references?.contains(mail.messageID) == true { return true }
                guard one.submission.discussion == mail.place, one.submission.question ?? mail.question == mail.question else {
                    return false
                }
                let addresses = [one.record.origin.sender, one.submission.author.email].compactMap { $0 } + holderAddresses(one.record)
                return addresses.contains { $0.lowercased() == mail.to.lowercased() }
            }
            return AskedQuestion(mail: mail, answers: answers.map { ($0.record.number, $0.record.state) })
        }
    }
}

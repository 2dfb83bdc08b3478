import Diagnostics
import Model

extension Moderation {
    /// Mails about an amendment.
    struct Letters {
        var changes: [Change] = []
        var outcomes: [ReplyOutcome] = []
        /// For each submission of the amendment, the number of its mail; nil where there is none.
        var mails: [Int?]
    }

    /// What the authors of submissions are told that an amendment takes further: who asked for a correction, that it is approved; whose text
    /// was corrected without asking, that it was.
    ///
    /// - Parameter first: the number of the log's entry about the first submission.
    func letters(
        _ amendment: Amendment, first: Int, _ ledger: Ledger, _ replies: Replies
    ) throws(Failure) -> Letters {
        let inbox = Inbox(office: ledger.office)
        let askers = amendment.submissions.filter { $0.action == .approve }.compactMap { $0.record.origin.sender?.lowercased() }
        var letters = Letters(mails: amendment.submissions.map { _ in nil })
        var written: [Reply] = []
        var indices: [Int] = []
        for (index, amended) in amendment.submissions.enumerated() {
            let asks = amended.action == .approve
            if !asks, let sender = amended.record.origin.sender, askers.contains(sender.lowercased()) { continue }
            // As it lies there: what is new of it is put on the disk only after this.
            let submission = try inbox.submission(try inbox.require(amended.record.number))
            var reply = Reply(asks ? .approved : .corrected, [amended.record], submission)
            reply.place = amendment.place
            reply.languages = content.languages(of: amendment.place, submission)
            reply.isRequest = asks
            written.append(reply.at(first + index))
            indices.append(index)
        }
        let mails = try replies.write(written, in: ledger, at: content.now)
        letters.changes = mails.changes
        letters.outcomes = mails.outcomes
        for (index, outcome) in zip(indices, mails.outcomes) { letters.mails[index] = outcome.number }
        return letters
    }
}

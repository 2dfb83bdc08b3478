import Diagnostics
import Model

/// What those are told whom a withdrawal concerns.
extension Withdrawing {
    /// Mails about a withdrawal, with the records that name them.
    struct Letters {
        var changes: [Change] = []
        var outcomes: [ReplyOutcome] = []
        var requests: [Record]
        var records: [Record]
    }

    /// - Parameters:
    ///   - requests: those who asked for it, each with what was done as its last event.
    ///   - records: those whose text goes, likewise.
    func letters(
        to requests: [Record], and records: [Record], _ requestedBy: Withdrawal.Requester
    ) throws(Failure) -> Letters {
        var letters = Letters(requests: requests, records: records)
        guard let replies else { return letters }
        var written: [Reply] = []
        for record in requests { written.append(try reply(.approved, record)) }
        // Who asked for it and wrote it is told once.
        let told = Set(requests.compactMap { $0.origin.sender?.lowercased() })
        let others = records.indices.filter { index in records[index].origin.sender.map { !told.contains($0.lowercased()) } ?? true }
        for index in others {
            var reply = try reply(.withdrawn, records[index])
            reply.requestedBy = requestedBy
            written.append(reply)
        }
        let mails = try replies.write(written, in: ledger, at: content.now)
        letters.changes = mails.changes
        letters.outcomes = mails.outcomes
        for (index, outcome) in mails.outcomes.enumerated() {
            if index < requests.count {
                letters.requests[index].tell(outcome.number)
            } else {
                letters.records[others[index - requests.count]].tell(outcome.number)
            }
        }
        return letters
    }

    private func reply(_ kind: OutgoingMail.Kind, _ record: Record) throws(Failure) -> Reply {
        var reply = Reply(kind, [record], try inbox.submission(record))
        reply.place = target.place
        return reply.at(record.history.last?.entry ?? 0)
    }
}

extension Record {
    /// Notes the mail that tells of what was done last.
    mutating func tell(_ mail: Int?) {
        guard !history.isEmpty else { return }
        history[history.count - 1].mail = mail
    }
}

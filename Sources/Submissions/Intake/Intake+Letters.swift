import Diagnostics
import Model

/// What those are told from whom something came.
extension Intake {
    /// A mail that is to be written.
    struct Letter {
        let kind: OutgoingMail.Kind
        /// The index of the record that it is about, and that of what the log says of it.
        let record: Int
        let draft: Int
        let submission: Submission?
    }

    /// Notes that whoever sent the last record is to be told. Called before the log's line about it is added.
    mutating func note(_ kind: OutgoingMail.Kind, _ candidate: Candidate) {
        guard replies != nil, records.last?.origin.sender != nil || Candidate.hasFields(candidate.text) else { return }
        var ignored: [Finding] = []
        let submission = Submission.read(path: "", bytes: candidate.text, findings: &ignored)
        letters.append(Letter(kind: kind, record: records.count - 1, draft: drafts.count, submission: submission))
    }

    /// Writes what is to be told of this batch. Several submissions of one mail are told of in one.
    mutating func tell() throws(Failure) {
        guard let replies, !letters.isEmpty else { return }
        var groups: [[Letter]] = []
        for letter in letters {
            if let before = groups.last?[0], before.kind == .received, letter.kind == .received,
                isOfOneMail(records[before.record].origin, records[letter.record].origin)
            {
                groups[groups.count - 1].append(letter)
            } else {
                groups.append([letter])
            }
        }
        let first = try ledger.end().count + 1
        let written = try replies.write(
            groups.map { group in
                Reply(group[0].kind, group.map { records[$0.record] }, group[0].submission).at(first + group[0].draft)
            }, in: ledger, at: now)
        changes += written.changes
        for (group, outcome) in zip(groups, written.outcomes) {
            if case .none(let reason) = outcome { unwritten.insert(reason) }
            guard let mail = outcome.number else { continue }
            for letter in group {
                records[letter.record].tell(mail)
                drafts[letter.draft].facts["mail"] = String(mail)
            }
        }
    }

    private func isOfOneMail(_ a: Record.Origin, _ b: Record.Origin) -> Bool {
        a.sender != nil && a.source == b.source && a.sender == b.sender && a.messageID == b.messageID
    }
}

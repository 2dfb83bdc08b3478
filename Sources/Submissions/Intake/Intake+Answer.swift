package import ContentStore
package import Diagnostics
import Model

extension Intake {
    /// What a moderator says of what is imported: it is the new text of a submission that was returned, by whatever way it came.
    struct Answer {
        let number: Int
        /// The moderator's.
        let name: String
        var hasCome = false
    }

    /// Has the one text that is imported next join a submission that was returned. Throws where nobody waits for a text of it.
    ///
    /// - Parameters:
    ///   - content: read while the ledger was held.
    ///   - roster: the office's.
    ///   - name: the moderator's who knows that it is its author's.
    package mutating func expect(_ number: Int, in content: ForumContent, _ roster: Roster, as name: String) throws(Failure) {
        let record = try Inbox(office: ledger.office).require(number)
        guard record.state == .returned else {
            throw Failure(
                "submission \(number) is \(record.state.words): no other text of it is waited for",
                remedy: record.state.isWaiting
                    ? "Put the text in its place with `rostrum review edit \(number) --file …`." : "Import it without --for.")
        }
        try Review(ledger, content: content, roster: roster, as: name).requireRoom(of: record)
        answer = Answer(number: number, name: name)
    }

    /// The submission that a candidate is another text of; nil for one of its own.
    mutating func returned(for candidate: Candidate) throws(Failure) -> Record? {
        guard let answer else { return known.returned(candidate) }
        guard !answer.hasCome, let record = known.returned(answer.number) else {
            throw Failure(
                "there is more than one text, and submission \(answer.number) waits for one", remedy: "Name the file that has it alone.")
        }
        self.answer?.hasCome = true
        return record
    }

    /// The submission that a text was made before a moderator said which one it is the new text of; nil where that stands as it is.
    func superseded(_ number: Int) throws(Failure) -> Record? {
        guard let answer, !answer.hasCome, number != answer.number else { return nil }
        let record = try Inbox(office: ledger.office).require(number)
        return record.state.isWaiting && (record.claimedBy ?? answer.name) == answer.name ? record : nil
    }

    /// Ends a submission whose text has joined another.
    mutating func giveUp(_ superseded: Record) throws(Failure) {
        guard let answer else { return }
        var record = superseded
        record.history.append(
            Record.Event(
                entry: try ledger.end().count + drafts.count + 1, time: now.iso, by: answer.name, action: .reject, before: record.state,
                reasons: [], words: "It is the new text of submission \(answer.number)."))
        record.state = .rejected
        record.claimedBy = nil
        records.append(record)
        drafts.append(LogEntry.Draft(by: answer.name, .reject, submission: record.number))
    }

    /// Throws where no text came for the submission that waits for one.
    func requireAnswer() throws(Failure) {
        guard let answer, !answer.hasCome else { return }
        throw Failure(
            "there is no text for submission \(answer.number) that the office has not", remedy: "Name the file that has the new text.")
    }
}

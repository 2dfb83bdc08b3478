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

    /// Throws where no text came for the submission that waits for one.
    func requireAnswer() throws(Failure) {
        guard let answer, !answer.hasCome else { return }
        throw Failure(
            "there is no text for submission \(answer.number) that the office has not", remedy: "Name the file that has the new text.")
    }
}

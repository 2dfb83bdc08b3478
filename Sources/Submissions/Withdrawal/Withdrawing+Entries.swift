import Diagnostics
import Model

extension Withdrawing {
    /// What a withdrawal says in the log, and the same in the histories of submissions.
    struct Entries {
        private(set) var drafts: [LogEntry.Draft] = []
        private let first: Int
        private let name: String
        private let now: Instant

        /// - Parameter first: the number of the first.
        init(first: Int, by name: String, at now: Instant) {
            self.first = first
            self.name = name
            self.now = now
        }

        mutating func add(_ draft: LogEntry.Draft) { drafts.append(draft) }

        /// The record of a submission that asked for it, approved.
        mutating func fulfilling(_ record: Record, at place: String) -> Record {
            var record = record
            record.place = place
            record.claimedBy = nil
            return adding(.approve, to: record, state: .approved)
        }

        /// The record of a submission whose text goes.
        mutating func adding(
            _ action: LogEntry.Action, to record: Record, state: SubmissionState = .withdrawn, words: String? = nil
        ) -> Record {
            var record = record
            record.history.append(
                Record.Event(
                    entry: first + drafts.count, time: now.iso, by: name, action: action, before: record.state, reasons: [], words: words))
            record.state = state
            drafts.append(LogEntry.Draft(by: name, action, submission: record.number, place: record.place))
            return record
        }
    }
}

import Foundation
import Model

/// One line of the office's log: who did what to what, and when. It holds no word of any text, no address and no name but the
/// moderator's, so that it can be kept when a text is purged.
package struct LogEntry: Sendable, Hashable, Codable {
    /// From 1, each one more than the one before.
    package let number: Int
    /// ISO 8601 in UTC, to the second.
    package let time: String
    /// The moderator's name as they gave it; `rostrum` for what the program does by itself.
    package let by: String
    package let action: Action
    /// The number of the submission that it concerns.
    package let submission: Int?
    /// What of the content it concerns: `2026-014`, `2026-014/0003`, `library/ip-office-automation`.
    package let place: String?
    /// Further facts, by their names: a room, a reason's identifier, a date, a digest.
    package let facts: [String: String]?
    /// SHA-256 of the line before, without its line break, in lower-case hexadecimal; 64 zeros in the first.
    package let previous: String

    /// What was done.
    package enum Action: String, Sendable, Codable, CaseIterable {
        // What comes in
        case receive, rejoin, unreadable, dismiss
        // Review
        case claim, edit, approve, `return`, reject, schedule, undo
        // The build
        case publish
        // Discussions
        case open, change, close, note, summary, outcome, translate
        // What was published
        case correct, withdraw, purge
        // Mails: changed; about to be handed over, taken on, refused; never to be sent
        case rewrite, send, sent, unsent, drop
        // A question to somebody who may know
        case ask
        // Digests: written
        case digest
        // The log itself
        case restart
    }

    /// What is to be said; number, time and chain come with the writing.
    package struct Draft: Sendable, Hashable {
        package let by: String
        package let action: Action
        package let submission: Int?
        package let place: String?
        package var facts: [String: String]

        package init(by: String, _ action: Action, submission: Int? = nil, place: String? = nil, facts: [String: String] = [:]) {
            self.by = by
            self.action = action
            self.submission = submission
            self.place = place
            self.facts = facts
        }
    }

    init(_ draft: Draft, number: Int, at time: Instant, previous: String) {
        self.number = number
        self.time = time.iso
        by = draft.by
        action = draft.action
        submission = draft.submission
        place = draft.place
        facts = draft.facts.isEmpty ? nil : draft.facts
        self.previous = previous
    }

    /// Who the program is, where it acts by itself.
    package static let program = "rostrum"
}

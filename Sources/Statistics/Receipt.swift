package import Model

/// A submission as the office knows it.
package struct Receipt: Sendable, Hashable {
    /// `contribution`, `topic`, `practice` …; nil where nobody says, and for what was purged.
    package let kind: String?
    /// The discussion that it belongs to; nil for none.
    package let discussion: String?
    /// The room that it names; what counts is that of its discussion, where it has one.
    package let room: String?
    /// In which it was written.
    package let language: Language?
    /// The author's member.
    package let member: String?
    /// Where it stands in the content: `2026-014/0007`, `2026-015`, `library/ip-office-automation`.
    package let place: String?
    /// Each time that it came in, the first time and again after it was returned, in order; never empty.
    package let rounds: [Round]

    package init(kind: String?, discussion: String?, room: String?, language: Language?, member: String?, place: String?, rounds: [Round]) {
        self.kind = kind
        self.discussion = discussion
        self.room = room
        self.language = language
        self.member = member
        self.place = place
        self.rounds = rounds
    }

    /// One time that it came in.
    package struct Round: Sendable, Hashable {
        package let received: Instant
        /// Nil while it waits.
        package let decision: Decision?

        package init(received: Instant, decision: Decision?) {
            self.received = received
            self.decision = decision
        }
    }

    /// What a moderator decided.
    package struct Decision: Sendable, Hashable {
        package let time: Instant
        /// A moderator's name.
        package let by: String
        package let verdict: Verdict

        package init(time: Instant, by: String, verdict: Verdict) {
            self.time = time
            self.by = by
            self.verdict = verdict
        }
    }

    /// How it was decided; approval for a day to come is one.
    package enum Verdict: String, Sendable, CaseIterable {
        case approved, returned, rejected
    }
}

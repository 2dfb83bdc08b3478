/// How far a submission is.
package enum SubmissionState: String, Sendable, Codable, CaseIterable {
    /// Nobody looks at it yet.
    case received
    /// A moderator has taken it.
    case inReview = "in-review"
    /// What it asks for stands in `content/`, or was done; the next build publishes it.
    case approved
    /// Its author was asked to change something.
    case returned
    case rejected
    /// Approved for a day to come.
    case scheduled
    /// A build has published it.
    case published
    /// What was published was corrected since.
    case corrected
    /// What was published was withdrawn.
    case withdrawn

    /// Whether a moderator still has to decide.
    package var isWaiting: Bool { self == .received || self == .inReview }
}

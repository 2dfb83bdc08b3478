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

extension SubmissionState {
    /// In words, for sentences.
    package var words: String {
        switch self {
        case .received: "waiting for somebody to look at it"
        case .inReview: "in review"
        case .approved: "approved, and published with the next build"
        case .returned: "returned to its author"
        case .rejected: "rejected"
        case .scheduled: "approved for a day to come"
        case .published: "published"
        case .corrected: "published, and was corrected since"
        case .withdrawn: "withdrawn"
        }
    }
}

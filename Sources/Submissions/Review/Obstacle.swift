import Diagnostics

/// What stands against approving a submission: what its author, or a moderator, can mend.
package struct Obstacle: Sendable, Equatable {
    /// One sentence, lower case, without a full stop.
    package let message: String
    /// What to do next, as a sentence.
    package let remedy: String

    /// Nil where no check has an error that nobody has accepted.
    ///
    /// - Parameter accepted: names of checks whose errors the moderator takes upon themselves.
    init?(_ remarks: [Remark], of number: Int, accepted: Set<String>) {
        let against = remarks.filter { $0.kind.severity == .error && !accepted.contains($0.kind.rawValue) }
        guard !against.isEmpty else { return nil }
        let names = Set(against.map(\.kind.rawValue)).sorted().joined(separator: ", ")
        message = "submission \(number) has errors (\(names)), and nothing was changed"
        remedy = "See `rostrum inbox show \(number)`: edit it, return it, or approve it all the same with --accept and the name."
    }

    /// Nil where no check has an error, something can be written of it, and the content has no error with it.
    init?(_ approval: Review.Approval, accepted: Set<String>) {
        let number = approval.record.number
        if let obstacle = Obstacle(approval.remarks, of: number, accepted: accepted) {
            self = obstacle
            return
        }
        if let refusal = approval.refusal {
            message = "submission \(number) cannot be approved: \(refusal.message)"
            remedy = refusal.remedy ?? "See `rostrum inbox show \(number)`."
            return
        }
        guard approval.findings.contains(where: { $0.kind.severity == .error }) else { return nil }
        message = "with submission \(number) the content would have errors, and nothing was changed"
        remedy = "Mend what is marked above with `rostrum review edit \(number)`, or return it."
    }

    /// The same, for who did not ask first.
    var failure: Failure { Failure(message, remedy: remedy) }
}

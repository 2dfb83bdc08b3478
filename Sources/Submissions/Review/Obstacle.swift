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
        let against = remarks.filter { remark in
            remark.kind.severity == .error && (!accepted.contains(remark.kind.rawValue) || remark.kind == .virus)
        }
        guard !against.isEmpty else { return nil }
        let names = Set(against.map(\.kind.rawValue)).sorted().joined(separator: ", ")
        message = "submission \(number) has errors (\(names)), and nothing was changed"
        let isAcceptable = against.allSatisfy { $0.kind.isAcceptable }
        remedy =
            "See `rostrum inbox show \(number)`: edit it, or return it"
            + (isAcceptable ? "; or approve it all the same with --accept \(names.replacing(", ", with: " --accept "))." : ".")
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
        remedy =
            approval.withdrawal == nil
            ? "Mend what is marked above with `rostrum review edit \(number)`, or return it."
            : "Take out what is marked above, which leads to what is to go; or let it go all the same with `rostrum withdraw`."
    }

    /// The same, for who did not ask first.
    var failure: Failure { Failure(message, remedy: remedy) }
}

extension RemarkKind {
    /// Whether it is an error that a moderator may know better of: with any other, what is approved all the same is stopped later on, or
    /// is not to be published.
    package var isAcceptable: Bool { [.roleNotProven, .removalByAnother, .closedDiscussion, .closedRoom].contains(self) }
}

extension OutgoingMail {
    /// The last of those mails that leave nothing to tell by this one: they go to the same address, and say what became since of everything
    /// that this one is about. Nil where something is left to tell.
    ///
    /// - Parameter others: mails that were sent, or are about to be.
    package func overtaker(among others: [OutgoingMail]) -> OutgoingMail? {
        // A moderator's own words are said once in any case, and what is asked is asked.
        guard editedBy.isEmpty, asks != true, !submissions.isEmpty else { return nil }
        let later = others.filter { $0.number > number && $0.to == to && $0.overtakes(kind) }
        guard submissions.allSatisfy({ submission in later.contains { $0.submissions.contains(submission) } }) else { return nil }
        return later.last { !Set($0.submissions).isDisjoint(with: submissions) }
    }

    /// Whether it says all that an earlier one of a kind would have.
    private func overtakes(_ earlier: Kind) -> Bool {
        switch earlier {
        case .received, .rejoined: kind != .question && kind != .digest
        // What becomes a discussion has no place in one: its approval says when it opens.
        case .approved, .scheduled: kind == .withdrawn || kind == .published && place?.contains("/") == true
        default: false
        }
    }
}

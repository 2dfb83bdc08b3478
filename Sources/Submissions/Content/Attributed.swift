import Access
package import ContentStore
package import Model

/// What readers are told of an author, and in which capacity they write.
package struct Attributed: Sendable {
    /// In which capacity they write.
    package let role: Contribution.Role
    /// A member's code.
    package let member: String?
    package let name: String?
    package let position: String?
    package let institution: String?

    /// What the roster says of them; nil for those who write for a member, and for whom it does not have.
    let reader: Roster.Reader?

    /// - Parameter proof: whose passphrase the text was sealed with; nil for what was not sealed.
    package init(_ submission: Submission, roster: Roster, proof: Record.Proof?) {
        let author = submission.author
        let attribution = submission.attribution ?? .name
        (role, reader) = Self.capacity(submission, roster, proof?.holder)
        let isNamed = attribution == .name
        member = attribution == .none ? nil : author.member
        name = isNamed ? author.name : nil
        position = isNamed ? author.position : nil
        institution = isNamed ? author.institution : nil
    }

    /// Staff and guests are those who have proved it, under their own name or none, and those whom the roster has under their name; all
    /// others write for a member. A guest is one in a single discussion.
    private static func capacity(
        _ submission: Submission, _ roster: Roster, _ prover: Holder?
    ) -> (role: Contribution.Role, reader: Roster.Reader?) {
        guard submission.author.member == nil else { return (.participant, nil) }
        let name = submission.author.name.flatMap { WrittenName($0) }
        switch prover {
        case .staff(let proved) where name == nil || name == WrittenName(proved): return (.staff, roster.staff[proved])
        case .guest(let proved, submission.discussion) where name == nil || name == WrittenName(proved):
            return (.guest, roster.guests[proved])
        default: break
        }
        guard let name else { return (.participant, nil) }
        let find = { (readers: [String: Roster.Reader]) in
            readers.keys.filter { WrittenName($0) == name }.min().flatMap { readers[$0] }
        }
        if let reader = find(roster.staff) { return (.staff, reader) }
        if let reader = find(roster.guests) { return (.guest, reader) }
        return (.participant, nil)
    }
}

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

    package init(_ submission: Submission, roster: Roster) {
        let author = submission.author
        let attribution = submission.attribution ?? .name
        role = Self.role(author, roster)
        let isNamed = attribution == .name
        member = attribution == .none ? nil : author.member
        name = isNamed ? author.name : nil
        position = isNamed ? author.position : nil
        institution = isNamed ? author.institution : nil
    }

    /// Staff and guests are those whom the roster has under their name; all others write for a member.
    private static func role(_ author: Submission.Author, _ roster: Roster) -> Contribution.Role {
        guard author.member == nil, let name = author.name else { return .participant }
        if roster.staff[name] != nil { return .staff }
        return roster.guests[name] != nil ? .guest : .participant
    }
}

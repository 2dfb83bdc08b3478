import Model

/// A contribution that stands, as it is counted.
struct Voice: Sendable {
    /// The discussion's identifier.
    let discussion: String
    let room: String
    /// Identifiers.
    let categories: [String]
    /// The date that readers see.
    let day: Day
    let role: Contribution.Role
    /// The member's code, from the content or else from the office; nil where neither has one.
    let member: String?
    /// Nil where no author is named.
    let person: Person?
    /// In which it was written.
    let language: Language
    /// The guiding question that it answers, from 1.
    let question: Int?

    /// Where it comes from.
    var origin: Origin {
        switch role {
        case .staff: .staff
        case .guest: .guests
        case .participant, .moderator: member.map { .of($0) } ?? .unstated
        }
    }

    /// A moderator's note is the forum's own work and no use that is made of it.
    var isNote: Bool { role == .moderator }
}

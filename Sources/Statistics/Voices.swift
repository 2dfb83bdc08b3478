import Model

/// Every contribution that stands in a discussion that stands.
struct Voices {
    /// By participants, guests and staff.
    let contributions: [Voice]
    /// By moderators.
    let notes: [Voice]

    /// - Parameters:
    ///   - last: later ones are left out.
    ///   - members: the members of those who are published without one, by place.
    init(_ content: Content, until last: Day, members: [String: String]) {
        let all = content.discussions.filter { $0.withdrawal == nil }.flatMap { Self.voices($0, members) }.filter { $0.day <= last }
        contributions = all.filter { !$0.isNote }
        notes = all.filter(\.isNote)
    }

    private static func voices(_ discussion: Discussion, _ members: [String: String]) -> [Voice] {
        guard let facts = discussion.facts else { return [] }
        return discussion.contributions.compactMap { contribution in
            guard case .posted(let posted) = contribution.content else { return nil }
            let member = posted.member ?? members["\(discussion.id)/\(contribution.number)"]
            return Voice(
                discussion: discussion.id, room: facts.room, categories: facts.categories, day: posted.date, role: posted.role,
                member: member, person: posted.author.map { Person(name: $0, member: member) }, language: posted.original.language,
                question: posted.question)
        }
    }
}

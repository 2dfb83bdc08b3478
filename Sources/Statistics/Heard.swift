import Model

/// When each member was heard from last.
struct Heard {
    private let days: [String: Day]

    /// - Parameters:
    ///   - voices: all contributions up to the end of the period.
    ///   - ends: the first second that does not count.
    init(_ content: Content, _ voices: [Voice], office: OfficeFacts?, calendar: ForumCalendar, ends: Instant) {
        var days: [String: Day] = [:]
        func hear(_ member: String, on day: Day) {
            if calendar.start(of: day) < ends { days[member] = max(days[member] ?? day, day) }
        }
        for voice in voices { if case .of(let member) = voice.origin { hear(member, on: voice.day) } }
        for discussion in content.discussions where discussion.withdrawal == nil {
            guard let facts = discussion.facts, let member = facts.proposedBy else { continue }
            hear(member, on: calendar.day(of: calendar.opening(facts.opens)))
        }
        for (_, facts) in LibraryUse.standing(content) { for member in facts.members { hear(member, on: facts.date) } }
        for receipt in office?.receipts ?? [] {
            guard let member = receipt.member else { continue }
            for round in receipt.rounds { hear(member, on: calendar.day(of: round.received)) }
        }
        self.days = days
    }

    /// Nil where it never was.
    func last(_ member: String) -> Day? { days[member] }
}

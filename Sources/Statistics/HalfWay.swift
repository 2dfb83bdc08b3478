package import Model

/// How far one discussion has come: what a facilitator tells it half way. It knows what readers know, and no member that they are not told.
package struct HalfWay: Sendable {
    /// All of it up to now.
    package let use: DiscussionUse
    /// Today, in the forum's time zone.
    package let today: Day
    /// Days since it opened, today with them; 0 before.
    package let daysGone: Int
    /// Days after today; nil while its end is open.
    package let daysLeft: Int?
    /// By region; all that members of the forum belong to.
    package let regions: Breakdown<Origin>
    /// Members that were heard, and others; in the order of their codes.
    package let members: Breakdown<Origin>
    /// By the language they were written in; the room's languages first.
    package let languages: Breakdown<Language>
    /// Contributions to it that wait for a decision.
    package let waiting: Int

    /// The regions from which nobody wrote.
    package var silentRegions: [String] {
        regions.groups.compactMap { group in
            if case .of(let region) = group.key, group.tally.contributions == 0 { region } else { nil }
        }
    }

    /// Nil where there is no such discussion, or it was withdrawn.
    ///
    /// - Parameters:
    ///   - members: the codes of the forum's members.
    ///   - regions: regions by member's code.
    ///   - waiting: how many submissions for it wait.
    package init?(
        _ id: String, in content: Content, calendar: ForumCalendar, now: Instant, members: [String], regions: [String: String],
        waiting: Int
    ) {
        guard let discussion = content.discussions.first(where: { $0.id == id && $0.withdrawal == nil }), let facts = discussion.facts
        else {
            return nil
        }
        today = calendar.day(of: now)
        let opens = calendar.day(of: calendar.opening(facts.opens))
        let voices = Voices(content, until: today, members: [:]).contributions.filter { $0.discussion == id }
        let period = Period(from: min(opens, today), to: today) ?? .year(until: today)
        use = DiscussionUse(
            discussion, facts, voices: voices, period: period, calendar: calendar, end: now)
        daysGone = max(0, today.daysSince1970 - opens.daysSince1970 + 1)
        let start = max(today, opens).daysSince1970
        daysLeft = use.closes.map { max(0, $0.daysSince1970 - start) }
        self.regions = .regions(voices, members: members, regions: regions)
        self.members = Breakdown(voices, keys: [], name: \.name) { [$0.origin] }
        let room = content.forum.rooms.first { $0.id == facts.room }
        languages = Breakdown(voices, keys: room?.languages ?? [], name: \.code) { [$0.language] }
        self.waiting = waiting
    }
}

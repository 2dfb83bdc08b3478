import Model
import Statistics

/// What the page of statistics says: the use made of the forum in the present month and the eleven before it.
struct StatisticsPage: Sendable {
    let usage: Usage
    /// The next time at which it says something else without any file changing.
    let nextChange: Instant?

    /// Nil where the forum wants none.
    ///
    /// - Parameters:
    ///   - states: the codes of all States, for a forum of which all are members.
    ///   - facts: what the office tells.
    init?(_ content: Content, calendar: ForumCalendar, now: Instant, states: [String], facts: PageFacts) {
        guard content.forum.statisticsPage else { return nil }
        let members: [String] =
            switch content.forum.members {
            case .all: states
            case .some(let list): list.map(\.code)
            }
        let today = calendar.day(of: now)
        let period = Period.wholeMonths(until: today)
        // The page would otherwise be another one after each decision, and tell the host of it.
        let begun = calendar.start(of: today)
        usage = Usage(
            content, period: period, calendar: calendar, now: now, members: members, regions: facts.regions,
            office: facts.office?.before(begun))
        let moments = content.discussions.compactMap(\.facts).flatMap { facts in
            [calendar.opening(facts.opens)] + (facts.closes.map { [calendar.closing($0)] } ?? [])
        }
        let times = facts.office?.receipts.flatMap(\.rounds).flatMap { [$0.received] + ($0.decision.map { [$0.time] } ?? []) } ?? []
        let counted = times.filter { $0 >= begun }.map { calendar.closing(.day(calendar.day(of: $0))) }
        nextChange = (moments + counted + [calendar.closing(.day(period.to))]).filter { $0 > now }.min()
    }
}

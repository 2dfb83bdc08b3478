package import Diagnostics
package import Model

/// What opens in the weeks to come, in each room.
package struct WeekPlan: Sendable {
    /// In the order of forum.yaml.
    package let rooms: [RoomPlan]
    /// Topics that somebody has submitted and nobody has decided about.
    package let waiting: [Topic]

    /// The weeks of a room.
    package struct RoomPlan: Sendable {
        package let room: Room
        /// From the present week on.
        package let weeks: [Week]

        /// Those that want a topic.
        package var empty: [Week] { weeks.filter { $0.isOpen && $0.openings.isEmpty } }
    }

    /// A week, Monday to Sunday, in the forum's time zone.
    package struct Week: Sendable {
        package let monday: Day
        /// The first day of it on which something could still open.
        package let first: Day
        /// Whether the room is open on one of its days that are not past.
        package let isOpen: Bool
        package let openings: [Opening]
    }

    /// Something that opens.
    package struct Opening: Sendable {
        /// The discussion's number; nil for a submission that becomes one on that day.
        package let discussion: String?
        /// The number of that submission.
        package let submission: Int?
        package let title: String
        package let day: Day
        /// Whether the room is closed on that day.
        package let isHindered: Bool
    }

    /// A topic that waits in the inbox.
    package struct Topic: Sendable {
        package let submission: Int
        /// Hostile.
        package let title: String
        /// The room that it is meant for, where there is one.
        package let room: Room?
    }

    /// - Parameters:
    ///   - count: how many weeks, the present one with them.
    ///   - room: nil for all.
    package init(_ content: ForumContent, inbox: Inbox, weeks count: Int, room: Room?) throws(Failure) {
        var scheduled: [(room: Room, opening: Opening)] = []
        var waiting: [Topic] = []
        for record in try inbox.records() where record.state.isWaiting || record.state == .scheduled {
            guard let submission = try inbox.submission(record), submission.kind == .topic else { continue }
            let meant = submission.room.flatMap { content.room($0) }
            let title = submission.title ?? record.origin.subject ?? ""
            if record.state == .scheduled, let meant, let due = record.due, let day = Day(due) {
                let opening = Opening(
                    discussion: nil, submission: record.number, title: title, day: day,
                    isHindered: !content.isOpen(meant, from: day, to: day))
                scheduled.append((meant, opening))
            } else if record.state.isWaiting, room == nil || meant == nil || meant?.id == room?.id {
                waiting.append(Topic(submission: record.number, title: title, room: meant))
            }
        }
        self.waiting = waiting
        let today = content.today
        let calendar = content.calendar
        let monday = calendar.monday(of: today)
        rooms = (room.map { [$0] } ?? content.forum.rooms).map { room in
            let openings = content.openings(in: room) + scheduled.filter { $0.room.id == room.id }.map(\.opening)
            let weeks = (0..<count).map { index in
                let first = calendar.day(7 * index, after: monday)
                let last = calendar.day(6, after: first)
                let own = openings.filter { first <= $0.day && $0.day <= last }
                let next = max(first, today)
                return Week(
                    monday: first, first: next, isOpen: content.isOpen(room, from: next, to: last), openings: own.sorted { $0.day < $1.day }
                )
            }
            return RoomPlan(room: room, weeks: weeks)
        }
    }
}

extension ForumContent {
    fileprivate func openings(in room: Room) -> [WeekPlan.Opening] {
        content.discussions.compactMap { discussion in
            guard let facts = discussion.facts, facts.room == room.id else { return nil }
            return WeekPlan.Opening(
                discussion: discussion.id, submission: nil, title: discussion.title(in: room.languages), day: day(of: facts.opens),
                isHindered: closure(of: room, for: facts) != nil)
        }
    }

    /// Whether a room is open on one of some days.
    fileprivate func isOpen(_ room: Room, from first: Day, to last: Day) -> Bool {
        switch room.opening {
        case .always: true
        case .periods(let periods): periods.contains { $0.from <= last && first <= $0.until }
        }
    }
}

extension ForumCalendar {
    /// The Monday of a day's week.
    fileprivate func monday(of day: Day) -> Day {
        // 1970 began on a Thursday.
        self.day(-(((day.daysSince1970 + 3) % 7 + 7) % 7), after: day)
    }

    /// So many days later.
    fileprivate func day(_ count: Int, after day: Day) -> Day {
        // At noon, which clocks that change do not move into another day.
        self.day(of: Instant(seconds: start(of: day).seconds + count * 86_400 + 43_200))
    }
}

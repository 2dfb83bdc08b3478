import Foundation

/// The forum's time zone: turns days into instants and back. A day is whole there, both ends included.
package struct ForumCalendar: Sendable {
    /// The identifier of the time zone, as in `Europe/Zurich`.
    package let identifier: String
    private let zone: TimeZone

    /// Nil when there is no such time zone.
    package init?(_ identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.identifier = identifier
        self.zone = zone
    }

    /// The first second of a day.
    package func start(of day: Day) -> Instant {
        let midnight = day.daysSince1970 * 86_400
        // The offset at local midnight: ask once near it, once at the answer, so that a change of clocks that day is right.
        let near = offset(at: midnight - offset(at: midnight))
        let start = midnight - near
        // Where clocks go forward at midnight, that answer lies on the day before: the day begins when they do.
        let before = offset(at: start)
        return Instant(seconds: before == near ? start : midnight - before)
    }

    /// When something that opens at `moment` opens.
    package func opening(_ moment: Moment) -> Instant {
        switch moment {
        case .day(let day): start(of: day)
        case .time(let instant): instant
        }
    }

    /// The first second at which something that closes at `moment` is closed: a day is included whole.
    package func closing(_ moment: Moment) -> Instant {
        switch moment {
        case .day(let day): start(of: self.day(daysSince1970: day.daysSince1970 + 1))
        case .time(let instant): instant
        }
    }

    /// The day on which an instant falls.
    package func day(of instant: Instant) -> Day {
        let local = instant.seconds + offset(at: instant.seconds)
        return day(daysSince1970: (local - ((local % 86_400) + 86_400) % 86_400) / 86_400)
    }

    /// The day that follows.
    package func day(after day: Day) -> Day { self.day(daysSince1970: day.daysSince1970 + 1) }

    /// The inverse of `Day.daysSince1970` (H. Hinnant's `civil_from_days`); the years that `Day` knows.
    private func day(daysSince1970 days: Int) -> Day {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return Day(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
            ?? (year < 1900 ? Day.first : Day.last)
    }

    /// Seconds by which the clocks there are ahead of UTC then.
    package func offset(at instant: Instant) -> Int { offset(at: instant.seconds) }

    private func offset(at seconds: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
}

extension Day {
    fileprivate static let first = Day("1900-01-01")!
    fileprivate static let last = Day("2999-12-31")!
}

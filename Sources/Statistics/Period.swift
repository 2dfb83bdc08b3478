package import Model

/// The time that is looked at: days in the forum's time zone, the first and the last included whole.
package struct Period: Sendable, Hashable {
    /// The first day.
    package let from: Day
    /// The last day.
    package let to: Day

    /// The most years that are looked at together.
    package static let mostYears = 50

    /// Nil where it would end before it begins, or be longer than `mostYears`.
    package init?(from: Day, to: Day) {
        guard from <= to, to.year - from.year <= Self.mostYears else { return nil }
        self.from = from
        self.to = to
    }

    private init(within from: Day, _ to: Day) {
        self.from = from
        self.to = to
    }

    /// The twelve months that end with a day.
    package static func year(until day: Day) -> Period {
        let before = Day(year: day.year - 1, month: day.month, day: day.day) ?? Day(year: day.year - 1, month: 2, day: 28) ?? day
        return Period(within: before.next ?? day, day)
    }

    /// The month of a day and the eleven before it, each whole.
    package static func wholeMonths(until day: Day) -> Period {
        var month = Month(day)
        let last = month.last
        for _ in 0..<11 { month = month.before ?? month }
        return Period(within: month.first, last)
    }

    /// Whether a day lies in it.
    package func contains(_ day: Day) -> Bool { from <= day && day <= to }

    /// The months that it touches, in order.
    package var months: [Month] {
        var months = [Month(from)]
        while let last = months.last, last < Month(to), let next = last.next { months.append(next) }
        return months
    }

    /// How many days it has.
    package var days: Int { to.daysSince1970 - from.daysSince1970 + 1 }
}

extension Day {
    /// The day after; nil after the last that there is.
    var next: Day? {
        Day(year: year, month: month, day: day + 1) ?? Day(year: year, month: month + 1, day: 1) ?? Day(year: year + 1, month: 1, day: 1)
    }
}

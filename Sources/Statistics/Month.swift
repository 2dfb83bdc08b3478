package import Model

/// A month of a year.
package struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 1900 to 2999.
    package let year: Int
    /// 1 to 12.
    package let month: Int

    /// The month of a day.
    package init(_ day: Day) {
        year = day.year
        month = day.month
    }

    private init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// `2026-11`
    package var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    package static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }

    /// Nil after the last that days know.
    var next: Month? {
        let (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        return year <= 2999 ? Month(year: year, month: month) : nil
    }

    /// Nil before the first that days know.
    var before: Month? {
        let (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
        return year >= 1900 ? Month(year: year, month: month) : nil
    }

    /// The first month of a year that a day has.
    static func january(_ year: Int) -> Month { Month(year: year, month: 1) }

    var first: Day { day(1) }

    var last: Day { [31, 30, 29, 28].lazy.compactMap { Day(year: year, month: month, day: $0) }.first ?? first }

    /// A month is made of one that there is, so its first day is there.
    private func day(_ day: Int) -> Day { Day(year: year, month: month, day: day)! }
}

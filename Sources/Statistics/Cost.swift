import Model

/// What something costs over a period, exactly: in parts of a unit of the currency that yearly sums and days come out even in.
package struct Cost: Sendable, Hashable {
    /// Years have 365 days or 366: in this many parts of a unit both divide a yearly sum.
    private static let parts = 365 * 366
    private let amount: Int

    /// A yearly sum over a period: for each day its share of the year that it lies in.
    package init(perYear: Int, over period: Period) {
        var amount = 0
        for year in period.from.year...period.to.year {
            let length = Self.isLeap(year) ? 366 : 365
            amount += perYear * Self.days(of: year, in: period) * (Self.parts / length)
        }
        self.amount = amount
    }

    private init(amount: Int) { self.amount = amount }

    /// In whole units, half of one up.
    package var whole: Int { rounded(by: Self.parts) }

    /// Shared out among so many, in whole units; nil among none.
    package func each(of count: Int) -> Int? { count > 0 ? rounded(by: Self.parts * count) : nil }

    /// The share of this in a sum, in thousandths; nil where the sum is nothing.
    package func permille(of sum: Cost) -> Int? { Share.permille(amount / Self.parts, of: sum.amount / Self.parts) }

    package static func + (a: Cost, b: Cost) -> Cost { Cost(amount: a.amount + b.amount) }

    /// No cost.
    package static let nothing = Cost(amount: 0)

    private func rounded(by divisor: Int) -> Int { (amount * 2 + divisor) / (divisor * 2) }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func days(of year: Int, in period: Period) -> Int {
        let first = max(period.from.daysSince1970, Month.january(year).first.daysSince1970)
        let last = min(period.to.daysSince1970, Month.january(year).first.daysSince1970 + (isLeap(year) ? 365 : 364))
        return last - first + 1
    }
}

import Model
import Testing

@testable import Statistics

@Suite("Periods and costs") struct PeriodTests {
    @Test func theLastTwelveMonthsEndToday() {
        for (today, from) in [
            ("2026-11-23", "2025-11-24"), ("2026-12-31", "2026-01-01"), ("2024-02-29", "2023-03-01"), ("2025-02-28", "2024-02-29"),
        ] {
            #expect(Period.year(until: Made.day(today)).from == Made.day(from), "\(today)")
        }
    }

    @Test func wholeMonthsAreTwelve() {
        let period = Period.wholeMonths(until: Made.day("2026-02-10"))
        #expect(period == Made.period("2025-03-01", "2026-02-28") && period.months.count == 12)
        #expect(period.months.first?.description == "2025-03" && period.days == 365)
    }

    @Test func noPeriodEndsBeforeItBeginsOrNeverEnds() {
        #expect(Period(from: Made.day("2026-02-02"), to: Made.day("2026-02-01")) == nil)
        #expect(Period(from: Made.day("1900-01-01"), to: Made.day("2999-12-31")) == nil)
        #expect(Period(from: Made.day("2026-02-02"), to: Made.day("2026-02-02"))?.days == 1)
    }

    @Test func costsGoByTheDaysOfTheirYears() {
        let whole = { (from: String, to: String) in Cost(perYear: 36_500, over: Made.period(from, to)).whole }
        #expect(whole("2026-01-01", "2026-12-31") == 36_500 && whole("2024-01-01", "2024-12-31") == 36_500)
        #expect(whole("2026-01-01", "2026-01-01") == 100 && whole("2024-01-01", "2024-01-01") == 100)
        #expect(whole("2023-12-31", "2024-12-31") == 36_600 && whole("2020-01-01", "2029-12-31") == 365_000)
        #expect(Cost(perYear: 1, over: Made.period("2026-01-01", "2026-07-02")).whole == 1, "183 of 365 days are more than half")
        #expect(Cost(perYear: 1, over: Made.period("2026-01-01", "2026-07-01")).whole == 0)
    }

    @Test func theLargestCostsThereCanBeAreCounted() {
        let period = Made.period("1950-01-01", "2000-12-31")
        let sum = (0..<100).reduce(Cost.nothing) { sum, _ in sum + Cost(perYear: 1_000_000_000, over: period) }
        #expect(sum.whole == 5_100_000_000_000 && sum.permille(of: sum) == 1_000)
    }

    @Test func costsAreSharedOutAmongContributions() {
        let cost = Cost(perYear: 48_294, over: Made.period("2026-01-01", "2026-12-31"))
        #expect(cost.each(of: 17) == 2_841 && cost.each(of: 0) == nil)
        #expect(cost.permille(of: cost + cost + cost) == 333 && Cost.nothing.permille(of: .nothing) == nil)
        #expect(Share.permille(1, of: 8) == 125 && Share.permille(2, of: 3) == 667 && Share.permille(0, of: 0) == nil)
    }
}

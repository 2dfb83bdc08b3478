import Foundation
package import Model

/// Days and months as a language writes them, in the Gregorian calendar.
package struct Dates: Sendable {
    private let locale: Locale
    private let isFrench: Bool
    private let long: DatePattern
    private let monthAndYear: DatePattern
    private let months: [String]
    private let standalone: [String]
    private let plain: IntegerFormatStyle<Int>
    /// Numbers up to 31, and the years of six decades around now: what dates are made of.
    private let digits: [Int: String]

    package init(_ language: Language) {
        locale = language.locale
        isFrench = language.code == "fr"
        let formatter = Self.formatter(locale)
        // United Nations documents in Arabic put no comma between month and year. A pattern with fields that DatePattern does
        // not know gives way to a plain one.
        let pattern = { (template: String) -> DatePattern? in
            let found = DateFormatter.dateFormat(fromTemplate: template, options: 0, locale: language.locale)
            return found.flatMap { DatePattern($0.replacing("\u{60C}", with: "")) }
        }
        long = pattern("yMMMMd") ?? DatePattern(withDay: true)
        monthAndYear = pattern("yMMMM") ?? DatePattern(withDay: false)
        months = formatter.monthSymbols
        standalone = formatter.standaloneMonthSymbols
        let plain = IntegerFormatStyle<Int>(locale: language.locale).grouping(.never)
        self.plain = plain
        digits = Dictionary(uniqueKeysWithValues: (Array(1...31) + Array(1990...2050)).map { ($0, plain.format($0)) })
    }

    /// `23 November 2026`
    package func day(_ day: Day) -> String {
        let text = text(long, day: day.day, month: day.month, year: day.year)
        // The first of a month is an ordinal in French, which CLDR's patterns cannot say.
        return isFrench && day.day == 1 ? "1er" + text.dropFirst() : text
    }

    /// `November 2026`; a month by itself is in the nominative: `ноябрь 2026 г.`.
    package func month(_ month: Int, year: Int) -> String {
        guard (1...12).contains(month) else { return number(year) }
        return text(monthAndYear, day: 1, month: month, year: year)
    }

    /// `23–26 November 2026`, `23 November – 13 December 2026`.
    package func range(from: Day, until: Day) -> String {
        if from == until { return day(from) }
        let formatter = DateIntervalFormatter()
        formatter.locale = locale
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.calendar = Self.calendar(locale)
        formatter.dateTemplate = "yMMMMd"
        let date = { (day: Day) in Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400) }
        let text = formatter.string(from: date(from), to: date(until)).replacing("\u{60C}", with: "")
        return isFrench ? Self.withOrdinals(text, from: from, until: until) : text
    }

    /// The first of a month is an ordinal in French.
    private static func withOrdinals(_ text: String, from: Day, until: Day) -> String {
        var text = text
        if until.day == 1, let last = text.range(of: "1 ", options: .backwards) { text.replaceSubrange(last, with: "1er ") }
        if from.day == 1, text.hasPrefix("1") { text = "1er" + text.dropFirst() }
        return text
    }

    private func text(_ pattern: DatePattern, day: Int, month: Int, year: Int) -> String {
        pattern.text(day: day, month: month, year: year, number: number, months: months, standalone: standalone)
    }

    private func number(_ number: Int) -> String { digits[number] ?? plain.format(number) }

    private static func formatter(_ locale: Locale) -> DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = locale
        formatter.calendar = calendar(locale)
        return formatter
    }

    private static func calendar(_ locale: Locale) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.locale = locale
        return calendar
    }
}

import Foundation

/// A CLDR date pattern, read once and then filled without a formatter.
struct DatePattern: Sendable {
    private enum Part: Sendable {
        case literal(String)
        case day, monthNumber, monthName, standaloneMonthName, year
    }

    private let parts: [Part]

    /// Reads the fields that long dates are made of (`d`, `M`, `MMMM`, `LLLL`, `y`) and quoted words; nil for any other field.
    init?(_ pattern: String) {
        var parts: [Part] = []
        var rest = pattern[...]
        while let first = rest.first {
            if first == "'" {
                let inner = rest.dropFirst().prefix { $0 != "'" }
                parts.append(.literal(inner.isEmpty ? "'" : String(inner)))
                rest = rest.dropFirst(inner.count + 2)
                continue
            }
            let field = rest.prefix { $0 == first }
            rest = rest.dropFirst(field.count)
            switch field {
            case "d": parts.append(.day)
            case "M", "L": parts.append(.monthNumber)
            case "MMMM": parts.append(.monthName)
            case "LLLL": parts.append(.standaloneMonthName)
            case "y": parts.append(.year)
            default:
                if first.isASCII, first.isLetter { return nil }
                parts.append(.literal(String(field)))
            }
        }
        self.parts = parts
    }

    /// Day, name of the month, year; or without the day.
    init(withDay: Bool) {
        parts = withDay ? [.day, .literal(" "), .monthName, .literal(" "), .year] : [.standaloneMonthName, .literal(" "), .year]
    }

    /// - Parameters:
    ///   - number: writes a number in the language's digits, without grouping.
    ///   - months: names within a date; - standalone: names by themselves.
    func text(day: Int, month: Int, year: Int, number: (Int) -> String, months: [String], standalone: [String]) -> String {
        var out = ""
        for part in parts {
            switch part {
            case .literal(let text): out += text
            case .day: out += number(day)
            case .monthNumber: out += number(month)
            case .monthName: out += months[month - 1]
            case .standaloneMonthName: out += standalone[month - 1]
            case .year: out += number(year)
            }
        }
        return out
    }
}

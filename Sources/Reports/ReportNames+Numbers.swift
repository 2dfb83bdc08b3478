import Model
import Statistics
import Theme

extension ReportNames {
    func number(_ number: Int) -> Cell { Cell(.number(number), shown: words.numbers.text(number)) }

    func number(_ number: Int?) -> Cell { number.map { self.number($0) } ?? .nothing }

    /// A share in thousandths, as a percentage.
    func share(_ permille: Int?) -> Cell {
        permille.map { Cell(.permille($0), shown: words.numbers.percentage($0)) } ?? .nothing
    }

    func share(_ part: Int, of whole: Int) -> Cell { share(Share.permille(part, of: whole)) }

    /// A time in seconds: in hours below two days, in days from then on.
    func duration(_ seconds: Int?) -> Cell {
        guard let seconds else { return .nothing }
        let hours = (seconds + 1_800) / 3_600
        let shown = hours < 48 ? strings.plural(of: ReportString.hours, hours) : strings.plural(of: ReportString.days, (hours + 12) / 24)
        return Cell(.number(seconds), shown: shown)
    }

    func flag(_ flag: Bool) -> Cell { Cell(.flag(flag), shown: text(flag ? .yes : .no)) }

    func text(_ key: String, _ shown: ReportString) -> Cell { Cell(.text(key), shown: text(shown)) }

    /// A month by itself, as tables have it.
    func month(_ month: Month) -> Cell {
        Cell(.text(month.description), shown: words.capitalised(words.dates.month(month.month, year: month.year)))
    }

    /// Where contributions come from; `name` gives what `Origin.of` holds.
    func origin(_ origin: Origin, name: (String) -> Cell) -> Cell {
        switch origin {
        case .of(let key): name(key)
        case .staff: text("staff", .rowStaff)
        case .guests: text("guests", .rowGuests)
        case .unstated: text("not-stated", .rowUnstated)
        }
    }
}

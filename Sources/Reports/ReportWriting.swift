import Model
import Statistics
import Theme

/// One report being made: the numbers, the words, and the small things that every table is made of.
struct ReportWriting {
    let usage: Usage
    let names: ReportNames
    let scope: Scope

    /// Whether everybody who reads the forum reads it.
    var isPage: Bool { if case .page = scope { true } else { false } }

    /// A column with texts.
    func texts(_ key: String, _ title: ReportString) -> ReportTable.Column {
        ReportTable.Column(key: key, title: names.text(title), kind: .text)
    }

    /// A column with days or identifiers.
    func shorts(_ key: String, _ title: ReportString) -> ReportTable.Column {
        ReportTable.Column(key: key, title: names.text(title), kind: .short)
    }

    /// A column with numbers.
    func numbers(_ key: String, _ title: ReportString) -> ReportTable.Column {
        ReportTable.Column(key: key, title: names.text(title), kind: .number)
    }

    /// A column with amounts of the forum's currency.
    func amounts(_ key: String, _ title: ReportString) -> ReportTable.Column {
        ReportTable.Column(key: key, title: names.text(title, ["currency": usage.currency ?? ""]), kind: .number)
    }

    /// Contributions, participants and contributions without a name.
    var tallyColumns: [ReportTable.Column] {
        [numbers("contributions", .contributions), numbers("participants", .participants), numbers("unnamed", .unnamed)]
    }

    func cells(_ tally: Tally) -> [Cell] {
        [names.number(tally.contributions), names.number(tally.participants), names.number(tally.unnamed)]
    }

    func total(_ cells: [Cell]) -> ReportTable.Row { ReportTable.Row([names.text("total", .total)] + cells) }

    func table(
        _ key: String, _ title: ReportString, _ columns: [ReportTable.Column], _ rows: [[Cell]], total: [Cell]? = nil,
        chart: ReportTable.Chart? = nil
    ) -> ReportTable {
        ReportTable(
            key, title: names.text(title), columns: columns, rows: rows.map { ReportTable.Row($0) }, total: total.map { self.total($0) },
            chart: chart)
    }

    /// The same where the first cells do not tell the rows from each other.
    func table(
        _ key: String, _ title: ReportString, _ columns: [ReportTable.Column], rows: [ReportTable.Row]
    ) -> ReportTable {
        ReportTable(key, title: names.text(title), columns: columns, rows: rows)
    }

    /// In the alphabetical order of their first cells, as the report's language has it.
    func sorted(_ rows: [[Cell]]) -> [[Cell]] { names.words.sorted(rows) { $0[0].shown } }
}

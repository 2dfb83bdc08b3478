import Model
package import Theme

extension Report {
    /// The report as a page of its own, to be printed.
    ///
    /// - Parameter style: see `Theme.reportStyle`.
    package func view(style: [UInt8]) -> ReportView {
        ReportView(
            language: language.code, direction: direction, style: style, title: title, forum: forum, period: period, counted: counted,
            sections: sections, notesTitle: notesTitle, notes: viewNotes)
    }

    /// The same as what stands in a page of the site.
    package func statistics() -> StatisticsView {
        StatisticsView(
            title: title, intro: names.text(.intro), period: period, sections: sections, notesTitle: notesTitle, notes: viewNotes)
    }

    private var viewNotes: [ReportNote] { notes.map { ReportNote(term: $0.term, text: $0.text) } }

    private var direction: String { Self.direction(language) }

    private static func direction(_ language: Language) -> String { language.isRightToLeft ? "rtl" : "ltr" }

    private var sections: [ReportSection] {
        tables.map { table in
            ReportSection(
                id: table.key, title: table.title, chart: chart(of: table),
                columns: table.columns.map { ReportColumn(title: $0.title, isNumeric: $0.isNumeric) },
                rows: table.rows.map { cells($0, table) }, total: table.rows.isEmpty ? nil : table.total.map { cells($0, table) },
                nothing: nothing)
        }
    }

    private func cells(_ row: ReportTable.Row, _ table: ReportTable) -> [ReportCell] {
        zip(row.cells, table.columns).map { cell, column in
            ReportCell(
                text: cell.shown, isNumeric: column.isNumeric, isShort: column.kind == .short,
                foreign: cell.foreign.map {
                    Foreign(code: $0.code, direction: Self.direction($0), name: names.words.languages.name(of: $0))
                })
        }
    }

    /// Nil where there is nothing to compare.
    private func chart(of table: ReportTable) -> ReportChart? {
        let label = names.text(.chart, ["title": table.title])
        switch table.chart {
        case nil: return nil
        case .months(let column):
            let bars = table.bars(of: column)
            guard bars.count > 1, bars.contains(where: { $0.number > 0 }) else { return nil }
            let digits = (0...9).map { names.words.numbers.text($0) }
            return ReportChart(
                picture: MonthChart.element(bars, label: label, digits: digits, isRightToLeft: language.isRightToLeft), remark: nil)
        case .bars(let column):
            let bars = table.bars(of: column).filter { $0.number > 0 }
            guard bars.count > 1 else { return nil }
            // Of equal ones the first in the table: the sort keeps their order.
            let order = bars.enumerated().sorted { ($1.element.number, $0.offset) < ($0.element.number, $1.offset) }
            let largest = order.prefix(BarChart.most).map(\.element)
            let remark = bars.count > BarChart.most ? names.strings.plural(of: ReportString.largest, BarChart.most) : nil
            return ReportChart(
                picture: BarChart.element(largest, label: label, isRightToLeft: language.isRightToLeft), remark: remark)
        }
    }
}

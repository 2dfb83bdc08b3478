import Reports

/// A report for a terminal: each table below its title, its columns as wide as what stands in them.
struct ReportText {
    let lines: [String]

    /// In columns: a longer text of a cell is cut.
    private static let widest = 44

    init(_ report: Report) {
        var lines = [report.forum, report.title, report.period, report.counted].map(PageLines.value)
        for table in report.tables {
            lines += ["", PageLines.value(table.title)]
            let rows = table.shownRows
            if rows.isEmpty {
                lines.append("  " + PageLines.value(report.nothing))
                continue
            }
            let cells = [table.heads] + rows
            let shown = cells.map { row in row.map { ListTable.cut(PageLines.value($0), to: Self.widest) } }
            for line in ListTable(shown, rightAligned: table.numericColumns).lines { lines.append("  " + Self.trimmed(line)) }
        }
        lines += ["", PageLines.value(report.notesTitle)]
        let paragraphs = PageLines.ofTerminal
        for note in report.notes {
            lines.append(paragraphs.paragraph(PageLines.value("\(note.term): \(note.text)"), first: "  ", rest: "  "))
        }
        self.lines = lines
    }

    private static func trimmed(_ line: String) -> String {
        line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
    }
}

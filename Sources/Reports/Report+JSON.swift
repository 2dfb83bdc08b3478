import Diagnostics
import Model

extension Report {
    /// For programs: keys that no language and no version changes, times in seconds, shares in thousandths. One object and a line break.
    package var json: [UInt8] {
        let head = [
            ("language", FindingWriter.quote(language.code)), ("from", FindingWriter.quote(from.description)),
            ("to", FindingWriter.quote(to.description)), ("counted", FindingWriter.quote(today.description)),
        ]
        let tables = tables.map { table in "    \(FindingWriter.quote(table.key)): \(Self.json(table))" }.joined(separator: ",\n")
        let notes = notes.map { "    \(FindingWriter.quote($0.key)): \(FindingWriter.quote($0.text))" }.joined(separator: ",\n")
        let lines =
            head.map { "  \"\($0.0)\": \($0.1)" } + ["  \"tables\": {\n\(tables)\n  }", "  \"notes\": {\n\(notes)\n  }"]
        return Array(("{\n" + lines.joined(separator: ",\n") + "\n}\n").utf8)
    }

    private static func json(_ table: ReportTable) -> String {
        var fields = ["\"title\": \(FindingWriter.quote(table.title))"]
        let rows = table.rows.map { "      " + json($0, table) }
        fields.append(rows.isEmpty ? "\"rows\": []" : "\"rows\": [\n\(rows.joined(separator: ",\n"))\n    ]")
        if let total = table.total { fields.append("\"total\": " + json(total, table)) }
        return "{" + fields.joined(separator: ", ") + "}"
    }

    /// Beside the key of what a row is about stands its name in the report's language.
    private static func json(_ row: ReportTable.Row, _ table: ReportTable) -> String {
        var fields = zip(table.columns, row.cells).map { column, cell in "\(FindingWriter.quote(column.key)): \(json(cell.value))" }
        if let first = row.cells.first, case .text(let key) = first.value, key != first.shown {
            fields.append("\"name\": \(FindingWriter.quote(first.shown))")
        }
        return "{" + fields.joined(separator: ", ") + "}"
    }

    private static func json(_ value: Cell.Value) -> String {
        switch value {
        case .text(let text): FindingWriter.quote(text)
        case .number(let number), .permille(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .nothing: "null"
        }
    }
}

extension Report {
    /// For spreadsheets (RFC 4180): one line for each number, with the table that it stands in first, so that a spreadsheet can filter and
    /// pivot. UTF-8 with its mark, by which they know that it is; texts that they would take for a formula have an apostrophe before them.
    package var csv: [UInt8] {
        var lines = [["section", "title", "key", "name", "measure", "measure name", "value"]]
        for table in tables {
            for row in table.rows + (table.total.map { [$0] } ?? []) { lines += Self.lines(row, table) }
        }
        lines += notes.map { ["notes", notesTitle, $0.key, $0.term, "", "", $0.text] }
        let text = lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
        return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    }

    private static func lines(_ row: ReportTable.Row, _ table: ReportTable) -> [[String]] {
        zip(table.columns, row.cells).dropFirst().compactMap { column, cell in
            if case .nothing = cell.value { return nil }
            return [table.key, table.title, row.key, row.cells[0].shown, column.key, column.title, cell.value.key]
        }
    }

    /// What spreadsheets take for the beginning of a formula, also as wide as a sign of Chinese.
    private static let formulas: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
    private static let quoted: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]

    private static func field(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map(formulas.contains) ?? false
        let plain = isFormula ? "'" + text : text
        return plain.unicodeScalars.contains(where: quoted.contains) ? "\"" + plain.replacing("\"", with: "\"\"") + "\"" : plain
    }
}

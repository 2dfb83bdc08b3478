/// A table of a report. The first column says what a row is about; the others hold numbers and texts.
package struct ReportTable: Sendable {
    /// The same in every language: `rooms`.
    package let key: String
    package let title: String
    let columns: [Column]
    let rows: [Row]
    /// All rows together; nil where that means nothing.
    let total: Row?
    let chart: Chart?

    init(_ key: String, title: String, columns: [Column], rows: [Row], total: Row? = nil, chart: Chart? = nil) {
        self.key = key
        self.title = title
        self.columns = columns
        self.rows = rows
        self.total = total
        self.chart = chart
    }

    struct Column: Sendable {
        /// The same in every language: `contributions`.
        let key: String
        let title: String
        /// What its values are.
        let kind: Kind

        /// Whether its values stand below each other as numbers do.
        var isNumeric: Bool { kind == .number }
    }

    /// What the values of a column are.
    enum Kind: Sendable {
        case text, number
        /// A day or an identifier, which no line ends in.
        case short
    }

    struct Row: Sendable {
        /// Tells it from the other rows; the same in every language.
        let key: String
        /// One for each column.
        let cells: [Cell]

        /// - Parameter key: where the first cell's value does not tell it from the others.
        init(_ cells: [Cell], key: String? = nil) {
            self.cells = cells
            self.key = key ?? cells.first?.value.key ?? ""
        }
    }

    /// How a table is drawn, by one of its columns.
    enum Chart: Sendable {
        /// A bar for each row.
        case bars(column: String)
        /// Columns along a line of months.
        case months(column: String)
    }

    /// What the chart shows: a name and a number for each row that has one.
    func bars(of column: String) -> [Bar] {
        guard let index = columns.firstIndex(where: { $0.key == column }) else { return [] }
        return rows.compactMap { row in
            if case .number(let number) = row.cells[index].value {
                Bar(label: row.cells[0], number: number, shown: row.cells[index].shown)
            } else {
                nil
            }
        }
    }

    /// A name and a number.
    struct Bar: Sendable {
        let label: Cell
        let number: Int
        /// The number in the report's language.
        let shown: String
    }
}

extension ReportTable {
    /// What stands above the columns.
    package var heads: [String] { columns.map(\.title) }

    /// The texts of all rows, in the report's language; the total last.
    package var shownRows: [[String]] {
        rows.isEmpty ? [] : (rows + (total.map { [$0] } ?? [])).map { $0.cells.map(\.shown) }
    }

    /// The columns whose values stand below each other as numbers do.
    package var numericColumns: Set<Int> { Set(columns.indices.filter { columns[$0].isNumeric }) }
}

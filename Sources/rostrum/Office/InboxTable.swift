/// Submissions in lines whose parts stand below each other.
struct InboxTable {
    let lines: [String]

    init(_ rows: [InboxLine]) {
        let table = ListTable(rows.map(\.cells), rightAligned: [0], least: [4])
        lines = zip(table.lines, rows).map { start, row in
            ListTable.line(start, row.about, quoted: row.subject)
        }
    }
}

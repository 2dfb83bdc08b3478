/// Rows of a list in columns, each as wide as its longest cell, for a terminal or what stands for one.
struct ListTable {
    /// Without spaces at their ends.
    let lines: [String]

    private static let gap = "  "

    /// - Parameters:
    ///   - rows: all with as many cells, each harmless text in one line.
    ///   - rightAligned: the columns whose cells stand at their right.
    ///   - least: how wide the first columns are at least.
    init(_ rows: [[String]], rightAligned: Set<Int> = [], least: [Int] = []) {
        let count = rows.first?.count ?? 0
        let widths = (0..<count).map { column in
            max(rows.map { PageLines.columns($0[column]) }.max() ?? 0, least.indices.contains(column) ? least[column] : 0)
        }
        // A column in which nothing stands takes no room.
        let columns = (0..<count).filter { widths[$0] > 0 }
        lines = rows.map { row in
            let cells = columns.map { column in
                let space = String(repeating: " ", count: widths[column] - PageLines.columns(row[column]))
                return rightAligned.contains(column) ? space + row[column] : row[column] + space
            }
            return cells.joined(separator: Self.gap)
        }
    }

    /// In columns: those of the terminal, else COLUMNS, else 80.
    static var width: Int { PageLines.ofTerminal.width ?? 80 }

    /// A line with more behind its columns, the last of which is in quotation marks and is shortened to what the line has room for.
    static func line(_ start: String, _ about: String, quoted title: String) -> String {
        let parts = [start] + (about.isEmpty ? [] : [about])
        let line = parts.joined(separator: gap)
        let room = width - PageLines.columns(line) - gap.count - 2
        guard !title.isEmpty, room >= leastTitle || PageLines.columns(title) <= room else { return cut(trimmed(line), to: width) }
        return line + gap + "“" + cut(title, to: room) + "”"
    }

    /// A title of fewer columns tells nothing.
    private static let leastTitle = 8

    /// A text that takes at most so many columns, with `…` at its end where something was left out.
    static func cut(_ text: String, to width: Int) -> String {
        guard PageLines.columns(text) > width else { return text }
        var kept = ""
        var used = 1
        for character in text {
            used += PageLines.columns(String(character))
            if used > width { break }
            kept.append(character)
        }
        // What turns a part around ends with it.
        let isOpen = kept.unicodeScalars.contains("\u{2068}") && !kept.unicodeScalars.contains("\u{2069}")
        return trimmed(kept) + "…" + (isOpen ? "\u{2069}" : "")
    }

    private static func trimmed(_ text: String) -> String {
        text.lastIndex { $0 != " " }.map { String(text[...$0]) } ?? ""
    }
}

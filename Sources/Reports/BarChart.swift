/// A bar for each row, below its name: long names of categories have a line to themselves in every language.
enum BarChart {
    /// The number of rows that one chart shows: more would not be taken in at a glance.
    static let most = 15
    private static let width = 340
    private static let rowHeight = 38
    /// Room for the number behind the longest bar.
    private static let numberWidth = 70
    /// A name of more letters than this does not fit the line.
    private static let longestName = 46

    /// - Parameter label: what is said of the picture where it is not seen.
    static func element(_ bars: [ReportTable.Bar], label: String, isRightToLeft: Bool) -> [UInt8] {
        let most = bars.map(\.number).max() ?? 0
        var picture = SVG(width: width, height: max(1, bars.count) * rowHeight, label: label, isRightToLeft: isRightToLeft)
        for (index, bar) in bars.enumerated() {
            let top = index * rowHeight
            let length = most > 0 ? max(2, bar.number * (width - numberWidth) / most) : 0
            picture.text(shortened(bar.label.shown), at: 0, top + 13)
            picture.bar(at: 0, top + 18, width: length, height: 14)
            picture.text(bar.shown, at: length + 6, top + 30)
        }
        return picture.element
    }

    private static func shortened(_ name: String) -> String {
        var room = longestName
        let end = name.firstIndex { character in
            room -= isWide(character) ? 2 : 1
            return room < 0
        }
        guard let end else { return name }
        return name[..<end] + "…"
    }

    /// A sign of Chinese is as wide as two letters.
    private static func isWide(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x2E80...0xFAFF).contains($0.value) || $0.value >= 0x2_0000 } ?? false
    }
}

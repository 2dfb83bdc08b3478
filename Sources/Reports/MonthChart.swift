/// Columns along a line of months, which are named by their numbers, with each year below its first.
enum MonthChart {
    private static let width = 340
    private static let height = 150
    private static let top = 18
    private static let foot = 112
    /// What a year takes below the line.
    private static let yearWidth = 32
    /// Where more months stand beside each other, their numbers would run into each other, and are left out.
    private static let mostNamed = 14

    /// - Parameters:
    ///   - bars: the value of each label is a month, as in `2026-11`.
    ///   - label: what is said of the picture where it is not seen.
    ///   - digits: from 0 to 9, in the report's language.
    static func element(_ bars: [ReportTable.Bar], label: String, digits: [String], isRightToLeft: Bool) -> [UInt8] {
        var picture = SVG(width: width, height: height, label: label, isRightToLeft: isRightToLeft)
        let most = max(1, bars.map(\.number).max() ?? 0)
        let isNamed = bars.count <= mostNamed
        for (index, bar) in bars.enumerated() {
            let (begin, end) = (index * width / bars.count, (index + 1) * width / bars.count)
            let gap = isNamed ? 4 : end - begin > 3 ? 1 : 0
            let tall = bar.number > 0 ? max(2, bar.number * (foot - top) / most) : 0
            picture.bar(at: begin + gap, foot - tall, width: max(1, end - begin - 2 * gap), height: tall)
            guard isNamed else { continue }
            let middle = (begin + end) / 2
            if bar.number > 0 { picture.text(bar.shown, at: middle, foot - tall - 4, isCentred: true, size: 11) }
            picture.text(written(month(bar), digits), at: middle, foot + 15, isCentred: true, size: 11)
        }
        for (year, place) in years(bars) { picture.text(written(year, digits), at: place, foot + 32, size: 11) }
        picture.line(at: foot)
        return picture.element
    }

    /// The years to name, each where its first month begins; those that have no room are left out.
    private static func years(_ bars: [ReportTable.Bar]) -> [(year: Int, place: Int)] {
        let begins = bars.indices.filter { $0 == 0 || month(bars[$0]) == 1 }
        var named: [(year: Int, place: Int)] = []
        for (order, index) in begins.enumerated() {
            let place = index * width / bars.count
            // A first year of few months gives way to the next, which is whole.
            let next = order == 0 && begins.count > 1 ? begins[1] * width / bars.count : width
            guard next - place >= yearWidth || order > 0, named.last.map({ place - $0.place >= yearWidth }) ?? true else { continue }
            named.append((year(bars[index]), place + 4))
        }
        return named.filter { $0.place + yearWidth <= width }
    }

    private static func month(_ bar: ReportTable.Bar) -> Int { part(bar, 1) }

    private static func year(_ bar: ReportTable.Bar) -> Int { part(bar, 0) }

    private static func part(_ bar: ReportTable.Bar, _ index: Int) -> Int {
        guard case .text(let key) = bar.label.value else { return 0 }
        let parts = key.split(separator: "-")
        return parts.indices.contains(index) ? Int(parts[index]) ?? 0 : 0
    }

    private static func written(_ number: Int, _ digits: [String]) -> String {
        String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } }.joined()
    }
}

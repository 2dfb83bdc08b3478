/// Collects remarks, each once, and no more of one kind than somebody reads: a hostile text has no say in how long a list gets.
struct RemarkList {
    /// How many remarks of a kind are told one by one; the rest are counted.
    static let limit = 20
    /// How many characters a value may have.
    private static let valueLimit = 200

    private var remarks: Set<Remark> = []
    private var told: [RemarkKind: Int] = [:]
    private var untold = 0

    /// Whether further remarks of a kind are only counted, so that their values need not be worked out.
    func isFull(_ kind: RemarkKind) -> Bool { told[kind, default: 0] >= Self.limit }

    /// Adds a remark.
    ///
    /// - Parameter line: of the submitted file, from 1; nil for what concerns no single line.
    mutating func add(_ kind: RemarkKind, _ values: [String: String] = [:], line: Int? = nil) {
        guard !isFull(kind) else {
            untold += 1
            return
        }
        let remark = Remark(kind, values.mapValues(Self.cut), line: line)
        if remarks.insert(remark).inserted { told[kind, default: 0] += 1 }
    }

    /// Counts what nobody has told one by one.
    mutating func add(untold count: Int) { untold += count }

    /// One value of all remarks of a kind, in no order.
    func values(_ name: String, of kind: RemarkKind) -> [String] {
        remarks.filter { $0.kind == kind }.compactMap { $0.values[name] }
    }

    /// By line, then kind, then values.
    var ordered: [Remark] {
        var all = remarks.map { (key: $0.sortKey, remark: $0) }
        if untold > 0 {
            let further = Remark(.further, ["count": String(untold)])
            all.append((further.sortKey, further))
        }
        return all.sorted { $0.key < $1.key }.map(\.remark)
    }

    /// One line of at most as many characters as a value may have, ended by `…` where it was cut.
    private static func cut(_ value: String) -> String {
        let isLong = value.unicodeScalars.dropFirst(valueLimit).first != nil
        var scalars = String.UnicodeScalarView()
        for scalar in value.unicodeScalars.prefix(isLong ? valueLimit - 1 : valueLimit) {
            let breaks = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
            scalars.append(breaks ? " " : scalar)
        }
        if isLong { scalars.append("…") }
        return String(scalars)
    }
}

extension Remark {
    fileprivate var sortKey: (Int, Int, String) {
        let values = self.values.sorted { $0.key < $1.key }.map { Self.sortable($0.value) }.joined(separator: "\0")
        return (line ?? 0, RemarkKind.allCases.firstIndex(of: kind) ?? 0, values)
    }

    /// Short numbers in the order of numbers.
    private static func sortable(_ value: String) -> String {
        guard value.utf8.count < 9, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return value }
        return String(repeating: "0", count: 9 - value.utf8.count) + value
    }
}

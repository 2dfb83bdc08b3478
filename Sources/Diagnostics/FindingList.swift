/// Collects the findings of one file, and tells a hundred of them one by one: a hostile file has no say in how long a run takes.
package struct FindingList: Sendable {
    /// How many findings of one file are told one by one; the rest are counted.
    package static let limit = 100

    private var listed: [Finding] = []
    private var more: [FindingKind: Int] = [:]

    package init() {}

    /// Whether nothing was added.
    package var isEmpty: Bool { listed.isEmpty }
    /// Whether further findings are only counted.
    package var isFull: Bool { listed.count >= Self.limit }

    /// Adds a finding; place and hint are worked out only for what is told.
    package mutating func add(
        _ kind: FindingKind, _ message: @autoclosure () -> String, at location: @autoclosure () -> Location?,
        hint: @autoclosure () -> String? = nil
    ) {
        guard !isFull else {
            more[kind, default: 0] += 1
            return
        }
        listed.append(Finding(kind, message(), at: location(), hint: hint()))
    }

    /// All findings, those that were only counted as one for each kind.
    ///
    /// - Parameter file: the file's path from the forum's root, with `/`.
    package func findings(of file: String) -> [Finding] {
        let counted = more.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, count in
            let line = listed.compactMap { $0.location?.line }.max() ?? 1
            return Finding(
                kind, "\(count) more of these are in this file", at: Location(file: file, line: line + 1), hint: "mend those above first")
        }
        return listed + counted
    }
}

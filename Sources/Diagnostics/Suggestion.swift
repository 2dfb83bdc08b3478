/// Finds the word that was probably meant.
package enum Suggestion {
    /// The candidate nearest to `word`, if it is near enough to be a slip of the pen: at most a third of its letters differ.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
        let limit = max(1, wanted.count / 3)
        let near = candidates.map { (distance(wanted, Array($0.lowercased().unicodeScalars)), $0) }
            .filter { $0.0 <= limit }
        return near.min { $0 < $1 }?.1
    }

    /// `did you mean "…"?`, or the candidates where there are few, or nil.
    package static func hint(for word: String, among candidates: some Collection<String>) -> String? {
        if let nearest = nearest(to: word, among: candidates) { return "did you mean \"\(nearest)\"?" }
        guard !candidates.isEmpty, candidates.count <= 12 else { return nil }
        return "one of: " + candidates.sorted().joined(separator: ", ")
    }

    /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        guard abs(a.count - b.count) <= max(1, a.count / 3) else { return .max }
        var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { rows[i][0] = i }
        for j in 0...b.count { rows[0][j] = j }
        for i in stride(from: 1, through: a.count, by: 1) {
            for j in stride(from: 1, through: b.count, by: 1) {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                var best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
                rows[i][j] = best
            }
        }
        return rows[a.count][b.count]
    }
}

import Diagnostics
import Submissions

/// A change of one file, as --dry-run shows it.
struct DiscussionChange {
    private let change: Change
    private let before: [UInt8]?
    /// More lines than these are not compared one by one, which would take their square.
    private static let most = 3_000
    private static let context = 2

    /// - Parameter before: what stands there now; nil where nothing does.
    init(_ change: Change, before: [UInt8]?) {
        self.change = change
        self.before = before
    }

    var text: String {
        guard case .put(let path, let bytes, _) = change else { return "would remove \(change.path)" }
        guard path.hasSuffix(".md") || path.hasSuffix(".yaml") else { return "would write \(path) (\(bytes.count) bytes)" }
        guard let before else { return "would write \(path) (\(bytes.count) bytes)\n" + Self.shown(bytes) }
        return "would change \(path)\n" + Self.difference(Self.lines(before), Self.lines(bytes)).joined(separator: "\n")
    }

    private static func shown(_ bytes: [UInt8]) -> String { FindingWriter.printableLines(String(decoding: bytes, as: UTF8.self)) }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Lines that go with `-` before them, lines that come with `+`, and a few around them.
    private static func difference(_ old: [String], _ new: [String]) -> [String] {
        var marked: [(sign: String, line: String)] = []
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        if old.count + new.count > most {
            (removed, inserted) = (Set(old.indices), Set(new.indices))
        } else {
            for step in new.difference(from: old) {
                switch step {
                case .remove(let offset, _, _): removed.insert(offset)
                case .insert(let offset, _, _): inserted.insert(offset)
                }
            }
        }
        var (from, to) = (0, 0)
        while from < old.count || to < new.count {
            if from < old.count, removed.contains(from) {
                marked.append(("- ", old[from]))
                from += 1
            } else if to < new.count, inserted.contains(to) {
                marked.append(("+ ", new[to]))
                to += 1
            } else {
                marked.append(("  ", to < new.count ? new[to] : ""))
                (from, to) = (from + 1, to + 1)
            }
        }
        let changed = marked.indices.filter { marked[$0].sign != "  " }
        let near = Set(changed.flatMap { max(0, $0 - context)...min(marked.count - 1, $0 + context) })
        return marked.indices.compactMap { index in
            if near.contains(index) { return marked[index].sign + FindingWriter.printable(marked[index].line) }
            return index > 0 && near.contains(index - 1) ? "  …" : nil
        }
    }
}

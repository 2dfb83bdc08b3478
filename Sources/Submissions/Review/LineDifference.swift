/// What changed between two texts, line by line.
package struct LineDifference: Sendable {
    /// A line, with whether it is in both, was taken out, or was put in.
    package enum Line: Sendable, Hashable {
        case same(String)
        case removed(String)
        case added(String)
    }

    /// All lines of both texts, in order.
    package let lines: [Line]

    /// Texts of more lines than this are compared as wholes: the work grows with the product of what differs.
    private static let limit = 4_000

    package init(from old: [UInt8], to new: [UInt8]) {
        let before = Self.split(old)
        let after = Self.split(new)
        guard before.count + after.count <= Self.limit else {
            lines = before.map { .removed($0) } + after.map { .added($0) }
            return
        }
        let difference = after.difference(from: before)
        let removed = Set(difference.removals.map(\.offset))
        let added = Set(difference.insertions.map(\.offset))
        var lines: [Line] = []
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            if left < before.count, removed.contains(left) {
                lines.append(.removed(before[left]))
                left += 1
            } else if right < after.count, added.contains(right) {
                lines.append(.added(after[right]))
                right += 1
            } else {
                lines.append(.same(after[right]))
                left += 1
                right += 1
            }
        }
        self.lines = lines
    }

    /// Those that differ, each with up to two lines around it; nil stands for lines that are left out.
    package var excerpt: [Line?] {
        let near = lines.indices.filter { index in
            lines[max(0, index - 2)...min(lines.count - 1, index + 2)].contains { if case .same = $0 { false } else { true } }
        }
        var shown: [Line?] = []
        var last = -1
        for index in near {
            if index > last + 1 { shown.append(nil) }
            shown.append(lines[index])
            last = index
        }
        if last < lines.count - 1, last >= 0 { shown.append(nil) }
        return shown
    }

    private static func split(_ text: [UInt8]) -> [String] {
        var lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}

/// Finds code in Markdown, as far as is needed to leave it alone: `…` in a line, and blocks between fences.
enum CodeSpans {
    private static let tick = UInt8(ascii: "`")
    private static let newline = UInt8(ascii: "\n")
    /// What may stand before a fence: the marks of quotations and lists.
    private static let before = Set(" \t>-*+.)0123456789".utf8)
    /// Code in a line that is longer than this counts as none, so that the work stays in proportion to the text.
    private static let longest = 10_000

    /// Where code ends that begins at an index; nil where none does.
    static func end(of body: [UInt8], from index: Int) -> Int? {
        let mark = body[index]
        guard mark == tick || mark == UInt8(ascii: "~") else { return nil }
        let run = length(body, index)
        let line = (body[..<index].lastIndex(of: newline) ?? -1) + 1
        if run >= 3, body[line..<index].allSatisfy(before.contains) {
            let rest = body[(index + run)...].prefix { $0 != newline }
            if mark != tick || !rest.contains(tick) { return endOfBlock(body, after: rest.endIndex, mark, run) }
        }
        guard mark == tick else { return nil }
        if index > 0, body[index - 1] == UInt8(ascii: "\\") { return nil }
        return endOfSpan(body, from: index + run, run) ?? index + run
    }

    private static func length(_ body: [UInt8], _ index: Int) -> Int { body[index...].prefix { $0 == body[index] }.count }

    /// After the fence that closes the block, or where the text ends.
    private static func endOfBlock(_ body: [UInt8], after start: Int, _ mark: UInt8, _ run: Int) -> Int {
        var index = start
        while index < body.count {
            let line = body[(index + 1)...].prefix { $0 != newline }
            let fence = line.drop(while: before.contains)
            let rest = fence.drop { $0 == mark }
            if rest.startIndex - fence.startIndex >= run, rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return line.endIndex }
            index = line.endIndex
        }
        return body.count
    }

    /// After as many ticks as it began with, in the same paragraph; nil where they do not come.
    private static func endOfSpan(_ body: [UInt8], from start: Int, _ run: Int) -> Int? {
        var index = start
        while index < body.count, index - start < longest {
            if body[index] == newline, index + 1 < body.count, body[index + 1] == newline { return nil }
            guard body[index] == tick else {
                index += 1
                continue
            }
            let found = length(body, index)
            index += found
            if found == run { return index }
        }
        return nil
    }
}

/// What members see of a page that is sealed for guests, as instructions that make the guests' text theirs. FORMAT.md, section 8.
package enum Part {
    private static let newline = UInt8(ascii: "\n")

    /// The part's text.
    ///
    /// - Parameters:
    ///   - guests: the text that is sealed for guests.
    ///   - members: the text that members see.
    ///   - page: the guests' text as it was sealed; the part belongs to it and to no other.
    package static func text(from guests: [UInt8], to members: [UInt8], on page: Sealed) -> [UInt8] {
        let (old, new) = (lines(guests), lines(members))
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var text = Array(Hexadecimal.text(page.tag).utf8) + [newline]
        var (at, next) = (0, 0)
        while at < old.count || next < new.count {
            let kept = run(from: at, to: old.count) { !removed.contains($0) && !inserted.contains(next + $0 - at) }
            if kept > 0 { text += Array("=\(kept)\n".utf8) }
            (at, next) = (at + kept, next + kept)
            let out = run(from: at, to: old.count) { removed.contains($0) }
            if out > 0 { text += Array("-\(out)\n".utf8) }
            at += out
            let put = run(from: next, to: new.count) { inserted.contains($0) }
            if put > 0 { text += Array("+\(put)\n".utf8) }
            for line in new[next..<next + put] { text += Array(line) + [newline] }
            next += put
        }
        return text
    }

    /// The members' text; what does not fit the guests' text, or is no instruction, is refused.
    ///
    /// - Parameters:
    ///   - part: the part's text.
    ///   - guests: the text of the page, and `page` its sealed bytes.
    package static func members(_ part: [UInt8], of guests: [UInt8], on page: [UInt8]) throws(NotOpened) -> [UInt8] {
        let (old, given) = (lines(guests), lines(part))
        guard let first = given.first, page.count >= Header.count, given.last?.isEmpty == true else { throw .malformed }
        guard first.elementsEqual(Hexadecimal.text(Array(page[16..<Header.count])).utf8) else { throw .notAuthentic }
        var made: [ArraySlice<UInt8>] = []
        var at = 0
        var line = 1
        while line < given.count - 1 {
            guard let sign = given[line].first, let count = number(given[line].dropFirst()) else { throw .malformed }
            line += 1
            switch sign {
            case UInt8(ascii: "="):
                guard count <= old.count - at else { throw .malformed }
                made += old[at..<at + count]
                at += count
            case UInt8(ascii: "-"):
                guard count <= old.count - at else { throw .malformed }
                at += count
            case UInt8(ascii: "+"):
                guard count <= given.count - 1 - line else { throw .malformed }
                made += given[line..<line + count]
                line += count
            default: throw .malformed
            }
        }
        guard at == old.count else { throw .malformed }
        return Array(made.joined(separator: [newline]))
    }

    /// What stands before, between and after the line breaks.
    private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        text.split(separator: newline, omittingEmptySubsequences: false)
    }

    private static func run(from start: Int, to end: Int, _ belongs: (Int) -> Bool) -> Int {
        var at = start
        while at < end, belongs(at) { at += 1 }
        return at - start
    }

    /// A number from 1 to a million, in decimal digits without leading zeros.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...7).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}

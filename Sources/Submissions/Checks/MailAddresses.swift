/// Finds mail addresses as people write them: plain, of other scripts, with an `@` of full width, and with `(at)` in its place.
enum MailAddresses {
    /// The most that is taken of an address on either side of the `@`: RFC 5321 allows 64 and 255 bytes.
    private static let localLimit = 64
    private static let domainLimit = 255

    /// Linear: what one address, or the sign in its middle, has used up, no later one looks at.
    static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var floor = 0
        var index = 0
        while index < scalars.count {
            guard let sign = sign(in: scalars, at: index) else {
                index += 1
                continue
            }
            var start = index
            while start > floor, scalars[start - 1] == " ", sign.isWritten { start -= 1 }
            let localEnd = start
            // Chinese puts no space before an address.
            let isIdeographic = start > floor && Letters.isIdeograph(scalars[start - 1].value)
            while start > floor, localEnd - start < localLimit, isLocal(scalars[start - 1]),
                Letters.isIdeograph(scalars[start - 1].value) == isIdeographic
            {
                start -= 1
            }
            let end = domainEnd(in: scalars, from: sign.end, dotIsWritten: sign.isWritten)
            if start < localEnd, let end {
                ranges.append(start..<end)
                index = end
            } else {
                index = sign.end
            }
            floor = index
        }
        return ranges
    }

    /// What stands for the `@` at a place: its end, and whether it is written out.
    private static func sign(in scalars: [Unicode.Scalar], at index: Int) -> (end: Int, isWritten: Bool)? {
        switch scalars[index] {
        case "@", "\u{FF20}", "\u{FE6B}": return (index + 1, false)
        case let scalar where isOpening(scalar): return bracket(in: scalars, at: index, holds: signWords).map { ($0, true) }
        default: return nil
        }
    }

    /// Where a domain ends; nil where it has no dot, or no letter behind its last one.
    private static func domainEnd(in scalars: [Unicode.Scalar], from start: Int, dotIsWritten: Bool) -> Int? {
        var index = start
        var dots = 0
        var last = start
        var isIdeographic = false
        while dotIsWritten, index < scalars.count, scalars[index] == " " { index += 1 }
        while index < scalars.count, index - start < domainLimit {
            let scalar = scalars[index]
            if scalar.isLetterOrDigit || scalar == "-" {
                // Nor does Chinese put a space behind an address.
                let isFirst = last < index || index == start
                if isFirst { isIdeographic = Letters.isIdeograph(scalar.value) }
                guard Letters.isIdeograph(scalar.value) == isIdeographic else { break }
                index += 1
                last = index
            } else if scalar == "." || scalar == "\u{FF0E}" {
                guard index + 1 < scalars.count, scalars[index + 1].isLetterOrDigit else { break }
                dots += 1
                index += 1
            } else if let end = writtenDot(in: scalars, at: index) {
                dots += 1
                index = end
            } else {
                break
            }
        }
        guard dots > 0, last > start, scalars[last - 1].digit == nil else { return nil }
        return last
    }

    /// The end of a ` (dot) `.
    private static func writtenDot(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
        var start = index
        while start < scalars.count, start - index < 2, scalars[start] == " " { start += 1 }
        guard start < scalars.count, var end = bracket(in: scalars, at: start, holds: dotWords) else {
            return nil
        }
        while end < scalars.count, scalars[end] == " " { end += 1 }
        return end
    }

    /// The end of a bracket that holds one of some words and nothing else.
    private static func bracket(in scalars: [Unicode.Scalar], at index: Int, holds words: Set<String>) -> Int? {
        guard isOpening(scalars[index]) else { return nil }
        var word = ""
        for next in scalars[(index + 1)...].prefix(10) {
            if isClosing(next) {
                return words.contains(word.lowercased()) ? index + word.unicodeScalars.count + 2 : nil
            }
            guard next != " " else { return nil }
            word.unicodeScalars.append(next)
        }
        return nil
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetterOrDigit || scalar == "." || scalar == "+" || scalar == "-" || scalar == "_"
    }

    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "(" || scalar == "[" || scalar == "{" || scalar == "\u{FF08}"
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        scalar == ")" || scalar == "]" || scalar == "}" || scalar == "\u{FF09}"
    }

    private static let signWords: Set<String> = ["at", "@", "a", "arroba", "arobase"]
    private static let dotWords: Set<String> = ["dot", "point", "punto", ".", "точка"]
}

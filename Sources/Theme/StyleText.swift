/// A style sheet as it is sent.
enum StyleText {
    /// Without comments, indentation and empty lines; strings and addresses stay as they are.
    static func light(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.first {
            if rest.starts(with: "/*".utf8) {
                let end = rest.dropFirst(2).firstRange(of: Array("*/".utf8))?.upperBound ?? rest.endIndex
                rest = rest[end...]
                // A comment parts what stands before it from what stands behind it.
                if let last = out.last, !isSpace(last) { out.append(space) }
            } else if isSpace(byte) {
                rest = rest.dropFirst()
                // What is at the beginning of a line goes, and what is at its end.
                if byte == newline, out.last == space { out.removeLast() }
                if let last = out.last, !isSpace(last) { out.append(byte == newline ? newline : space) }
            } else {
                let length = verbatim(rest)
                out += rest.prefix(length)
                rest = rest.dropFirst(length)
            }
        }
        return out
    }

    private static let space = UInt8(ascii: " ")
    private static let newline = UInt8(ascii: "\n")

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == space || byte == newline || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    /// How many bytes belong together: a string, an address without quotation marks, or one byte.
    private static func verbatim(_ rest: ArraySlice<UInt8>) -> Int {
        guard let first = rest.first else { return 0 }
        let end: UInt8
        var length = 1
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            end = first
        } else if rest.starts(with: "url(".utf8), let next = rest.dropFirst(4).first, next != UInt8(ascii: "\""), next != UInt8(ascii: "'")
        {
            end = UInt8(ascii: ")")
            length = 4
        } else {
            return first == UInt8(ascii: "\\") ? min(2, rest.count) : 1
        }
        while length < rest.count {
            let byte = rest[rest.startIndex + length]
            length += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == end { break }
        }
        return min(length, rest.count)
    }
}

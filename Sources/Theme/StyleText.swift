/// A style sheet as it is sent.
enum StyleText {
    /// Without comments, and without white space where it means nothing; strings and addresses stay as they are.
    static func light(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var rest = bytes[...]
        // What is written only between two things that it parts, white space or a comment, and whether the last thing stands by itself.
        var (gap, isCommented, wasApart): (UInt8?, Bool, Bool) = (nil, false, true)
        while let byte = rest.first {
            if rest.starts(with: "/*".utf8) {
                rest = rest[(rest.dropFirst(2).firstRange(of: Array("*/".utf8))?.upperBound ?? rest.endIndex)...]
                isCommented = true
            } else if isSpace(byte) {
                rest = rest.dropFirst()
                gap = gap ?? (byte == newline ? newline : space)
            } else if isApart(byte) {
                rest = rest.dropFirst()
                if wasApart, byte == UInt8(ascii: "}"), out.last == UInt8(ascii: ";") { out.removeLast() }
                out.append(byte)
                (gap, isCommented, wasApart) = (nil, false, true)
            } else {
                if !wasApart {
                    if let gap { out.append(gap) } else if isCommented { out += "/**/".utf8 }
                }
                let length = verbatim(rest)
                out += rest.prefix(length)
                rest = rest.dropFirst(length)
                (gap, isCommented, wasApart) = (nil, false, false)
            }
        }
        return out
    }

    private static let space = UInt8(ascii: " ")
    private static let newline = UInt8(ascii: "\n")

    /// What stands by itself, with or without white space around it.
    private static func isApart(_ byte: UInt8) -> Bool { "{};,".utf8.contains(byte) }

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

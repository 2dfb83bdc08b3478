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

    /// How many bytes belong together: a string, an address without quotation marks, an escape, or one byte.
    private static func verbatim(_ rest: ArraySlice<UInt8>) -> Int {
        switch rest.first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return ending(rest.first, in: rest, from: 1)
        case UInt8(ascii: "\\"): return escape(rest)
        default: break
        }
        // `|0x20` makes small letters of capitals.
        guard rest.count > 4, rest.prefix(4).map({ $0 | 0x20 }).elementsEqual("url(".utf8) else { return 1 }
        let address = rest.dropFirst(4).first { !isSpace($0) }
        return address == UInt8(ascii: "\"") || address == UInt8(ascii: "'") ? 1 : ending(UInt8(ascii: ")"), in: rest, from: 4)
    }

    /// How many bytes there are up to the first of these that is not escaped.
    private static func ending(_ end: UInt8?, in rest: ArraySlice<UInt8>, from start: Int) -> Int {
        var length = start
        while length < rest.count {
            let byte = rest[rest.startIndex + length]
            length += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == end { break }
        }
        return min(length, rest.count)
    }

    /// A character by its hexadecimal number takes the white space behind it along.
    private static func escape(_ rest: ArraySlice<UInt8>) -> Int {
        let digits = rest.dropFirst().prefix(6).prefix { UnicodeScalar($0).properties.isASCIIHexDigit }.count
        guard digits > 0 else { return min(2, rest.count) }
        return rest.dropFirst(1 + digits).first.map(isSpace) ?? false ? digits + 2 : digits + 1
    }
}

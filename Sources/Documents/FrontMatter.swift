/// Where front matter lies in a normalised text.
enum FrontMatter {
    /// The text does not begin with a line `---`.
    case none
    /// It does, but no second such line follows.
    case open
    /// The byte range of the YAML, the first byte of the body, and the line, from 1, on which the body begins.
    case closed(yaml: Range<Int>, bodyStart: Int, bodyLine: Int)

    init(_ bytes: [UInt8]) {
        guard let first = Self.fence(bytes, at: 0) else {
            self = .none
            return
        }
        var start = first
        var line = 2
        while start < bytes.count {
            if let next = Self.fence(bytes, at: start) {
                self = .closed(yaml: first..<start, bodyStart: next, bodyLine: line + 1)
                return
            }
            guard let end = bytes[start...].firstIndex(of: newline) else { break }
            start = end + 1
            line += 1
        }
        self = .open
    }

    /// The start of the line after the one at `start`, if that one is `---`; blanks behind it are allowed.
    private static func fence(_ bytes: [UInt8], at start: Int) -> Int? {
        guard start + 3 <= bytes.count, bytes[start] == hyphen, bytes[start + 1] == hyphen, bytes[start + 2] == hyphen else { return nil }
        var end = start + 3
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        if end == bytes.count { return end }
        return bytes[end] == newline ? end + 1 : nil
    }
}

private let hyphen = UInt8(ascii: "-")

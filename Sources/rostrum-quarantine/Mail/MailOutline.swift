import Quarantine

/// A mail without what would cost the parser more memory than there is: it makes an object of each part and of each header line, and
/// millions of either fit into a mail. They are counted first, which costs next to nothing.
struct MailOutline {
    /// Lines that separate parts: ten times as many as are looked at, as each mail within may have as many.
    private static let separators = 10 * QuarantineLimits.parts
    /// Header lines of the mail itself, and those of all parts together.
    private static let headerLines = (own: 10_000, others: 100_000)

    private(set) var bytes: [UInt8]
    /// Whether something was left out.
    private(set) var isCutOff = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var left = Self.headerLines.own
        var position = 0
        if let over = skipHeader(&position, &left) {
            // The text behind the header is still read.
            let ends = [("\n\n", 1), ("\r\n\r\n", 2)].compactMap { end, ofLine in
                ByteSearch.first(end, in: bytes[over...]).map { $0 + ofLine }
            }
            self.bytes = Array(bytes[..<over]) + bytes[(ends.min() ?? bytes.count)...]
            isCutOff = true
            position = over
        }
        if let end = end(from: position) {
            self.bytes.removeSubrange(end...)
            isCutOff = true
        }
    }

    /// Where there are too many parts, or header lines of parts; nil where there are not.
    private func end(from start: Int) -> Int? {
        let boundaries = boundaries()
        guard !boundaries.isEmpty else { return nil }
        var position = max(0, start - 1)
        var left = (separators: Self.separators, headerLines: Self.headerLines.others)
        while let hit = ByteSearch.first("\n--", in: bytes[position...]) {
            position = lineEnd(from: hit + 1)
            guard isSeparator(bytes[(hit + 3)..<position], of: boundaries) else { continue }
            left.separators -= 1
            if left.separators < 0 { return hit + 1 }
            position += 1
            if let over = skipHeader(&position, &left.headerLines) { return over }
            position = max(hit + 1, position - 1)
        }
        return nil
    }

    /// Goes on to the first line behind a header, and behind that of a mail that begins there.
    ///
    /// - Parameter left: lines that there may still be.
    /// - Returns: where the first line stands that is too many; nil where there is none.
    private func skipHeader(_ position: inout Int, _ left: inout Int) -> Int? {
        var isMail = false
        while position < bytes.count {
            let end = lineEnd(from: position)
            let line = bytes[position..<end]
            let isBlank = line.isEmpty || line.elementsEqual([0x0D])
            if isBlank, !isMail {
                position = end
                return nil
            }
            if isBlank { isMail = false }
            left -= 1
            if left < 0 { return position }
            if line.count < 200, ByteSearch.first("essage/", in: line) != nil { isMail = true }
            position = end + 1
        }
        position = bytes.count
        return nil
    }

    /// The boundaries that the mail names somewhere, as far as they are among the first thousand of each spelling.
    private func boundaries() -> Set<[UInt8]> {
        var found: Set<[UInt8]> = []
        for spelling in ["oundary=", "OUNDARY="] {
            var position = 0
            for _ in 0..<QuarantineLimits.parts {
                guard let hit = ByteSearch.first(spelling, in: bytes[position...]) else { break }
                position = hit + spelling.utf8.count
                let value = bytes[position...].prefix(200)
                let isQuoted = value.first == UInt8(ascii: "\"")
                let text =
                    isQuoted ? value.dropFirst().prefix { $0 != UInt8(ascii: "\"") } : value.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
                if !text.isEmpty { found.insert(Array(text)) }
            }
        }
        return found
    }

    private func isSeparator(_ line: ArraySlice<UInt8>, of boundaries: Set<[UInt8]>) -> Bool {
        guard line.count <= 300 else { return false }
        var text = Array(line)
        while let last = text.last, last == 0x20 || last == 0x09 || last == 0x0D { text.removeLast() }
        return boundaries.contains(text) || text.suffix(2).elementsEqual("--".utf8) && boundaries.contains(Array(text.dropLast(2)))
    }

    /// Where the line ends, before its line break.
    private func lineEnd(from position: Int) -> Int {
        ByteSearch.first([0x0A], in: bytes[position...]) ?? bytes.count
    }
}

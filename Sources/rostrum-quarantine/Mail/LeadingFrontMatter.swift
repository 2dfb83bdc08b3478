/// Keeps front matter at the beginning of a mail's text usable, whatever an editor of mails did to its blanks. Nothing else is guessed.
enum LeadingFrontMatter {
    /// Blank lines before the first `---` go, and no-break spaces at the beginnings of the lines of front matter: on its fences and the
    /// line after the first they are dropped, within they become the spaces that they stand for.
    static func mended(_ text: [UInt8]) -> [UInt8] {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let first = lines.firstIndex(where: { !content($0).isEmpty }), isFence(lines[first]) else { return text }
        guard let last = lines[(first + 1)...].firstIndex(where: isFence) else { return text }
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var isFirstKey = true
        for line in lines[first...last] {
            if isFence(line) {
                out += Array("---".utf8)
            } else {
                out += isFirstKey ? Array(content(line)) : spaced(line)
                if !content(line).isEmpty { isFirstKey = false }
            }
            out.append(0x0A)
        }
        out += lines[(last + 1)...].joined(separator: [0x0A])
        if last == lines.endIndex - 1, text.last != 0x0A { out.removeLast() }
        return out
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        let content = content(line)
        guard content.starts(with: "---".utf8) else { return false }
        return self.content(content.dropFirst(3)).isEmpty
    }

    /// Without blanks and no-break spaces at the beginning.
    private static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line
        while true {
            if rest.first == 0x20 || rest.first == 0x09 {
                rest = rest.dropFirst()
            } else if rest.starts(with: [0xC2, 0xA0]) {
                rest = rest.dropFirst(2)
            } else if rest.starts(with: [0xEF, 0xBB, 0xBF]) {
                rest = rest.dropFirst(3)
            } else {
                return rest
            }
        }
    }

    /// With spaces for the no-break spaces at the beginning.
    private static func spaced(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var spaces: [UInt8] = []
        var rest = line
        while true {
            if rest.first == 0x20 {
                rest = rest.dropFirst()
            } else if rest.starts(with: [0xC2, 0xA0]) {
                rest = rest.dropFirst(2)
            } else {
                return spaces + rest
            }
            spaces.append(0x20)
        }
    }
}

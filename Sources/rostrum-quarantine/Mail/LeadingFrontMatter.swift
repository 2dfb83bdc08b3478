/// Keeps front matter at the beginning of a mail's text usable, whatever an editor of mails did to its blanks. Nothing else is guessed.
enum LeadingFrontMatter {
    /// Blank lines before the first `---` go, and no-break spaces at the beginnings of the lines of front matter: on its fences and the
    /// line after the first they are dropped, within they become the spaces that they stand for.
    static func mended(_ text: [UInt8]) -> [UInt8] {
        var end = 0
        // Each line with its end, as far as front matter reaches.
        func line() -> ArraySlice<UInt8>? {
            guard end < text.count else { return nil }
            let start = end
            let newline = text[start...].firstIndex(of: 0x0A) ?? text.count
            end = min(newline + 1, text.count)
            return text[start..<newline]
        }
        var first = line()
        while let blank = first, content(blank).isEmpty { first = line() }
        guard let first, isFence(first) else { return text }
        var out = Array("---\n".utf8)
        var isFirstKey = true
        while let next = line() {
            if isFence(next) { return out + Array("---".utf8) + (text[end - 1] == 0x0A ? [0x0A] : []) + text[end...] }
            out += isFirstKey ? Array(content(next)) : spaced(next)
            out.append(0x0A)
            if !content(next).isEmpty { isFirstKey = false }
        }
        return text  // never closed: no front matter
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

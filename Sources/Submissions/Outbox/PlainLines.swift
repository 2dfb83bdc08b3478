import Model

/// Texts of others, made fit for plain text.
enum PlainLines {
    /// In one line: control characters and breaks become spaces.
    static func one(_ text: String) -> String { several(text).replacing("\n", with: " ") }

    /// Paragraphs with empty lines between them; empty ones are left out.
    static func joined(_ paragraphs: [String]) -> String { paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") }

    /// A value between marks that keep its direction apart from that of a sentence from right to left; as it is in other sentences.
    static func isolated(_ value: String, in language: Language) -> String {
        language.isRightToLeft && !value.isEmpty ? "\u{2068}\(value)\u{2069}" : value
    }

    /// In lines that end in LF, without control characters and marks that turn text around, and without empty lines at its ends.
    static func several(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            let breaks = scalar.value == 0x0D || scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            if (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value) { continue }
            out.append(scalar == "\n" || breaks ? "\n" : isControl ? " " : scalar)
        }
        let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
        let lines = String(out).split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.firstIndex(where: { !isBlank($0) }), let last = lines.lastIndex(where: { !isBlank($0) }) else { return "" }
        return lines[first...last].map { isBlank($0) ? "" : String($0) }.joined(separator: "\n")
    }
}

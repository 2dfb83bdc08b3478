/// How wide texts are where each character takes a whole number of columns, and where their lines can be broken.
enum Columns {
    /// Columns of a text: two for what is as wide as an ideograph, none for marks and format characters, one for all else.
    static func width(of text: some StringProtocol) -> Int { text.unicodeScalars.reduce(0) { $0 + width(of: $1) } }

    /// - Parameters:
    ///   - first: stands before the first line, spaces of the same width before the others.
    ///   - limit: columns of a line. A word that is wider has a line to itself.
    static func wrapped(_ text: String, first: String = "", limit: Int) -> [String] {
        let indent = String(repeating: " ", count: width(of: first))
        var lines: [String] = []
        var line = ""
        for (piece, hasSpace) in pieces(text) {
            let joint = hasSpace && !line.isEmpty ? " " : ""
            if !line.isEmpty, width(of: first) + width(of: line + joint + piece) > limit {
                lines.append(line)
                line = piece
            } else {
                line += joint + piece
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines.enumerated().map { ($0.offset == 0 ? first : indent) + $0.element }
    }

    /// What stays together on a line, each with whether a space stands before it: words, and in scripts that write without spaces,
    /// characters with the punctuation that clings to them.
    private static func pieces(_ text: String) -> [(piece: String, hasSpace: Bool)] {
        var pieces: [(piece: String, hasSpace: Bool)] = []
        for word in text.split(separator: " ") {
            var piece = ""
            var hasSpace = true
            for character in word {
                if let last = piece.last, breaks(between: last, character) {
                    pieces.append((piece, hasSpace))
                    (piece, hasSpace) = ("", false)
                }
                piece.append(character)
            }
            pieces.append((piece, hasSpace))
        }
        return pieces
    }

    /// Whether a line may end between two characters of a word.
    private static func breaks(between a: Character, _ b: Character) -> Bool {
        guard isWide(a) || isWide(b) else { return false }
        return !"，。、；：？！）》」』】〉…·,.;:?!)%".contains(b) && !"（《「『【〈(".contains(a)
    }

    private static func isWide(_ character: Character) -> Bool { character.unicodeScalars.first.map { width(of: $0) == 2 } ?? false }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF: return 2
        case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }
}

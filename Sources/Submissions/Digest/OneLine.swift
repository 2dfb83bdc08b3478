/// Texts of others, made fit for one line of a mail: no line breaks, no control characters, nothing that turns the direction of what
/// stands behind it, and no longer than a reader bears.
enum OneLine {
    /// How far a cut looks back for the end of a word, in characters.
    private static let wordEnd = 30

    /// - Parameter limit: columns, see `Columns`; the `…` of a cut is among them.
    static func text(_ text: String, limit: Int) -> String {
        var line = ""
        var (width, count, cut) = (0, 0, false)
        var spaceIsDue = false
        for character in text {
            let clean = clean(character)
            guard let clean else {
                spaceIsDue = !line.isEmpty
                continue
            }
            if clean.isEmpty { continue }
            let columns = Columns.width(of: clean) + (spaceIsDue ? 1 : 0)
            // Marks have no width of their own, and a letter can carry thousands.
            count += clean.unicodeScalars.count
            if width + columns > limit || count > limit * 2 {
                cut = true
                break
            }
            if spaceIsDue { line += " " }
            spaceIsDue = false
            line += clean
            width += columns
        }
        return cut ? shortened(line, limit: limit) + "…" : line
    }

    /// The character without what cannot stand in a line; nil where it is white space.
    private static func clean(_ character: Character) -> String? {
        if character.isWhitespace && character != "\u{A0}" && character != "\u{202F}" { return nil }
        var out = String.UnicodeScalarView()
        for scalar in character.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: return nil
            case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE0FFF: continue
            case _ where scalar.value & 0xFFFE == 0xFFFE: continue
            default: out.append(scalar)
            }
        }
        return String(String(out).unicodeScalars.prefix(16).map(Character.init))
    }

    /// Cut at the end of a word where one is near, and with room for `…`.
    private static func shortened(_ line: String, limit: Int) -> String {
        var rest = line[...]
        if let space = rest.suffix(wordEnd).lastIndex(of: " ") { rest = rest[..<space] }
        while let last = rest.last, last.isWhitespace || ",;:،؛、，；：·".contains(last) || Columns.width(of: String(rest)) >= limit {
            rest.removeLast()
        }
        return String(rest)
    }
}

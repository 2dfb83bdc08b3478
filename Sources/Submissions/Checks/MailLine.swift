/// A line of a text as mail programs are known by their words: in small letters without accents and Markdown's marks, with the signs of all
/// scripts made alike.
struct MailLine {
    /// At most `limit` scalars; empty for a line without any words, and for one that is too long for a mail program's.
    let text: String
    /// Whether it begins with `>`.
    let isQuoted: Bool
    /// As it is written, without spaces and line breaks around it.
    let written: String

    /// In scalars: a name and an address of some length, and a date.
    private static let limit = 300

    init(_ line: Substring) {
        let scalars = line.unicodeScalars
        isQuoted = scalars.first { $0 != " " } == ">"
        guard scalars.dropFirst(Self.limit).isEmpty else {
            (text, written) = ("", "")
            return
        }
        text = Self.folded(scalars)
        // A backslash at the end is a line break.
        let isAround = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\\" }
        let start = scalars.firstIndex { !isAround($0) } ?? scalars.endIndex
        let end = scalars.lastIndex { !isAround($0) } ?? start
        written = start == scalars.endIndex ? "" : String(scalars[start...end])
    }

    /// What phrases and lines are compared by.
    static func folded(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in scalars {
            if let sign = sign(scalar), sign != " " || folded.last.map({ $0 != " " }) == true { folded.append(sign) }
        }
        while folded.last == " " { folded.removeLast() }
        return String(folded)
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if let digit = scalar.digit { return Unicode.Scalar(UInt8(0x30 + digit)) }
        switch scalar {
        case "*", "_", "\\", "[", "]": return nil
        case "\u{2010}"..."\u{2015}": return "-"
        case "：": return ":"
        case "’": return "'"
        default: break
        }
        if scalar.properties.isWhitespace { return " " }
        if HiddenCharacters.isHidden(scalar) || HiddenCharacters.isMark(scalar) { return nil }
        if scalar.properties.generalCategory == .nonspacingMark { return nil }
        let letter = Letters.folded(scalar)
        return letter == 0 ? scalar : Unicode.Scalar(letter)
    }
}

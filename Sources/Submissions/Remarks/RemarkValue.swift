import Model
import Theme

/// A value of a remark, as a sentence of some language takes it.
struct RemarkValue {
    /// The placeholder's, which tells what the value is.
    let name: String
    let value: String

    /// The value as plain text in one line, which the sentence around it survives whatever it is.
    func text(in words: Words, _ names: RemarkNames?, _ reader: RemarkTexts.Reader) -> String {
        let text = Self.harmless(named(in: words, names, reader) ?? written(in: words))
        return Self.isolates(text, in: words.language) ? "\u{2068}\(text)\u{2069}" : text
    }

    /// Whoever edits a field needs the identifier too.
    private func named(in words: Words, _ names: RemarkNames?, _ reader: RemarkTexts.Reader) -> String? {
        guard let title = names?.name(of: value, called: name, in: words.language) else { return nil }
        return reader == .moderator ? "\(title) (\(value))" : title
    }

    private func written(in words: Words) -> String {
        switch name {
        case "date": Day(value).map { words.dates.day($0) } ?? value
        case "language", "claimed", "found": Language(validating: value).map { words.languages.name(of: $0) } ?? value
        case "size", "limit": Int(value).map { words.numbers.size($0) } ?? value
        case "words", "least", "most", "count": Int(value).map { words.numbers.text($0) } ?? value
        default: value
        }
    }

    /// Control characters and breaks become spaces; what turns text around, hides or joins is left out.
    private static func harmless(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: out.append(" ")
            case _ where HiddenCharacters.isHidden(scalar) || HiddenCharacters.isMark(scalar): break
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// Whether a value could be turned around by the sentence, or the sentence by the value: where one of them, and not the other, runs
    /// from right to left.
    private static func isolates(_ text: String, in language: Language) -> Bool {
        let hasRightToLeft = text.unicodeScalars.contains { HiddenCharacters.isRightToLeft($0) }
        return hasRightToLeft || language.isRightToLeft
    }
}

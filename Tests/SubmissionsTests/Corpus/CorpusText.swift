/// Texts from outside as `expected.txt` shows them.
enum CorpusText {
    private static let longest = 160
    private static let head = 110
    private static let tail = 40

    /// The first words of a text, and its last ones, by which a signature or a quotation shows.
    static func shortened(_ body: [UInt8]) -> String {
        let words = String(decoding: body, as: UTF8.self).split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
        guard words.count > longest else { return words.isEmpty ? "none" : words }
        return words.prefix(head) + " […] " + words.suffix(tail)
    }

    /// With a number for each character that nobody would see, or that changes how others are seen.
    static func visible(_ text: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .spaceSeparator where scalar == " ": out.append(scalar)
            case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                out.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}

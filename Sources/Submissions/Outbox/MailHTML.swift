import Model

/// The HTML form of a mail's plain text: the same words, for mail programs that need it to write a language from right to left. Nothing
/// is loaded from anywhere.
enum MailHTML {
    /// - Parameters:
    ///   - text: in paragraphs, with empty lines between them; lines that begin with `- ` are a list, those with `> ` a quotation.
    ///   - title: of the document.
    static func document(_ text: String, title: String, language: Language) -> String {
        let direction = language.isRightToLeft ? "rtl" : "ltr"
        return """
            <!DOCTYPE html>
            <html lang="\(language.code)" dir="\(direction)">
            <head><meta charset="utf-8"><title>\(escaped(title))</title></head>
            <body style="font-family: sans-serif; line-height: 1.5">
            <div lang="\(language.code)" dir="\(direction)">
            \(body(text, language))
            </div>
            </body>
            </html>

            """
    }

    private static func body(_ text: String, _ language: Language) -> String {
        var html: [String] = []
        var block: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) + [Substring()] {
            // A line of another sort begins a block of its own.
            if line.isEmpty || block.first.map({ kind($0) != kind(line) }) == true {
                if !block.isEmpty { html.append(element(block, attributes(block, language))) }
                block = []
            }
            if !line.isEmpty { block.append(line) }
        }
        return html.joined(separator: "\n")
    }

    private enum Kind { case plain, item, quotation }

    private static func kind(_ line: Substring) -> Kind {
        line.hasPrefix("- ") ? .item : line == ">" || line.hasPrefix("> ") ? .quotation : .plain
    }

    private static func element(_ lines: [Substring], _ direction: String) -> String {
        switch kind(lines[0]) {
        case .plain: "<p\(direction)>\(lines.map { linked($0) }.joined(separator: "<br>\n"))</p>"
        case .item: "<ul\(direction)>\n\(lines.map { "<li>\(linked($0.dropFirst(2)))</li>" }.joined(separator: "\n"))\n</ul>"
        case .quotation: "<blockquote>\n\(paragraphs(lines.map { $0.dropFirst(2) }).joined(separator: "\n"))\n</blockquote>"
        }
    }

    /// Each in a direction of its own: fields in one, a text below them in another.
    private static func paragraphs(_ lines: [Substring]) -> [String] {
        lines.split(whereSeparator: \.isEmpty).map { "<p dir=\"auto\">\($0.map { escaped($0) }.joined(separator: "<br>\n"))</p>" }
    }

    /// The direction of a block in another script than the mail's: a moderator's own words, an address.
    private static func attributes(_ lines: [Substring], _ language: Language) -> String {
        let letters = lines.joined().unicodeScalars.filter(\.properties.isAlphabetic)
        let leads = letters.first.map { HiddenCharacters.isRightToLeft($0) } ?? language.isRightToLeft
        let isMixed = letters.contains { HiddenCharacters.isRightToLeft($0) == language.isRightToLeft }
        return leads == language.isRightToLeft || isMixed ? "" : " dir=\"\(leads ? "rtl" : "ltr")\""
    }

    /// A line, in which an address that stands alone is a link. Others stay text: who wrote them is not known.
    private static func linked(_ line: Substring) -> String {
        let text = escaped(line)
        guard line.hasPrefix("https://") || line.hasPrefix("http://"), !line.contains(" "), line.allSatisfy(\.isASCII) else { return text }
        return "<a dir=\"ltr\" href=\"\(text)\">\(text)</a>"
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0xFFFE...0xFFFF).contains(scalar.value & 0xFFFF):
                out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

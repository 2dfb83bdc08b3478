/// Writes values of YAML so that they are read again as what they were.
package enum YAMLText {
    /// A text of one line: plain where YAML cannot take it for anything else, otherwise in double quotes.
    package static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// A list in one line.
    package static func list(_ texts: [String]) -> String {
        "[" + texts.map(scalar).joined(separator: ", ") + "]"
    }

    /// Letters and digits of any script, with blanks, hyphens, full stops, slashes and apostrophes inside; no number-like and no word
    /// that YAML or a reader of it could take for a truth value, nothing or a number.
    private static func isPlain(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, first.properties.isAlphabetic else { return false }
        guard last.properties.isAlphabetic || ("0"..."9").contains(last) || last == "." || last == ")" else { return false }
        guard !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased()) else { return false }
        return scalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || " -./'’()".unicodeScalars.contains($0) }
    }

    /// A text of one line in double quotes, which may stand anywhere.
    package static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}

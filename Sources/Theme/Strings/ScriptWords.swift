/// What a script says, written as data for it. `<` and the two line separators of Unicode are written as escapes, so that the text is safe
/// in any script of any browser.
enum ScriptWords {
    /// A JSON object in one line, keys sorted: `{"failed":"…",…}`.
    static func json(_ words: [(key: String, text: String)]) -> [UInt8] {
        var out = [UInt8(ascii: "{")]
        for (index, entry) in words.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            quote(entry.key, to: &out)
            out.append(UInt8(ascii: ":"))
            quote(entry.text, to: &out)
        }
        out.append(UInt8(ascii: "}"))
        return out
    }

    private static func quote(_ text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += Array("\\\"".utf8)
            case "\\": out += Array("\\\\".utf8)
            case "<", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                out += Array(("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8)
            default: out += Array(String(scalar).utf8)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}

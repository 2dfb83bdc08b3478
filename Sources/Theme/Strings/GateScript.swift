/// Writes the strings of the gate as the script that assigns them: `rostrumStrings={"failed":"…",…};`.
enum GateScript {
    /// Keys are sorted. `<` and the two line separators of Unicode are written as escapes, so that the text is safe
    /// in any script of any browser.
    static func bytes(_ strings: Strings) -> [UInt8] {
        var out = Array("rostrumStrings={".utf8)
        for (index, entry) in strings.words(of: .gate).enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            quote(entry.key, to: &out)
            out.append(UInt8(ascii: ":"))
            quote(entry.text, to: &out)
        }
        out += Array("};\n".utf8)
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

import Foundation

/// What words are compared by. INDEX.md, section 1.
package enum Form {
    /// In code points.
    static let longest = 64

    /// The form of a word that is not of ideographs; empty where it is none.
    package static func of(_ word: String) -> String {
        let form = folded(word)
        return form.unicodeScalars.count > longest ? String(String.UnicodeScalarView(form.unicodeScalars.prefix(longest))) : form
    }

    /// The same without a limit, for a run of ideographs.
    static func folded(_ word: String) -> String {
        var out = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in word.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
            defer { before = scalar }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark, .format:
                if scalar.value == 0x306, before?.value == 0x438 || before?.value == 0x418 { out.append(scalar) }
            default: out.append(scalar)
            }
        }
        var form = String.UnicodeScalarView()
        for scalar in String(out).lowercased().unicodeScalars { append(scalar, to: &form) }
        return String(form).precomposedStringWithCanonicalMapping
    }

    /// Whether a run of ideographs is its own form for sure: all of them are of the blocks of U+3400–4DBF and U+4E00–9FFF, which have no other.
    static func isOwnForm(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
        guard run.count.isMultiple(of: 3) else { return false }
        return stride(from: 0, to: run.count, by: 3).allSatisfy { at in
            let value = UInt32(run[at]) << 16 | UInt32(run[at + 1]) << 8 | UInt32(run[at + 2])
            // As UTF-8 has them.
            return 0xE3_9080...0xE4_B6BF ~= value || 0xE4_B880...0xE9_BFBF ~= value
        }
    }

    /// Whether a number (N) is among the code points.
    static func hasDigit(_ form: some StringProtocol) -> Bool {
        form.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .decimalNumber, .letterNumber, .otherNumber: true
            default: false
            }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to form: inout String.UnicodeScalarView) {
        switch scalar.value {
        case ..<0xDF: form.append(scalar)
        case 0x660...0x669: form.append(digit(scalar.value - 0x660))
        case 0x6F0...0x6F9: form.append(digit(scalar.value - 0x6F0))
        default:
            if let other = others[scalar] { form.append(contentsOf: other.unicodeScalars) } else { form.append(scalar) }
        }
    }

    private static func digit(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(0x30 + value)) }

    /// What is written otherwise, and is one letter to whoever looks for it.
    private static let others: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ł": "l", "þ": "th", "ı": "i", "ς": "σ",
        "\u{671}": "\u{627}", "\u{649}": "\u{64A}", "\u{6CC}": "\u{64A}", "\u{629}": "\u{647}", "\u{6A9}": "\u{643}", "\u{640}": "",
    ]
}

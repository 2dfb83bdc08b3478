/// Guesses the encoding of a text that has no label, or a wrong one, and is not UTF-8.
///
/// Each candidate is tried on the first part of the text and judged by what becomes of it: letters that stand together in one
/// script, with small ones behind capitals, speak for it; symbols inside words, scripts mixed in a word and capitals behind small
/// letters speak against it.
enum CharsetGuess {
    /// In order of preference between equals.
    private static let candidates = [
        "GB18030", "BIG5-HKSCS", "CP932", "EUC-JP", "CP949", "WINDOWS-1251", "KOI8-R", "WINDOWS-1256", "WINDOWS-1252", "ISO-8859-6",
        "WINDOWS-1250", "WINDOWS-1253", "WINDOWS-1255", "CP866",
    ]
    private static let sample = 4_096

    /// The text as UTF-8.
    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        let charset = Charset(best(of: candidates, for: bytes))
        return charset.decodeLoosely(bytes) ?? Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// The name of the candidate that makes most sense of the bytes.
    static func best(of candidates: [String], for bytes: [UInt8]) -> String {
        // From around the first high byte: a text may begin with a page of English.
        let start = max(0, (bytes.firstIndex { $0 >= 0x80 } ?? 0) - 64)
        var part = Array(bytes[start..<min(bytes.count, start + sample)])
        // Not to cut a character of several bytes in two.
        if part.count == sample, let end = part.lastIndex(where: { $0 == 0x0A || $0 == 0x20 }), end > sample / 2 {
            part.removeSubrange(end...)
        }
        var best = (name: "WINDOWS-1252", score: Int.min)
        for name in candidates {
            guard let decoded = Charset(name).decodeLoosely(part) else { continue }
            let score = score(String(decoding: decoded, as: UTF8.self).unicodeScalars)
            if score > best.score { best = (name, score) }
        }
        return best.name
    }

    private static func score(_ text: String.UnicodeScalarView) -> Int {
        var score = 0
        var before = Letter.none
        for scalar in text {
            let letter = Letter(scalar)
            defer { before = letter }
            guard scalar.value >= 0x80 else {
                if letter != .none, before.isForeign { score -= 2 }
                continue
            }
            switch letter {
            case .none: score -= scalar.properties.isDash || "«»“”‘’„…、。，：；？！（）「」《》\u{A0}".unicodeScalars.contains(scalar) ? 0 : 6
            case .wrong: score -= 20
            case .latin(let small):
                // Most letters around an accented one are plain: two of them side by side are rare.
                score += before == .latin(small: true) && small ? 4 : 1
                if case .latin(small: true) = before, !small { score -= 4 }
                if before.isForeign { score -= 4 }
            case .cyrillic(let small):
                score += "оеаинтсрвлОЕАИНТСРВЛ".unicodeScalars.contains(scalar) ? 5 : 3
                if case .cyrillic(small: true) = before, !small { score -= 8 }
                if case .latin = before { score -= 6 }
            case .arabic: score += before == .arabic ? 6 : 3
            case .greek, .hebrew: score += before == letter ? 4 : 1
            case .kana, .hangul: score += before == letter ? 10 : 6
            case .han(let common): score += common ? 8 : 3
            }
        }
        return score
    }
}

/// What a character is to the guess.
private enum Letter: Hashable {
    case none, wrong, arabic, greek, hebrew, kana, hangul
    case latin(small: Bool)
    case cyrillic(small: Bool)
    case han(common: Bool)

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A: self = .latin(small: false)
        case 0x61...0x7A: self = .latin(small: true)
        case 0x80...0x9F, 0xFFFD, 0xE000...0xF8FF, 0xFF61...0xFF9F: self = .wrong  // half-width kana are what other texts decode to
        case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: self = .latin(small: scalar.properties.isLowercase)
        case 0x386...0x3FF: self = .greek
        case 0x400...0x45F, 0x490, 0x491: self = .cyrillic(small: scalar.properties.isLowercase)
        case 0x5D0...0x5EA: self = .hebrew
        case 0x621...0x652, 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC: self = .arabic
        case 0x3041...0x30FF: self = .kana
        case 0xAC00...0xD7A3: self = .hangul
        case 0x4E00...0x9FA5: self = .han(common: CommonHan.contains(scalar))
        default: self = .none
        }
    }

    var isForeign: Bool {
        switch self {
        case .none, .wrong, .latin: false
        default: true
        }
    }
}

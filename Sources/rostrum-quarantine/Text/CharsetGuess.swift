/// Guesses the encoding of a text that has no label, or a wrong one, and is not UTF-8.
///
/// Each candidate is tried on the first part of the text and judged by what becomes of it, letter by letter: `GuessedLetter`.
enum CharsetGuess {
    /// In order of preference between equals.
    private static let candidates = [
        "WINDOWS-1252", "WINDOWS-1251", "GB18030", "BIG5-HKSCS", "CP932", "EUC-JP", "CP949", "KOI8-U", "WINDOWS-1256", "ISO-8859-6",
        "WINDOWS-1250", "ISO-8859-2", "WINDOWS-1253", "WINDOWS-1255", "CP866", "ISO-8859-5", "WINDOWS-1254",
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
        var best = (name: candidates.first ?? "WINDOWS-1252", score: Int.min)
        for name in candidates {
            guard let decoded = Charset(name).decodeLoosely(part) else { continue }
            let score = score(String(decoding: decoded, as: UTF8.self).unicodeScalars)
            if score > best.score { best = (name, score) }
        }
        return best.name
    }

    private static func score(_ text: String.UnicodeScalarView) -> Int {
        var score = 0
        var before = GuessedLetter.none
        for scalar in text {
            let letter = GuessedLetter(scalar)
            score += letter.score(after: before, isASCII: scalar.value < 0x80)
            before = letter
        }
        return score
    }
}

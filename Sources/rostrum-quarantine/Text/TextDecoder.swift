/// Makes UTF-8 with LF line endings of a text in any encoding.
enum TextDecoder {
    /// A text with a label of its encoding, which may be wrong, or without one. Never fails: what does not fit becomes U+FFFD.
    ///
    /// A label is not believed where the text is UTF-8 all the same, which a text in a one-byte encoding is by chance next to never.
    static func decode(_ bytes: [UInt8], label: String?) -> [UInt8] {
        if let marked = decodeMarked(bytes) { return marked }
        let charset = label.flatMap(Charset.init(label:))
        if let charset, charset.isSevenBit, let decoded = charset.decode(bytes) { return decoded }
        guard UTF8Text.hasHighBytes(bytes) else { return decodeEscapes(bytes) ?? wide(bytes, charset) ?? bytes }
        let isUTF8 = UTF8Text.isValid(bytes)
        if isUTF8, charset.map({ $0.isOneByte || $0.name == "UTF-8" }) ?? true { return bytes }
        if let charset, charset.name != "UTF-8", !isDefault(label), let decoded = charset.decode(bytes) { return decoded }
        if isUTF8 { return bytes }
        // A Latin label stands on anything; another one that does not fit may be right but for some bytes.
        if let charset, !isDefault(label), let loose = charset.decodeLoosely(bytes), mostlyFits(loose) { return loose }
        return CharsetGuess.decode(bytes)
    }

    /// A text file, in which no label stands; nil for one that is no text in any encoding.
    static func decodeFile(_ bytes: [UInt8]) -> [UInt8]? {
        if let marked = decodeMarked(bytes) { return marked.contains(0) ? nil : marked }
        guard !bytes.contains(0) else { return nil }
        // Controls that no text has: those of a terminal or of a format of bytes.
        let controls = bytes.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C && $0 != 0x1B }
        guard controls * 200 <= bytes.count else { return nil }
        return decode(bytes, label: nil)
    }

    /// LF for every line ending, and without controls that are no part of a text.
    static func normalise(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            defer { previous = byte }
            switch byte {
            case 0x0D: text.append(0x0A)
            case 0x0A: if previous != 0x0D { text.append(byte) }
            case 0x09, 0x20...0x7E, 0x80...: text.append(byte)
            case 0x0C: text.append(0x0A)  // a new page, in plain texts of standards
            default: break
            }
        }
        return text
    }

    /// What begins with a byte order mark.
    private static func decodeMarked(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = Array(bytes.dropFirst(3))
            return UTF8Text.isValid(rest) ? rest : nil
        }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return Charset("UTF-32").decodeLoosely(bytes) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return Charset("UTF-16").decodeLoosely(bytes) }
        return nil
    }

    /// Japanese and Chinese mails of seven bits whose label was lost on the way: their escapes are as good as one.
    private static func decodeEscapes(_ bytes: [UInt8]) -> [UInt8]? {
        guard let escape = bytes.firstIndex(of: 0x1B), escape + 2 < bytes.count, [0x24, 0x28].contains(bytes[escape + 1]) else {
            return nil
        }
        return Charset("ISO-2022-JP-3").decode(bytes) ?? Charset("ISO-2022-KR").decode(bytes)
    }

    /// UTF-16 and UTF-32 without a mark, which can do without high bytes.
    private static func wide(_ bytes: [UInt8], _ charset: Charset?) -> [UInt8]? {
        guard let charset, charset.name.hasPrefix("UTF-16") || charset.name.hasPrefix("UTF-32"), bytes.contains(0) else { return nil }
        return charset.decode(bytes)
    }

    private static func isDefault(_ label: String?) -> Bool {
        guard let label, let charset = Charset(label: label) else { return true }
        return charset.name == "WINDOWS-1252" && label.lowercased() != "windows-1252" && label.lowercased() != "cp1252"
    }

    private static func mostlyFits(_ text: [UInt8]) -> Bool {
        let text = String(decoding: text, as: UTF8.self).unicodeScalars
        let faults = text.count { $0 == "\u{FFFD}" }
        return faults * 20 <= text.count { $0.value >= 0x80 } + 20
    }
}

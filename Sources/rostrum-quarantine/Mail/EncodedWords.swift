/// Decodes words as in `=?utf-8?q?Gen=C3=A8ve?=` (RFC 2047) and raw bytes in headers.
///
/// Kinder than the standard, as senders need it: words inside quotes, without blanks between them, with blanks inside, and
/// characters that are cut in two between neighbouring words of one encoding.
enum EncodedWords {
    /// A header's value, or a name of a file in it.
    static func decode(_ raw: [UInt8]) -> String {
        var pieces: [(charset: String?, bytes: [UInt8])] = []
        func append(_ charset: String?, _ bytes: some Collection<UInt8>) {
            if let last = pieces.last, last.charset == charset {
                pieces[pieces.count - 1].bytes.append(contentsOf: bytes)
            } else {
                pieces.append((charset, Array(bytes)))
            }
        }
        var position = 0
        var plain = 0
        while position + 1 < raw.count {
            guard raw[position] == UInt8(ascii: "="), raw[position + 1] == UInt8(ascii: "?"), let word = Word(raw, at: position) else {
                position += 1
                continue
            }
            let between = raw[plain..<position]
            // Blanks between two words only hold them apart.
            if !(pieces.last?.charset != nil && between.allSatisfy(isBlank)) { append(nil, between) }
            append(word.charset, word.bytes)
            position = word.end
            plain = position
        }
        append(nil, raw[plain...])
        return pieces.map { String(decoding: TextDecoder.decode($0.bytes, label: $0.charset), as: UTF8.self) }.joined()
    }

    static func decode(_ raw: String) -> String {
        raw.contains("=?") ? decode(Array(raw.utf8)) : raw
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private struct Word {
        let charset: String
        let bytes: [UInt8]
        let end: Int

        init?(_ raw: [UInt8], at start: Int) {
            let question = UInt8(ascii: "?")
            // A word has at most 75 bytes; what exceeds it by far is none.
            let limit = min(raw.count, start + 4_096)
            guard let second = raw[(start + 2)..<limit].firstIndex(of: question), second + 2 < limit, raw[second + 2] == question else {
                return nil
            }
            let encoding = raw[second + 1] | 0x20
            guard encoding == UInt8(ascii: "q") || encoding == UInt8(ascii: "b") else { return nil }
            var end = second + 3
            while end + 1 < limit, !(raw[end] == question && raw[end + 1] == UInt8(ascii: "=")) { end += 1 }
            guard end + 1 < limit else { return nil }
            // A language may stand behind the encoding: RFC 2231, section 5.
            charset = String(decoding: raw[(start + 2)..<second].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self).lowercased()
            let text = raw[(second + 3)..<end]
            bytes = encoding == UInt8(ascii: "b") ? Self.base64(text) : Self.quoted(text)
            self.end = end + 2
        }

        private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
            var bytes: [UInt8] = []
            var value = 0
            var bits = 0
            for byte in text {
                let digit: Int
                switch byte {
                case 0x41...0x5A: digit = Int(byte) - 0x41
                case 0x61...0x7A: digit = Int(byte) - 0x61 + 26
                case 0x30...0x39: digit = Int(byte) - 0x30 + 52
                case 0x2B, 0x2D: digit = 62
                case 0x2F, 0x5F: digit = 63
                case 0x3D:
                    // Padding in the middle: a sender that joined two words.
                    bits = 0
                    continue
                default: continue
                }
                value = (value << 6 | digit) & 0xFFFF
                bits += 6
                if bits >= 8 {
                    bits -= 8
                    bytes.append(UInt8(truncatingIfNeeded: value >> bits))
                }
            }
            return bytes
        }

        private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
            var bytes: [UInt8] = []
            var position = text.startIndex
            while position < text.endIndex {
                let byte = text[position]
                if byte == UInt8(ascii: "="), position + 2 < text.endIndex, let high = hexadecimal(text[position + 1]),
                    let low = hexadecimal(text[position + 2])
                {
                    bytes.append(high << 4 | low)
                    position += 3
                } else {
                    bytes.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
                    position += 1
                }
            }
            return bytes
        }
    }

    /// The value of a hexadecimal digit.
    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}

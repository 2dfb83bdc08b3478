/// Takes the text out of RTF, as Outlook writes it.
struct RichText {
    private let bytes: [UInt8]
    private var position = 0
    private var out: [UInt8] = []
    /// Bytes of the code page that are not decoded yet, as one character can be two of them.
    private var pending: [UInt8] = []
    private var page = "cp1252"
    /// For each group that is open: whether it is left out, and how many characters stand for one of Unicode's.
    private var groups: [(isHidden: Bool, replacements: Int)] = [(false, 1)]
    /// Characters that stand for one of Unicode's and are still to come.
    private var skips = 0

    static func text(_ rtf: [UInt8]) -> [UInt8] {
        var text = RichText(rtf)
        text.read()
        return text.out
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func read() {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "{"): if groups.count < 1_000 { groups.append(groups[groups.count - 1]) }
            case UInt8(ascii: "}"):
                flush()
                if groups.count > 1 { groups.removeLast() }
                skips = 0
            case UInt8(ascii: "\\"): control()
            case 0x0A, 0x0D, 0x00: break
            default: character(byte)
            }
        }
        flush()
    }

    private mutating func control() {
        guard position < bytes.count else { return }
        let first = bytes[position]
        guard (0x61...0x7A).contains(first | 0x20) else {
            position += 1
            switch first {
            case UInt8(ascii: "'"):
                guard position + 1 < bytes.count, let high = EncodedWords.hexadecimal(bytes[position]),
                    let low = EncodedWords.hexadecimal(bytes[position + 1])
                else { return }
                position += 2
                character(high << 4 | low)
            case UInt8(ascii: "*"): hide()
            case UInt8(ascii: "~"): write("\u{A0}")
            case UInt8(ascii: "_"): write("-")
            case UInt8(ascii: "-"): break
            case 0x0A, 0x0D: write("\n")
            default: character(first)
            }
            return
        }
        let start = position
        while position < bytes.count, (0x61...0x7A).contains(bytes[position] | 0x20), position - start < 40 { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        let digits = position
        while position < bytes.count, position - digits < 12,
            (0x30...0x39).contains(bytes[position]) || bytes[position] == UInt8(ascii: "-") && position == digits
        { position += 1 }
        let number = Int(String(decoding: bytes[digits..<position], as: UTF8.self))
        if position < bytes.count, bytes[position] == 0x20 { position += 1 }
        apply(word, number)
    }

    private mutating func apply(_ word: String, _ number: Int?) {
        switch word {
        case "par", "line", "row", "sect", "page": write("\n")
        case "tab", "cell": write("\t")
        case "u":
            let value = number ?? 63
            write(Unicode.Scalar(UInt32(value < 0 ? value + 65_536 : value) & 0xFFFF).map { String($0) } ?? "\u{FFFD}")
            skips = groups[groups.count - 1].replacements
        case "uc": groups[groups.count - 1].replacements = min(max(number ?? 1, 0), 10)
        case "ansicpg": page = "cp\(number ?? 1252)"
        case "bin": position = min(bytes.count, position + max(0, number ?? 0))
        case "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "fldinst", "listtable", "generator": hide()
        default: if let symbol = Self.symbols[word] { write(symbol) }
        }
    }

    private mutating func hide() {
        flush()
        groups[groups.count - 1].isHidden = true
    }

    private mutating func character(_ byte: UInt8) {
        if skips > 0 {
            skips -= 1
        } else if !groups[groups.count - 1].isHidden {
            pending.append(byte)
        }
    }

    private mutating func write(_ text: String) {
        guard !groups[groups.count - 1].isHidden else { return }
        flush()
        out += Array(text.utf8)
    }

    private mutating func flush() {
        guard !pending.isEmpty else { return }
        out += TextDecoder.decode(pending, label: page)
        pending = []
    }

    private static let symbols = [
        "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ",
        "enspace": " ",
    ]
}

/// The beginning of a text in one line, up to `PlainText.limit`.
struct Excerpt {
    /// How far a cut looks back for the end of a word or of a number, in bytes.
    private static let wordEnd = 40

    private var bytes: [UInt8] = []
    private var width = 0
    private var spaceIsDue = false
    private(set) var isCut = false

    init() {
        bytes.reserveCapacity(PlainText.limit * 2)
    }

    mutating func space() { spaceIsDue = true }

    /// Takes one character up.
    mutating func add(_ value: UInt32, _ kind: ScalarClass, _ scalar: Slice<UnsafeBufferPointer<UInt8>>) {
        // A space that binds is written for its width, as before a French semicolon, and stays what it is.
        if kind == .space, !Self.binds(value) || bytes.isEmpty {
            spaceIsDue = true
            return
        }
        // Direction marks that a cut could leave open would turn around what stands behind the excerpt.
        if (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) { return }
        if spaceIsDue, !bytes.isEmpty {
            bytes.append(UInt8(ascii: " "))
            width += 1
        }
        spaceIsDue = false
        width += Self.width(value)
        if width > PlainText.limit {
            isCut = true
        } else {
            for byte in scalar { bytes.append(byte) }
        }
    }

    /// What was taken up: whole, or cut at the end of a word where one is near, and between characters otherwise.
    var text: String {
        let whole = String(decoding: bytes, as: UTF8.self)
        guard isCut else { return whole }
        var text = whole[...]
        if let space = text.utf8.suffix(Self.wordEnd).lastIndex(of: UInt8(ascii: " ")) {
            text = text[..<space]
        } else {
            let last = text.removeLast()  // perhaps the first half of a character of several scalars
            if last.isNumber { text = Self.trimmed(text) { $0.isNumber } }
        }
        return Self.trimmed(text) { Self.hangs($0) } + "…"
    }

    /// `text` without the characters at its end that are so, unless that takes more than a cut may look back.
    private static func trimmed(_ text: Substring, _ isSo: (Character) -> Bool) -> Substring {
        var rest = text
        while let last = rest.last, isSo(last) { rest.removeLast() }
        return text.utf8.count - rest.utf8.count <= wordEnd ? rest : text
    }

    /// Whether a character at the end of an excerpt asks for more to come: a comma, a colon, what opens; and spaces.
    private static func hangs(_ character: Character) -> Bool {
        if character.isWhitespace || ",;:،؛、，；：¿¡".contains(character) { return true }
        switch character.unicodeScalars.first?.properties.generalCategory {
        case .openPunctuation, .initialPunctuation: return true
        default: return false
        }
    }

    /// No-break space, narrow no-break space, figure space.
    private static func binds(_ value: UInt32) -> Bool { value == 0xA0 || value == 0x202F || value == 0x2007 }

    /// Two for what is as wide as an ideograph, by the wide and full-width ranges of Unicode's East Asian Width.
    private static func width(_ value: UInt32) -> Int {
        switch value {
        case 0...0x10FF: 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF: 2
        case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: 2
        default: 1
        }
    }
}

/// What a character counts as in words, anchors and bare addresses.
enum ScalarClass {
    /// Letters and digits of scripts that put spaces between words.
    case word
    /// Combining marks, which belong to the letter before them.
    case mark
    /// Letters of scripts that write without spaces: each counts as a word.
    case ideograph
    case space
    /// Punctuation, apart from dashes and connectors.
    case punctuation
    case other

    /// Ranges come from the Unicode Character Database; what is common is told apart without looking properties up.
    init(_ scalar: UInt32) {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
        case 0x00...0x20: self = .space
        case 0x2D, 0x5F: self = .other
        case 0x21...0x7E: self = .punctuation
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x481, 0x48A...0x52F: self = .word
        case 0x620...0x64A, 0x660...0x669, 0x671...0x6D3: self = .word
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA, 0x20000...0x323AF: self = .ideograph
        case 0xAC00...0xD7A3: self = .word
        case 0x80...0xA0: self = .space
        default: self = Self.lookUp(scalar)
        }
    }

    private static func lookUp(_ value: UInt32) -> ScalarClass {
        guard let scalar = Unicode.Scalar(value) else { return .other }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return writtenWithoutSpaces(value) ? .ideograph : .word
        case .letterNumber, .decimalNumber: return .word
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation: return .punctuation
        default: return .other
        }
    }

    /// Thai, Lao, Myanmar, Khmer; kana extensions, Bopomofo and compatibility ideographs.
    private static func writtenWithoutSpaces(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x312F, 0x31A0...0x31FF, 0xF900...0xFAFF, 0xFF66...0xFF9F: true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The scalar that begins at `index`, and its length in bytes; a byte that begins none counts as one U+FFFD.
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(self[index])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, index + length <= count else { return (0xFFFD, 1) }
        var value = first & (0xFF >> UInt32(length + 1))
        for next in self[index + 1..<index + length] {
            guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        return (value, length)
    }
}

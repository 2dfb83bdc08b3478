/// What a code point is in a word. INDEX.md, section 1.
enum ScalarKind: UInt8 {
    /// Ends a word.
    case none
    /// A letter or digit of a word.
    case letter
    /// Belongs to what stands before it: a mark, an invisible character of format.
    case follower
    /// A word by itself, and one with what stands beside it.
    case ideograph

    static func of(_ value: UInt32) -> ScalarKind {
        // Every value of the table is one of a case.
        value < 0x1_0000 ? ScalarKind(rawValue: basic[Int(value)]) ?? .none : Unicode.Scalar(value).map(looked) ?? .none
    }

    static func isIdeograph(_ value: UInt32) -> Bool {
        switch value {
        case 0x3005, 0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Looking at the properties of each code point of a large forum costs more than all else that is done with it.
    private static let basic: [UInt8] = (0..<0x1_0000).map { Unicode.Scalar($0).map { looked($0).rawValue } ?? 0 }

    private static func looked(_ scalar: Unicode.Scalar) -> ScalarKind {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: .follower
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber:
            isIdeograph(scalar.value) ? .ideograph : .letter
        default: .none
        }
    }
}

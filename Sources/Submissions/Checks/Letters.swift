import Foundation

/// What of a text its sketch is made of: letters, without case and marks, so that neither spelling out an accent nor another spacing
/// tells two texts apart.
enum Letters {
    /// Scalars of more than 16 bits, and of scripts further on, have no marks that come off.
    private static let tabled: UInt32 = 0x2000

    /// For each scalar below `tabled`: its base letter in lower case; 0 for what is no letter.
    private static let table: [UInt32] = (0..<tabled).map { value in
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return 0
        default: break
        }
        let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
        return base.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    }

    /// The letter that a scalar counts as; 0 for what is none.
    static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        if scalar.value < tabled { return table[Int(scalar.value)] }
        return isIdeograph(scalar.value) || scalar.properties.isAlphabetic ? scalar.value : 0
    }

    /// Whether a scalar is a letter that says as much as a syllable or a word.
    static func isIdeograph(_ value: UInt32) -> Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }
}

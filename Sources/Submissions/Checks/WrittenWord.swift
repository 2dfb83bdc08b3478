/// A word as it stands in a piece: a run of letters, digits and marks; of ideographs, as many as stand together.
struct WrittenWord {
    /// In the piece's scalars.
    let range: Range<Int>
    /// Letters in upper and in lower case; a script without case has neither.
    let upper: Int
    let lower: Int
    let hasDigit: Bool

    /// Whether it is written in capitals: two or more of them, and no other letters.
    var isCapital: Bool { upper >= 2 && lower == 0 && upper == range.count }
    /// Whether it says nothing of how its sentence is written: a number, or one letter.
    var isNeutral: Bool { upper + lower <= 1 && (hasDigit || range.count == 1) }

    /// All words in their order, without those that are marked as part of an address.
    static func all(in scalars: [Unicode.Scalar], except isAddress: [Bool]) -> [WrittenWord] {
        var words: [WrittenWord] = []
        var index = 0
        while index < scalars.count {
            guard !isAddress[index], scalars[index].isLetterOrDigit else {
                index += 1
                continue
            }
            let start = index
            let isIdeographic = Letters.isIdeograph(scalars[index].value)
            var (upper, lower, hasDigit) = (0, 0, false)
            while index < scalars.count, scalars[index].isLetterOrDigit, Letters.isIdeograph(scalars[index].value) == isIdeographic {
                let scalar = scalars[index]
                if scalar.isUpper { upper += 1 } else if scalar.isLower { lower += 1 } else if scalar.digit != nil { hasDigit = true }
                index += 1
            }
            words.append(WrittenWord(range: start..<index, upper: upper, lower: lower, hasDigit: hasDigit))
        }
        return words
    }
}

extension Unicode.Scalar {
    /// Whether it is a capital.
    var isUpper: Bool {
        switch value {
        case 0x41...0x5A: true
        case 0..<0xC0: false
        default: properties.isUppercase
        }
    }

    /// Whether it is a small letter.
    var isLower: Bool {
        switch value {
        case 0x61...0x7A: true
        case 0..<0xAA: false
        default: properties.isLowercase
        }
    }
}

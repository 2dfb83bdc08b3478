/// Digits with what people put between them: `+41 22 338 91 11`, `(495) 123-45-67`, `4111-1111-1111-1111`.
struct DigitRun {
    /// From the first digit, `+` or bracket to the last digit, in the piece's scalars.
    let range: Range<Int>
    /// Values of all digits.
    let digits: [Int]
    /// How many digits stand together, from left to right.
    let groups: [Int]
    /// What stands between one group and the next: `-`, `.`, `/`, space, or a bracket where there is one.
    let separators: [Unicode.Scalar]
    let beginsWithPlus: Bool
    /// Whether a group stands in brackets.
    let hasBracket: Bool

    /// More digits than any number that is looked for has; the rest of a longer run is passed over.
    private static let limit = 32

    /// All runs of a piece with at least six digits.
    static func all(in piece: Piece) -> [DigitRun] {
        var runs: [DigitRun] = []
        var index = 0
        while index < piece.scalars.count {
            guard !piece.isAddress[index], let end = end(in: piece, from: index) else {
                index += 1
                continue
            }
            if let run = DigitRun(piece, index..<end), run.digits.count >= 6 { runs.append(run) }
            index = end
        }
        return runs
    }

    /// Where a run that begins here ends; nil where none begins.
    private static func end(in piece: Piece, from start: Int) -> Int? {
        let scalars = piece.scalars
        var index = start
        while index < scalars.count, index - start < 2, isPlus(scalars[index]) || isOpening(scalars[index]) { index += 1 }
        guard index < scalars.count, scalars[index].digit != nil else { return nil }
        var end = index
        var between = 0
        while index < scalars.count, between <= 3 {
            if scalars[index].digit != nil {
                end = index + 1
                between = 0
            } else if separator(scalars[index]) != nil {
                between += 1
            } else {
                break
            }
            index += 1
        }
        return end
    }

    private init?(_ piece: Piece, _ range: Range<Int>) {
        var digits: [Int] = []
        var groups = [0]
        var separators: [Unicode.Scalar] = []
        for scalar in piece.scalars[range] {
            if let digit = scalar.digit {
                digits.append(digit)
                if digits.count > Self.limit { return nil }
                groups[groups.count - 1] += 1
            } else if let separator = Self.separator(scalar), !digits.isEmpty {
                if groups.last == 0 {
                    if separator != " " { separators[separators.count - 1] = separator }
                } else {
                    groups.append(0)
                    separators.append(separator)
                }
            }
        }
        self.range = range
        self.digits = digits
        self.groups = groups
        self.separators = separators
        beginsWithPlus = piece.scalars[range].prefix(2).contains(where: Self.isPlus)
        hasBracket = piece.scalars[range].contains(where: Self.isOpening)
    }

    /// Whether letters, signs or currencies at either end make it part of something else: `WO2019/123456`, `№ 0123456789`, `USD 01…`.
    func isPartOfName(in piece: Piece) -> Bool {
        let before = piece.scalar(range.lowerBound - 1)
        let after = piece.scalar(range.upperBound)
        let isJoined = { (scalar: Unicode.Scalar?) in
            guard let scalar else { return false }
            if Letters.isIdeograph(scalar.value) || scalar.properties.generalCategory == .nonspacingMark { return false }
            if scalar.isLetterOrDigit || scalar.properties.generalCategory == .currencySymbol { return true }
            return "/%#№§_=,&°º".unicodeScalars.contains(scalar)
        }
        // A comma behind it ends a part of the sentence, before it a part of a number.
        return isJoined(before) || (after != "," && isJoined(after))
    }

    private static func isPlus(_ scalar: Unicode.Scalar) -> Bool { scalar == "+" || scalar == "\u{FF0B}" }
    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "\u{FF08}" }

    /// A separator in its plain form; nil for anything else.
    private static func separator(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case " ", "\u{A0}", "\u{2009}", "\u{202F}", "\u{3000}": " "
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{FF0D}": "-"
        case ".", "\u{FF0E}", "\u{B7}": "."
        case "/", "\u{FF0F}": "/"
        case "(", ")", "\u{FF08}", "\u{FF09}": "("
        default: nil
        }
    }
}

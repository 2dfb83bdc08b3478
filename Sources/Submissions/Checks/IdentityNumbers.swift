/// Numbers of passports, identity cards and the like, told by the word before them.
enum IdentityNumbers {
    /// How far behind the word the number may begin, in scalars: `Passport of Ms Sample, No. AB 123456`.
    private static let reach = 30
    /// Letters and digits of a number, and how many of them must be digits: years and small counts have fewer.
    private static let lengths = 6...20
    private static let leastDigits = 6

    static func all(in piece: Piece) -> [PersonalNumbers.Found] {
        var found: [PersonalNumbers.Found] = []
        var done = 0
        for end in wordEnds(in: piece) where end >= done {
            guard let range = number(in: piece, after: end) else { continue }
            let text = PersonalNumbers.masked(piece.text(range))
            found.append(PersonalNumbers.Found(kind: .identityNumber, text: text, start: range.lowerBound, end: range.upperBound))
            done = range.upperBound
        }
        return found
    }

    /// Where words for papers end.
    private static func wordEnds(in piece: Piece) -> [Int] {
        var ends: [Int] = []
        for word in piece.words {
            guard let first = piece.scalar(word.range.lowerBound), !Letters.isIdeograph(first.value) else {
                ends += ideographEnds(in: piece, word.range)
                continue
            }
            guard word.range.count <= 16 else { continue }
            let text = piece.text(word.range).lowercased()
            if words.contains(text) { ends.append(word.range.upperBound) }
        }
        return ends
    }

    private static func ideographEnds(in piece: Piece, _ range: Range<Int>) -> [Int] {
        range.filter { index in
            ideographs.contains { word in
                index + 1 - word.count >= range.lowerBound && word.elementsEqual(piece.scalars[index + 1 - word.count...index])
            }
        }.map { $0 + 1 }
    }

    /// Letters and digits together, or groups of digits, with digits enough.
    private static func number(in piece: Piece, after end: Int) -> Range<Int>? {
        var index = end
        let limit = min(piece.scalars.count, end + reach)
        while index < limit {
            guard piece.scalars[index].digit != nil || piece.scalars[index].isUpper else {
                index += 1
                continue
            }
            let range = token(in: piece, from: index)
            let digits = piece.scalars[range].count { $0.digit != nil }
            let isWhole = piece.scalar(range.upperBound).map { !$0.isLetterOrDigit || Letters.isIdeograph($0.value) } ?? true
            if digits >= leastDigits, lengths.contains(range.count), isWhole { return range }
            index = max(index + 1, range.upperBound)
        }
        return nil
    }

    private static func token(in piece: Piece, from start: Int) -> Range<Int> {
        var end = start
        var index = start
        while index < piece.scalars.count, index - start <= lengths.upperBound {
            let scalar = piece.scalars[index]
            if scalar.digit != nil || scalar.isUpper {
                end = index + 1
            } else if ![" ", "-", "\u{A0}"].contains(scalar) || piece.scalar(index + 1)?.digit == nil {
                break
            }
            index += 1
        }
        return start..<end
    }

    private static let words: Set<String> = [
        "passport", "passeport", "pasaporte", "паспорт", "паспорта", "جواز", "identity", "identité", "identidad", "cédula", "cedula", "dni",
        "nie", "curp", "ssn", "nino", "ahv", "avs", "снилс", "инн", "удостоверение", "удостоверения", "الهوية", "هوية", "الجواز",
    ]
    private static let ideographs = ["护照", "身份证", "證件", "证件", "護照"].map { Array($0.unicodeScalars) }
}

/// International bank account numbers (ISO 13616): a country, two check digits, and as many characters as that country uses.
enum IBANs {
    static func all(in piece: Piece) -> [PersonalNumbers.Found] {
        var found: [PersonalNumbers.Found] = []
        var index = 0
        while index + 4 < piece.scalars.count {
            guard let end = end(in: piece, from: index) else {
                index += 1
                continue
            }
            let text = PersonalNumbers.masked(piece.text(index..<end))
            found.append(PersonalNumbers.Found(kind: .iban, text: text, start: index, end: end))
            index = end
        }
        return found
    }

    /// Where a number that begins here ends; nil where none does.
    private static func end(in piece: Piece, from start: Int) -> Int? {
        let scalars = piece.scalars
        guard letter(scalars[start]) != nil, letter(scalars[start + 1]) != nil, !piece.isAddress[start] else { return nil }
        guard scalars[start + 2].digit != nil, start == 0 || !scalars[start - 1].isLetterOrDigit else { return nil }
        let country = String(String.UnicodeScalarView(scalars[start..<start + 2])).uppercased()
        guard let length = lengths[country] else { return nil }
        var values: [Int] = []
        var index = start
        while index < scalars.count, values.count < length {
            if let value = scalars[index].digit ?? letter(scalars[index]) {
                values.append(value)
            } else if !isSeparator(scalars[index]) || isSeparator(scalars[index - 1]) {
                return nil
            }
            index += 1
        }
        guard values.count == length, values[3] < 10 else { return nil }
        guard index == scalars.count || !scalars[index].isLetterOrDigit else { return nil }
        return isValid(values) ? index : nil
    }

    /// Whether the number, its first four characters behind the others, leaves 1 when divided by 97.
    private static func isValid(_ values: [Int]) -> Bool {
        let rest = (values[4...] + values[..<4]).reduce(0) { rest, value in (value > 9 ? rest * 100 + value : rest * 10 + value) % 97 }
        return rest == 1
    }

    /// A letter's value, 10 to 35.
    private static func letter(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x41...0x5A: Int(scalar.value) - 55
        case 0x61...0x7A: Int(scalar.value) - 87
        default: nil
        }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" || scalar == "-" }

    /// From the IBAN registry, by length.
    private static let lengths: [String: Int] = {
        let byLength: [Int: String] = [
            15: "NO", 16: "BE", 18: "DK FI FO GL NL SD FK", 19: "MK SI", 20: "AT BA EE KZ LT LU XK MN", 21: "CH HR LI LV",
            22: "BG BH CR DE GB GE IE ME RS", 23: "AE GI IL IQ OM TL SO", 24: "AD CZ DZ ES MD PK RO SA SE SK TN VG", 25: "LY PT ST",
            26: "IS TR", 27: "BI DJ FR GR IT MC MR SM", 28: "AL AZ BY CY DO GT HN HU LB NI PL SV", 29: "BR EG PS QA UA", 30: "JO KW MU YE",
            31: "MT SC", 32: "LC", 33: "RU",
        ]
        var lengths: [String: Int] = [:]
        for (length, countries) in byLength {
            for country in countries.split(separator: " ") { lengths[String(country)] = length }
        }
        return lengths
    }()
}

package import Model

/// The forms that a noun takes behind a number (Unicode CLDR, plural rules for cardinals).
package enum PluralCategory: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other

    /// The forms that whole numbers take in a language, with `other`, which every language has.
    package static func categories(of language: Language) -> [PluralCategory] {
        switch language.code {
        case "ar": [.zero, .one, .two, .few, .many, .other]
        case "ru": [.one, .few, .many, .other]
        case "fr", "es": [.one, .many, .other]
        case "zh": [.other]
        default: [.one, .other]
        }
    }

    /// The form for a number of things, 0 or more.
    package static func category(of count: Int, in language: Language) -> PluralCategory {
        let tens = count % 100
        switch language.code {
        case "ar":
            if count <= 2 { return [.zero, .one, .two][max(0, count)] }
            return (3...10).contains(tens) ? .few : tens >= 11 ? .many : .other
        case "ru":
            if (11...14).contains(tens) { return .many }
            switch count % 10 {
            case 1: return .one
            case 2...4: return .few
            default: return .many
            }
        case "fr": return count <= 1 ? .one : millions(count)
        case "es": return count == 1 ? .one : millions(count)
        case "zh": return .other
        default: return count == 1 ? .one : .other
        }
    }

    /// "1 000 000 de contributions", where other numbers take no "de".
    private static func millions(_ count: Int) -> PluralCategory {
        count != 0 && count % 1_000_000 == 0 ? .many : .other
    }
}

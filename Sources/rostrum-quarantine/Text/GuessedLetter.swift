/// What a character is to the guess of an encoding: letters that are frequent in their script, and stand beside others of it, speak
/// for the encoding; symbols inside words, scripts mixed in a word and capitals behind small letters speak against it.
enum GuessedLetter: Hashable {
    /// Neither a letter nor strange.
    case none
    /// What hardly stands in a text: controls, symbols, characters of nobody's.
    case symbol
    case wrong
    /// `accent` is 0 for a plain one, 1 for one of Western Europe, 2 for any other.
    case latin(small: Bool, accent: Int)
    case cyrillic(small: Bool, common: Bool)
    case arabic(common: Bool)
    case greek(common: Bool)
    case hebrew(common: Bool, final: Bool)
    case kana
    case hangul(common: Bool)
    case han(common: Bool)

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A: self = .latin(small: false, accent: 0)
        case 0x61...0x7A: self = .latin(small: true, accent: 0)
        case 0..<0x80: self = .none
        case 0x80...0x9F, 0xFFFD, 0xE000...0xF8FF, 0xFF61...0xFF9F: self = .wrong  // half-width kana are what other texts decode to
        case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7:
            self = .latin(small: scalar.properties.isLowercase, accent: Self.western.contains(scalar) ? 1 : 2)
        case 0x386...0x3CE: self = .greek(common: Self.greek.contains(scalar))
        case 0x400...0x45F, 0x490, 0x491:
            self = .cyrillic(small: scalar.properties.isLowercase, common: Self.cyrillic.contains(scalar))
        case 0x5D0...0x5EA: self = .hebrew(common: Self.hebrew.contains(scalar), final: Self.finals.contains(scalar))
        case 0x621...0x64A, 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC: self = .arabic(common: Self.arabic.contains(scalar))
        case 0x3041...0x30FF: self = .kana
        case 0xAC00...0xD7A3: self = .hangul(common: Self.hangul.contains(scalar))
        case 0x4E00...0x9FFF: self = .han(common: CommonHan.contains(scalar))
        default: self = Self.marks.contains(scalar) ? .none : .symbol
        }
    }

    /// How much it speaks for the encoding.
    func score(after before: GuessedLetter, isASCII: Bool) -> Int {
        if isASCII {
            // A plain letter right behind one of another script.
            if case .latin = self, before.isForeign { return -3 }
            return 0
        }
        let besideLatin = if case .latin = before { true } else { false }
        switch self {
        case .none: return 0
        case .symbol: return before == .none ? -4 : -6
        case .wrong: return -20
        case .latin(let small, let accent):
            if before.isForeign { return -4 }
            guard case .latin(let smallBefore, let accentBefore) = before else { return accent == 1 ? 3 : 1 }
            if smallBefore, !small { return -4 }
            // Two of them side by side are rare.
            return accentBefore > 0 ? -2 : accent == 1 ? 3 : 1
        case .cyrillic(let small, let common):
            guard case .cyrillic(let smallBefore, _) = before else { return besideLatin ? -6 : 1 }
            if smallBefore, !small { return -8 }
            return (common ? 5 : 2) - (small ? 0 : 2)  // a whole text of capitals is rather one in another encoding
        case .arabic(let common):
            guard case .arabic = before else { return besideLatin ? -6 : 1 }
            return common ? 5 : 1
        case .greek(let common):
            guard case .greek = before else { return besideLatin ? -6 : 1 }
            return common ? 4 : 1
        case .hebrew(let common, _):
            guard case .hebrew(_, let final) = before else { return besideLatin ? -6 : 1 }
            return final ? -6 : common ? 5 : 1  // the forms for the end of a word stand nowhere else
        case .kana: return besideLatin ? 2 : 9
        case .hangul(let common): return common ? 9 : 1
        case .han(let common): return common ? 9 : besideLatin ? -3 : 0
        }
    }

    private var isForeign: Bool {
        switch self {
        case .none, .symbol, .wrong, .latin: false
        default: true
        }
    }

    private static func scalars(_ text: String) -> Set<Unicode.Scalar> { Set(text.unicodeScalars) }

    private static let western = scalars("àâäáãåçéèêëíîïìñóôöòõúûüùßøæœÀÂÄÁÃÅÇÉÈÊËÍÎÑÓÔÖÕÚÛÜŒØ")
    private static let cyrillic = scalars("оеаинтсрвлкмдпуОЕАИНТСРВЛКМДПУ")
    private static let arabic = scalars("ابتدرسعفقلمنهويةأ")
    private static let greek = scalars("αοιετσνηυρπκμλςάίόέή")
    private static let hebrew = scalars("יוהלאתמרבשנםן")
    private static let finals = scalars("םןךףץ")
    private static let hangul = scalars("이다는을의에가은로하고지한기를서사인자어도리시대해나정과부전제일수스그라보상있만원구아것여유장우동들관조")
    private static let marks = scalars("«»“”‘’„–—…·•°§€£©®№¿¡´、。，：；？！（）「」《》・ー，．\u{A0}\u{AD}\u{200C}\u{200F}\u{60C}\u{61B}\u{61F}\u{3000}º")
}

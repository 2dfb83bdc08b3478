import Markdown

/// Tells the language of a text by its script and its commonest words, among the six of the United Nations; says nothing when unsure.
///
/// What stands in quotes, code and addresses does not count.
struct TextLanguage {
    /// The languages that can be told.
    static let known: Set<String> = ["ar", "en", "es", "fr", "ru", "zh"]

    /// Letters, an ideograph counted as three, below which nothing is said: about twenty-five words.
    private static let leastLetters = 120
    /// How much of all letters must be of one script, in per cent: a quotation in another language does not outweigh the text.
    private static let leastScript = 70
    /// How many of the words must be among a language's commonest, in per cent: plain prose has twice as many of its own language, and a
    /// neighbour's text, as Italian to Spanish, half.
    private static let leastCommon = 8
    /// By how much the commonest words of one language must outnumber those of the next.
    private static let lead = 3

    private var letters = (latin: 0, cyrillic: 0, arabic: 0, han: 0, other: 0)
    /// Letters that Russian or Arabic do not have, or that Chinese is not written with; and those that only Russian has.
    private var foreign = (cyrillic: 0, arabic: 0, han: 0)
    private var ownCyrillic = 0
    private var words = (latin: 0, cyrillic: 0, arabic: 0)
    private var common: [String: Int] = [:]

    /// The code of a language, or nil.
    static func find(in pieces: [Piece]) -> String? {
        var language = TextLanguage()
        for piece in pieces where piece.kind != .quote && piece.kind != .code { language.read(piece) }
        return language.found
    }

    private mutating func read(_ piece: Piece) {
        for word in piece.words {
            let scalars = piece.scalars[word.range]
            for scalar in scalars { count(scalar.value) }
            switch scalars.first?.value ?? 0 {
            case 0x41...0x24F: words.latin += 1
            case 0x400...0x52F: words.cyrillic += 1
            case 0x600...0x6FF: words.arabic += 1
            default: continue
            }
            guard scalars.count <= CommonWords.longest else { continue }
            let text = String(String.UnicodeScalarView(scalars)).lowercased()
            if let language = CommonWords.languages[text] { common[language, default: 0] += 1 }
        }
    }

    private mutating func count(_ value: UInt32) {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: letters.latin += 1
        case 0x400...0x52F:
            letters.cyrillic += 1
            switch value {
            case 0x42B, 0x44B, 0x42D, 0x44D: ownCyrillic += 1  // Ы, Э
            case 0x401, 0x451, 0x410...0x44F: break
            default: foreign.cyrillic += 1
            }
        case 0x621...0x64A: letters.arabic += 1
        case 0x66E...0x6D3:
            letters.arabic += 1
            foreign.arabic += 1
        case 0x3041...0x30FF, 0xAC00...0xD7A3:
            letters.other += 1
            foreign.han += 1
        case _ where Letters.isIdeograph(value): letters.han += 3
        case 0..<0xC0, 0x660...0x669: break
        default: letters.other += 1
        }
    }

    private var found: String? {
        let all = letters.latin + letters.cyrillic + letters.arabic + letters.han + letters.other
        guard all >= Self.leastLetters else { return nil }
        let rules = { (part: Int) in part * 100 >= all * Self.leastScript }
        if rules(letters.latin) { return latin }
        if rules(letters.han) { return foreign.han * 30 < letters.han ? "zh" : nil }
        if rules(letters.cyrillic) {
            // Ukrainian, Serbian and others have letters of their own; Bulgarian lacks two that Russian has.
            let isRussian = foreign.cyrillic * 200 < letters.cyrillic && ownCyrillic * 200 >= letters.cyrillic
            return isRussian && isCommon("ru", of: words.cyrillic) ? "ru" : nil
        }
        guard rules(letters.arabic), foreign.arabic * 200 < letters.arabic else { return nil }
        return isCommon("ar", of: words.arabic) ? "ar" : nil
    }

    private var latin: String? {
        let counts = ["en", "es", "fr"].map { (language: $0, count: common[$0, default: 0]) }.sorted { $0.count > $1.count }
        guard isCommon(counts[0].language, of: words.latin), counts[0].count >= counts[1].count * Self.lead else { return nil }
        return counts[0].language
    }

    private func isCommon(_ language: String, of words: Int) -> Bool {
        common[language, default: 0] * 100 >= words * Self.leastCommon
    }
}

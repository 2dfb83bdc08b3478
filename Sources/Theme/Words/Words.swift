import Foundation
package import Model

/// What a language's rules make of dates, numbers, lists and names: one for each language, used by all threads.
package struct Words: Sendable {
    package let language: Language
    package let dates: Dates
    package let numbers: Numbers
    package let languages: LanguageNames
    private let locale: Locale

    package init(_ language: Language) {
        self.language = language
        dates = Dates(language)
        numbers = Numbers(language)
        languages = LanguageNames(language)
        locale = language.locale
    }

    /// `A`, `A and B`, `A, B and C`.
    package func list(_ items: [String]) -> String {
        // The isolates that Arabic lists come with would be shown as boxes by some fonts, and names stand in <bdi> anyway.
        items.formatted(.list(type: .and).locale(locale)).replacing("\u{2068}", with: "").replacing("\u{2069}", with: "")
    }

    /// `text` with a capital first letter, as a heading or an entry of a list has it: `Novembre 2026`, where a sentence has `novembre 2026`.
    package func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased(with: locale) + text.dropFirst()
    }

    /// Two sentences, one behind the other.
    package func sentences(_ first: String, _ second: String) -> String {
        // The full stop of Chinese is as wide as a character and holds the space.
        first + (language.code == "zh" ? "" : " ") + second
    }

    /// Whether `a` stands before `b` in the language's alphabetical order. Equal ones are told apart by their bytes, so that
    /// the order is always the same.
    package func precedes(_ a: String, _ b: String) -> Bool {
        switch a.compare(b, options: [.caseInsensitive, .numeric], range: nil, locale: locale) {
        case .orderedAscending: true
        case .orderedDescending: false
        case .orderedSame: a.utf8.lexicographicallyPrecedes(b.utf8)
        }
    }

    /// `items` in the language's alphabetical order of what `text` gives.
    package func sorted<Item>(_ items: [Item], by text: (Item) -> String) -> [Item] {
        items.map { (text: text($0), item: $0) }.sorted { precedes($0.text, $1.text) }.map(\.item)
    }
}

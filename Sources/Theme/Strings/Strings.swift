package import Model

/// The UI strings of one language.
package struct Strings: Sendable {
    package let language: Language
    private let texts: [String: Phrase]
    private let plurals: [String: [PluralCategory: Phrase]]
    private let numbers: Numbers

    /// - Parameter tables: those of the language, one for each folder of strings.
    init(_ tables: [StringTable], _ language: Language, _ numbers: Numbers) {
        self.language = language
        self.numbers = numbers
        var texts: [String: Phrase] = [:]
        var plurals: [String: [PluralCategory: Phrase]] = [:]
        for (key, entry) in tables.lazy.flatMap(\.entries) {
            switch entry.value {
            case .text(let phrase): texts[key] = phrase
            case .plural(let forms): plurals[key] = forms
            }
        }
        self.texts = texts
        self.plurals = plurals
    }

    /// A string of a page as it stands.
    package func text(_ key: StringKey) -> String { text(key.rawValue) }

    /// A string of a page with its values put in, by the names that it has in braces.
    package func text(_ key: StringKey, _ values: [String: String]) -> String { text(of: key, values) }

    /// A string of a page in the form that the language has for `count`, with the number in the language's digits.
    package func plural(_ key: StringKey, _ count: Int) -> String { plural(of: key, count) }

    /// A string with its values put in, by the names that it has in braces.
    package func text(of key: some StringName, _ values: [String: String] = [:]) -> String {
        texts[key.rawValue]?.filled(values) ?? key.rawValue
    }

    /// A string in the form that the language has for `count`, with the number in the language's digits.
    package func plural(of key: some StringName, _ count: Int) -> String {
        let forms = plurals[key.rawValue] ?? [:]
        let form = forms[PluralCategory.category(of: count, in: language)] ?? forms[.other]
        return form?.filled(["count": numbers.text(count)]) ?? key.rawValue
    }

    /// A template's string, by its key. The theme was checked for it when it was loaded.
    func text(_ key: String) -> String { texts[key]?.filled([:]) ?? key }

    /// What a script says, by the last part of each key: everything under its own but the sentence for readers without script.
    func words(of script: ScriptParts) -> [(key: String, text: String)] {
        texts.keys.filter { $0.hasPrefix(script.strings) && $0 != StringKey.noscript.rawValue }.sorted()
            .map { (String($0.dropFirst(script.strings.count)), text($0)) }
    }
}

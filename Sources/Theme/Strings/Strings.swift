package import Model

/// The UI strings of one language.
package struct Strings: Sendable {
    package let language: Language
    private let texts: [String: Phrase]
    private let plurals: [String: [PluralCategory: Phrase]]
    private let numbers: Numbers

    init(_ table: StringTable, _ numbers: Numbers) {
        language = table.language
        self.numbers = numbers
        texts = table.entries.compactMapValues { if case .text(let phrase) = $0.value { phrase } else { nil } }
        plurals = table.entries.compactMapValues { if case .plural(let forms) = $0.value { forms } else { nil } }
    }

    /// A string as it stands.
    package func text(_ key: StringKey) -> String { text(key.rawValue) }

    /// A string with its values put in, by the names that it has in braces.
    package func text(_ key: StringKey, _ values: [String: String]) -> String {
        texts[key.rawValue]?.filled(values) ?? key.rawValue
    }

    /// A string in the form that the language has for `count`, with the number in the language's digits.
    package func plural(_ key: StringKey, _ count: Int) -> String {
        let forms = plurals[key.rawValue] ?? [:]
        let form = forms[PluralCategory.category(of: count, in: language)] ?? forms[.other]
        return form?.filled(["count": numbers.text(count)]) ?? key.rawValue
    }

    /// A template's string, by its key. The theme was checked for it when it was loaded.
    func text(_ key: String) -> String { texts[key]?.filled([:]) ?? key }

    /// What the gate's script says, by the last part of each key: everything under `gate.` but the sentence for readers without script.
    var gate: [(key: String, text: String)] {
        texts.keys.filter { $0.hasPrefix("gate.") && $0 != StringKey.noscript.rawValue }.sorted()
            .map { (String($0.dropFirst(5)), text($0)) }
    }
}

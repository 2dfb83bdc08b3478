/// One title in several languages.
package struct Titles: Sendable, Hashable {
    /// Never empty texts; perhaps not in every language.
    package let values: [Language: String]

    package init(_ values: [Language: String]) {
        self.values = values
    }

    /// The title in `language`, else in `fallback`, else in the first language there is, with the language it is in.
    package func title(in language: Language, else fallback: Language) -> (text: String, language: Language) {
        for candidate in [language, fallback] {
            if let text = values[candidate] { return (text, candidate) }
        }
        let first = values.min { $0.key < $1.key }
        return (first?.value ?? "", first?.key ?? fallback)
    }
}

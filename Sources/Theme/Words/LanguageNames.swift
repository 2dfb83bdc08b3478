import Foundation
package import Model

/// Names of languages, in a language and in themselves: the United Nations' where the table here has them, else Foundation's.
package struct LanguageNames: Sendable {
    /// What the United Nations call languages where the Unicode CLDR has another name, by the code of the language it is said in.
    private static let unitedNations = [
        "ar": ["en": "الإنكليزية"],
        "zh": ["ar": "阿拉伯文", "en": "英文", "es": "西班牙文", "fr": "法文", "ru": "俄文"],
    ]

    private let locale: Locale
    private let names: [String: String]

    package init(_ language: Language) {
        locale = language.locale
        names = Self.unitedNations[language.code] ?? [:]
    }

    /// The name of `language` as it stands in a sentence: `français` in French, `French` in English.
    package func name(of language: Language) -> String {
        names[language.code] ?? locale.localizedString(forIdentifier: language.code) ?? language.code
    }

    /// A language's name in itself, as it stands in a language bar: العربية, 中文, English, Français, Русский, Español.
    package static func ownName(of language: Language) -> String {
        let locale = Locale(identifier: language.code)
        let name = locale.localizedString(forIdentifier: language.code) ?? language.code
        return name.prefix(1).uppercased(with: locale) + name.dropFirst()
    }
}

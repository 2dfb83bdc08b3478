import Foundation
package import Model

/// Names of languages, in a language and in themselves.
package struct LanguageNames: Sendable {
    private let locale: Locale

    package init(_ language: Language) {
        locale = language.locale
    }

    /// The name of `language` as it stands in a sentence: `français` in French, `French` in English.
    package func name(of language: Language) -> String {
        locale.localizedString(forIdentifier: language.code) ?? language.code
    }

    /// A language's name in itself, as it stands in a language bar: العربية, 中文, English, Français, Русский, Español.
    package static func ownName(of language: Language) -> String {
        let locale = Locale(identifier: language.code)
        let name = locale.localizedString(forIdentifier: language.code) ?? language.code
        return name.prefix(1).uppercased(with: locale) + name.dropFirst()
    }
}

package import Diagnostics
package import Model

/// What is missing, outdated or done, by language.
package struct TranslationWork: Sendable {
    /// In the order of the forum's languages.
    package let languages: [LanguageWork]
    /// In their order: the most recent discussions first, then the library, then pages.
    private let texts: [TextVersions]

    /// A text that is in the same state in some languages.
    package struct Row: Sendable {
        package let text: TextVersions
        /// The language that it is translated from.
        package let from: Language
        /// In the order of the forum's.
        package let languages: [Language]
    }

    /// The texts that are in a state, each once for every language that it is translated from.
    package func rows(_ state: TextVersions.State) -> [Row] {
        var found: [TextName: [(from: Language, languages: [Language])]] = [:]
        for language in languages {
            for item in language.items where item.state == state {
                var rows = found[item.text.name] ?? []
                if let index = rows.firstIndex(where: { $0.from == item.from }) {
                    rows[index].languages.append(language.language)
                } else {
                    rows.append((item.from, [language.language]))
                }
                found[item.text.name] = rows
            }
        }
        return texts.flatMap { text in (found[text.name] ?? []).map { Row(text: text, from: $0.from, languages: $0.languages) } }
    }

    /// The texts of a language.
    package struct LanguageWork: Sendable {
        package let language: Language
        /// Outdated ones first, then missing ones, then those that are done; the most recent discussions first among each.
        package let items: [Item]

        package func count(_ state: TextVersions.State) -> Int { items.count { $0.state == state } }
    }

    /// A text in a language.
    package struct Item: Sendable {
        package let text: TextVersions
        package let state: TextVersions.State
        /// The language that it is translated from.
        package let from: Language
        /// Whether there are other originals.
        package var isOneOfSeveral: Bool { text.originals.count > 1 }
    }

    /// - Parameters:
    ///   - language: nil for all.
    ///   - room: nil for all rooms, entries and pages.
    ///   - everything: whether every language of the forum is wanted of discussions, or those of their rooms.
    package init(_ content: ForumContent, language: Language?, room: String?, everything: Bool) throws(Failure) {
        if let language { try content.require(language) }
        if let room { _ = try content.requireRoom(room) }
        let versions = content.versions(everything: everything).filter { room == nil || $0.room == room }
        texts = versions
        languages = (language.map { [$0] } ?? content.forum.languages).map { language in
            let items = versions.compactMap { text -> Item? in
                guard let state = text.state(language), let original = text.original(for: language, else: content.forum.defaultLanguage)
                else { return nil }
                guard text.texts[language]?.translation != nil || state == .missing else { return nil }
                return Item(text: text, state: state, from: original.language)
            }
            let ordered = TextVersions.State.allCases.flatMap { state in items.filter { $0.state == state } }
            return LanguageWork(language: language, items: ordered)
        }
    }
}

extension TextVersions {
    /// What a translation into a language is made of: the original of the present one, else the one in some language, else the first.
    func original(for language: Language, else other: Language) -> Text? {
        if let of = texts[language]?.translation?.of, let original = texts[of], original.translation == nil { return original }
        return originals.first { $0.language == other } ?? originals.first
    }
}

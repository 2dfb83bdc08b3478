import Model

extension LanguageUse {
    /// Each language of the forum in its order, then others in which something was written, or which cost something.
    static func all(_ content: Content, _ voices: [Voice], _ period: Period) -> [LanguageUse] {
        let entries = LibraryUse.standing(content).filter { period.contains($0.facts.date) }
        let written = entries.map { Self.original($0.entry, content.forum) }
        let translated = Self.translations(content, period)
        let costs = content.forum.costs?.perLanguage ?? [:]
        let known = content.forum.languages
        let others = Set(voices.map(\.language) + Array(costs.keys) + written.compactMap(\.self) + translated).subtracting(known).sorted()
        return (known + others).map { language in
            LanguageUse(
                language: language, tally: Tally(voices.filter { $0.language == language }),
                translations: translated.count { $0 == language }, entries: written.count { $0 == language },
                perYear: costs[language], cost: costs[language].map { Cost(perYear: $0, over: period) })
        }
    }

    /// The language that an entry was written in: of several originals the first in the forum's order.
    private static func original(_ entry: LibraryEntry, _ forum: Forum) -> Language? {
        let originals = Set(entry.texts.values.filter { $0.translation == nil }.map(\.language))
        return forum.languages.first { originals.contains($0) } ?? originals.min()
    }

    /// The languages of all translations of what is dated in the period.
    private static func translations(_ content: Content, _ period: Period) -> [Language] {
        let contributions = content.discussions.filter { $0.withdrawal == nil }.flatMap(\.contributions).flatMap { contribution -> [Text] in
            guard case .posted(let posted) = contribution.content, period.contains(posted.date) else { return [] }
            return posted.translations
        }
        let entries = LibraryUse.standing(content).filter { period.contains($0.facts.date) }.flatMap(\.entry.texts.values)
        return (contributions + entries).filter { $0.translation != nil }.map(\.language)
    }
}

package import Model
package import Theme

/// What things are called in the language of a report.
package struct ReportNames: Sendable {
    let forum: Forum
    let language: Language
    let strings: Strings
    let words: Words
    private let states: StateNames
    private let discussions: [String: Discussion]
    private let entries: [String: LibraryEntry]

    /// - Parameters:
    ///   - discussions: those that may be named.
    ///   - entries: those that may be named.
    ///   - theme: loaded for the language.
    package init(_ forum: Forum, discussions: [Discussion], entries: [LibraryEntry], theme: Theme, language: Language) {
        self.forum = forum
        self.language = language
        strings = theme.strings(language)
        words = theme.words(language)
        states = theme.states
        self.discussions = Dictionary(discussions.map { ($0.id, $0) }) { first, _ in first }
        self.entries = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The forum's title.
    var title: String { forum.title.title(in: language, else: forum.defaultLanguage).text }

    func text(_ key: ReportString, _ values: [String: String] = [:]) -> String { strings.text(of: key, values) }

    func member(_ code: String) -> Cell {
        if let titles = forum.members.member(code)?.name { return named(code, titles) }
        return Cell(.text(code), shown: states.name(of: code, in: language))
    }

    func room(_ id: String) -> Cell { forum.rooms.first { $0.id == id }.map { named(id, $0.title) } ?? Cell(.text(id), shown: id) }

    func category(_ id: String) -> Cell {
        forum.categories.first { $0.id == id }.map { named(id, $0.title) } ?? Cell(.text(id), shown: id)
    }

    func language(_ other: Language) -> Cell {
        Cell(.text(other.code), shown: words.capitalised(words.languages.name(of: other)))
    }

    /// The title of a discussion.
    func discussionTitle(_ id: String) -> Cell { title(of: discussions[id]?.opening ?? [:]) ?? Cell(.text(id), shown: id) }

    func entryTitle(_ id: String) -> Cell { title(of: entries[id]?.texts ?? [:]) ?? Cell(.text(id), shown: id) }

    /// A guiding question, from 1.
    func question(_ number: Int, of discussion: String) -> Cell {
        let texts = (discussions[discussion]?.opening ?? [:]).filter { $0.value.questions.count >= number }
        guard let shown = shownLanguage(of: Set(texts.keys)), let text = texts[shown] else { return .nothing }
        let question = text.questions[number - 1]
        return Cell(.text(question), shown: question, foreign: shown == language ? nil : shown)
    }

    func day(_ day: Day) -> Cell { Cell(.text(day.description), shown: words.dates.day(day)) }

    private func named(_ key: String, _ titles: Titles) -> Cell {
        let (text, found) = titles.title(in: language, else: forum.defaultLanguage)
        return Cell(.text(key), shown: text, foreign: found == language ? nil : found)
    }

    private func title(of texts: [Language: Text]) -> Cell? {
        guard let shown = shownLanguage(of: Set(texts.keys)), let text = texts[shown] else { return nil }
        return Cell(.text(text.title), shown: text.title, foreign: shown == language ? nil : shown)
    }

    private func shownLanguage(of languages: Set<Language>) -> Language? {
        [language, forum.defaultLanguage].first(where: languages.contains) ?? forum.languages.first(where: languages.contains)
            ?? languages.min()
    }
}

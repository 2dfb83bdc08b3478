import Foundation
import Model
import Theme

/// The small things that a digest says the same way everywhere, in one language.
struct DigestWording {
    let writer: DigestWriter
    let language: Language
    let strings: Strings
    let words: Words
    let limits: DigestLimits
    let excerpts: [String: String]
    let isForGuests: Bool
    let rooms: [String: Room]

    init(
        _ writer: DigestWriter, _ language: Language, limits: DigestLimits, excerpts: [String: String] = [:], isForGuests: Bool = false
    ) {
        self.writer = writer
        self.language = language
        self.limits = limits
        self.excerpts = excerpts
        self.isForGuests = isForGuests
        strings = writer.theme.strings(language)
        words = writer.theme.words(language)
        rooms = Dictionary(writer.forum.rooms.map { ($0.id, $0) }) { first, _ in first }
    }

    var forum: Forum { writer.forum }

    /// Whether titles, names and texts may be told.
    var isOpen: Bool { forum.excerptsInMail }

    // MARK: Languages

    /// The language in which a reader gets something that exists in `languages`, as on the site: their own, else the forum's default, else
    /// the first of the forum's order.
    func shown(among languages: some Collection<Language>) -> Language {
        if languages.contains(language) { return language }
        if languages.contains(forum.defaultLanguage) { return forum.defaultLanguage }
        return forum.languages.first { languages.contains($0) } ?? languages.min() ?? language
    }

    func tongue(_ language: Language) -> DigestView.Tongue? {
        guard language != self.language else { return nil }
        return DigestView.Tongue(code: language.code, direction: language.isRightToLeft ? "rtl" : "ltr")
    }

    /// The name of a language that is not the mail's.
    func named(_ language: Language) -> String? {
        language == self.language ? nil : words.capitalised(words.languages.name(of: language))
    }

    /// That a machine translated a text.
    func note(_ text: Text?) -> String? {
        guard let translation = text?.translation, translation.machine else { return nil }
        return strings.text(.machineTranslated, ["language": words.languages.name(of: translation.of)])
    }

    // MARK: Places

    /// A discussion's page.
    func url(_ topic: News.Topic, anchor: String? = nil) -> String {
        let id = topic.discussion.id
        let code = shown(among: known(topic.discussion.opening.keys)).code
        let end = anchor.map { "#" + $0 } ?? ""
        if isForGuests, let folder = writer.guestsFolder(id) { return forum.baseURL + folder + code + "/" + end }
        return forum.baseURL + code + "/" + id + "/" + end
    }

    func url(_ entry: LibraryEntry) -> String {
        let home = forum.baseURL + shown(among: known(entry.texts.keys)).code + "/"
        return writer.entryPath(entry.id).map { home + $0 + "/" } ?? home
    }

    /// Those that the forum has pages in.
    func known(_ languages: some Sequence<Language>) -> [Language] { languages.filter(forum.languages.contains) }

    // MARK: Names

    /// A discussion's number, between marks of direction where without them its halves would change places.
    func number(_ id: String) -> String { language.isRightToLeft ? "\u{200E}\(id)\u{200F}" : id }

    func room(_ topic: News.Topic) -> String? { rooms[topic.facts.room].map { title($0.title) } }

    func title(_ titles: Titles) -> String {
        OneLine.text(titles.title(in: language, else: forum.defaultLanguage).text, limit: DigestLimits.title)
    }

    func state(_ code: String) -> String {
        if let titles = forum.members.member(code)?.name { return title(titles) }
        return writer.theme.states.name(of: code, in: language)
    }

    func date(_ day: Day) -> String { words.dates.day(day) }

    /// What stands in one line, in its order. No line begins with a point.
    func line(_ parts: [String?]) -> String { parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\u{A0}· ") }

    // MARK: Texts

    func excerpt(_ text: Text?) -> DigestView.Excerpt? {
        guard isOpen, let text, let found = excerpts[text.path], !found.isEmpty else { return nil }
        let line = OneLine.text(found, limit: limits.excerpt)
        return DigestView.Excerpt(text: line, tongue: tongue(text.language), note: note(text))
    }
}

extension StringKey {
    init(naming role: Contribution.Role) {
        switch role {
        case .participant: self = .participant
        case .guest: self = .guest
        case .staff: self = .staff
        case .moderator: self = .moderator
        }
    }

    init(naming kind: LibraryEntry.Kind) {
        switch kind {
        case .practice: self = .practice
        case .tool: self = .tool
        case .methodology: self = .methodology
        case .experience: self = .experience
        }
    }
}

import Check
import ContentStore
import Files
import Markdown
import Model
import Theme

/// All that rendering a page needs, made once a build and never changed. A class, as every page being written holds it.
final class Site: Sendable {
    let catalog: Catalog
    let plan: Plan
    let addresses: Addresses
    let theme: Theme
    let links: LinkResolver
    /// Rendered bodies by the path of their files.
    let texts: [String: RenderedText]
    private let rooms: [String: Room]
    private let categories: [String: Category]
    /// Each language of the forum by its own name.
    let ownNames: [Language: String]

    init(catalog: Catalog, plan: Plan, addresses: Addresses, theme: Theme, links: LinkResolver, texts: [String: RenderedText]) {
        self.catalog = catalog
        self.plan = plan
        self.addresses = addresses
        self.theme = theme
        self.links = links
        self.texts = texts
        rooms = Dictionary(catalog.forum.rooms.map { ($0.id, $0) }) { first, _ in first }
        ownNames = Dictionary(catalog.forum.languages.map { ($0, LanguageNames.ownName(of: $0)) }) { first, _ in first }
        categories = Dictionary(catalog.forum.categories.map { ($0.id, $0) }) { first, _ in first }
    }

    var forum: Forum { catalog.forum }

    func room(_ id: String) -> Room? { rooms[id] }

    func category(_ id: String) -> Category? { categories[id] }

    func member(_ code: String) -> Member { forum.members.member(code) ?? Member(code: code) }

    /// The language in which a reader of `language` gets something that exists in `languages`: their own, else the forum's
    /// default, else the first of the forum's order.
    func language(for language: Language, among languages: Set<Language>) -> Language {
        if languages.contains(language) { return language }
        if languages.contains(forum.defaultLanguage) { return forum.defaultLanguage }
        return forum.languages.first { languages.contains($0) } ?? languages.min() ?? language
    }
}

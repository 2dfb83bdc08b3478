import Access
import Check
import ContentStore
import Files
import Foundation
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
    /// What is attached to the texts that are shown, and the pictures in them.
    let files: FilePlan
    let calendar: CalendarPlan
    /// Where the indexes lie.
    let search: SearchPlan
    /// Pictures so small that they stand in their pages: type and bytes in base 64, by the path of their files.
    let smallPictures: [String: String]
    /// Rendered bodies by the path of their files.
    let texts: [String: RenderedText]
    let formAssets: FormAssets
    let readingAssets: ReadingAssets
    let surroundings: Surroundings
    let searchAssets: SearchAssets
    /// What submissions are sealed with; nil for a look at single texts before there are keys.
    let sending: SendingKeys?
    private let rooms: [String: Room]
    private let categories: [String: Category]
    /// Each language of the forum by its own name.
    let ownNames: [Language: String]

    init(
        catalog: Catalog, plan: Plan, addresses: Addresses, theme: Theme, links: LinkResolver, texts: [String: RenderedText],
        files: FilePlan, calendar: CalendarPlan, search: SearchPlan,
        smallPictures: [String: String], formAssets: FormAssets, sending: SendingKeys?
    ) {
        self.formAssets = formAssets
        readingAssets = ReadingAssets(theme)
        surroundings = Surroundings(catalog, texts: texts, links: links)
        searchAssets = SearchAssets(theme)
        self.sending = sending
        self.files = files
        self.calendar = calendar
        self.search = search
        self.smallPictures = smallPictures
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

    /// The path of its root on its host, beginning and ending in `/`: `/technical_assistance/forum/`.
    var path: String {
        let address = forum.baseURL
        guard let host = address.range(of: "://"), let path = address[host.upperBound...].firstIndex(of: "/") else { return "/" }
        return String(address[path...])
    }

    /// Who may open a page.
    func audience(of subject: Subject) -> Audience {
        switch subject {
        case .discussion(let id):
            forum.gate == .sealed && catalog.topicsByID[id].map { catalog.topics[$0].facts.guests } ?? false ? .guests(of: id) : .members
        case .guestPage(_, let discussion), .guestForm(let discussion), .guestSearch(let discussion), .guestDiscussion(let discussion):
            .guests(of: discussion)
        default: .members
        }
    }

    /// What a page runs by itself where there is no gate: file names under `assets/`.
    func own(_ subject: Subject) -> (script: String, style: String) {
        switch subject {
        case .form, .guestForm: (formAssets.script, formAssets.style)
        case .search, .guestSearch: (searchAssets.script, searchAssets.style)
        default: (readingAssets.alone, readingAssets.style)
        }
    }

    /// Scripts and styles of what runs in pages, by file names under `assets/`.
    ///
    /// - Parameter hasGate: whether a gate starts what helps with reading, or each page by itself.
    func scriptAssets(hasGate: Bool) -> [String: [UInt8]] {
        let reading =
            hasGate ? [readingAssets.script: theme.reading] : [readingAssets.alone: theme.readingAlone]
        let all = [formAssets.bytes, searchAssets.bytes, reading, [readingAssets.style: theme.readingStyle]]
        return all.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }

    /// The file of a planned page from the site's root; nil where there is none.
    func file(_ entry: Plan.Entry) -> String? {
        guard let folder = addresses.path(entry.subject, in: entry.language) else { return nil }
        return forum.gate == .sealed ? folder + "index.html" : audience(of: entry.subject).tree(.server) + folder + "index.html"
    }

    /// The discussions whose guests have pages.
    var guestDiscussions: [String] { catalog.topics.filter(\.facts.guests).map(\.discussion.id) }

    /// The page that the guests of a discussion begin with: a canonical path; nil where there is none.
    func guestPage(of discussion: String) -> String? {
        let subject = Subject.discussion(discussion)
        guard audience(of: subject) != .members else { return nil }
        return addresses.path(subject, in: language(for: forum.defaultLanguage, among: plan.languages(of: subject)))
    }

    /// The next time at which the site changes without any file changing: a status, or an invitation that lapses.
    func nextChange(_ keystore: Keystore) -> Instant? {
        [catalog.nextChange, keystore.nextLapse(after: catalog.now)].compactMap(\.self).min()
    }

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

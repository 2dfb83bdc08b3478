import Model

/// Which chapters a book has, in which order, and each in which language.
struct BookChapters {
    /// Discussions that have opened, the oldest first.
    let topics: [Catalog.Topic]
    /// The library by its kinds.
    let groups: [(kind: LibraryEntry.Kind, items: [Catalog.Item])]
    /// In the order in which they are read. The language is the book's, else the one that its readers get.
    let all: [(subject: Subject, language: Language)]

    init(_ site: Site, _ extent: Book.Extent, in language: Language) {
        let opened = site.catalog.topics.filter { $0.status != .announced }
        switch extent {
        case .discussion(let id):
            topics = opened.filter { $0.discussion.id == id }
            groups = []
        case .forum:
            topics = opened.sorted { $0.discussion.id < $1.discussion.id }
            groups = site.plan.listings.kinds.map { kind in (kind.kind, kind.items.map { site.catalog.items[$0] }) }
        }
        all =
            topics.map { (.discussion($0.discussion.id), site.language(for: language, among: $0.languages)) }
            + groups.flatMap(\.items).map { (.entry($0.entry.id), site.language(for: language, among: $0.languages)) }
    }

    /// How many entries of the library there are.
    var entryCount: Int { groups.reduce(0) { $0 + $1.items.count } }

    var subjects: [Subject] { all.map(\.subject) }
}

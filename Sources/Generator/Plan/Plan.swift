import Model

/// Every page that the site will have: a pure function of the catalog.
struct Plan: Sendable {
    /// How many cards an index shows on one sheet.
    static let sheetLength = 50
    /// The pages that guests of a discussion read too.
    static let guestPages = ["help", "terms-of-use"]

    struct Entry: Sendable, Hashable {
        let subject: Subject
        let language: Language
    }

    /// In a fixed order: by subject as listed in `Subject`, then in the forum's order of languages.
    let entries: [Entry]
    /// What each index lists.
    let listings: Listings
    private let languagesOf: [Subject: Set<Language>]

    init(_ catalog: Catalog) {
        listings = Listings(catalog)
        let all = catalog.forum.languages
        let known = Set(all)
        var entries: [Entry] = []
        var languagesOf: [Subject: Set<Language>] = [:]
        func add(_ subject: Subject, in languages: Set<Language>) {
            languagesOf[subject] = languages
            for language in all where languages.contains(language) { entries.append(Entry(subject: subject, language: language)) }
        }
        func add(_ count: Int, _ subject: (Int) -> Subject) {
            for sheet in 1...max(1, (count + Self.sheetLength - 1) / Self.sheetLength) { add(subject(sheet), in: known) }
        }
        for subject in [Subject.home, .rooms, .categories, .members, .archive, .calendar, .library, .compendium, .form, .search] {
            add(subject, in: known)
        }
        for room in listings.rooms { add(room.topics.count) { .room(room.id, sheet: $0) } }
        for category in listings.categories { add(category.count) { .category(category.id, sheet: $0) } }
        for member in listings.members { add(member.count) { .member(member.code, sheet: $0) } }
        for month in listings.months { add(month.things.count) { .month(month.month, sheet: $0) } }
        for kind in listings.kinds { add(kind.items.count) { .kind(kind.kind, sheet: $0) } }
        for topic in catalog.topics { add(.discussion(topic.discussion.id), in: topic.languages) }
        for discussion in catalog.withdrawnDiscussions { add(.discussion(discussion.id), in: known) }
        for item in catalog.items { add(.entry(item.entry.id), in: item.languages) }
        for entry in catalog.withdrawnEntries { add(.entry(entry.id), in: known) }
        for page in catalog.pages { add(.page(page.id), in: known.intersection(page.texts.keys)) }
        for topic in catalog.topics where topic.facts.guests {
            if catalog.forum.gate == .server { add(.guestDiscussion(topic.discussion.id), in: topic.languages) }
            add(.guestForm(of: topic.discussion.id), in: topic.languages)
            add(.guestSearch(of: topic.discussion.id), in: topic.languages)
            for page in catalog.pages where Self.guestPages.contains(page.id) {
                add(.guestPage(page.id, of: topic.discussion.id), in: known.intersection(page.texts.keys))
            }
        }
        if catalog.statistics != nil { add(.statistics, in: known) }
        self.entries = entries
        self.languagesOf = languagesOf
    }

    /// The languages in which a subject has a page; empty where it has none.
    func languages(of subject: Subject) -> Set<Language> {
        languagesOf[subject] ?? []
    }
}

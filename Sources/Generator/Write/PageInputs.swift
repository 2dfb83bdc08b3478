import Access
import Check
import Markdown
import Model

/// Tells, without rendering it, whether a page would come out as it is: fingerprints of all that goes into it.
struct PageInputs: Sendable {
    private let site: Site
    /// Of what goes into every page: settings, theme, keys, and the menus.
    private let common: Fingerprint
    /// Of the keys that guests have.
    private let guestKeys: Fingerprint
    /// Of all that is shown of each of the catalog's topics.
    private let topics: [Fingerprint]
    /// Texts with links into the forum, by the thing they belong to: what these lead to may change without the text.
    private let linked: [Subject: [(path: String, links: [RenderedText.Link])]]

    init(_ site: Site, common: Fingerprint, guestKeys: Fingerprint) {
        self.site = site
        self.guestKeys = guestKeys
        var builder = Fingerprint.Builder()
        builder.add(common)
        // What every page's menus, and the links to categories, rooms and members depend on.
        let listings = site.plan.listings
        let indexes = listings.rooms.map(\.id) + ["/"] + listings.categories.map(\.id) + ["/"] + listings.members.map(\.code)
        for name in indexes + ["/"] + listings.kinds.map(\.kind.rawValue) { builder.add(name) }
        for page in site.catalog.pages {
            builder.add(page.id)
            builder.add(page.menu.rawValue)
            for language in page.texts.keys.sorted() {
                builder.add(language.code)
                builder.add(page.texts[language]?.title ?? "")
            }
        }
        for (path, picture) in site.smallPictures.sorted(by: { $0.key < $1.key }) {
            builder.add(path)
            builder.add(picture)
        }
        self.common = builder.fingerprint
        topics = site.catalog.topics.map(Self.fingerprint)
        linked = Self.linked(site)
    }

    /// Nil for pages that are rendered each time: there are few of them, and much goes into each.
    func fingerprint(_ entry: Plan.Entry) -> Fingerprint? {
        var builder = Fingerprint.Builder()
        builder.add(common)
        builder.add(entry.language.code)
        builder.add(entry.subject.purpose ?? "")
        guard add(entry.subject, entry.language, to: &builder) else { return nil }
        return builder.fingerprint
    }

    /// Adds what a page is made of; false where it is to be rendered each time.
    private func add(_ subject: Subject, _ language: Language, to builder: inout Fingerprint.Builder) -> Bool {
        let listings = site.plan.listings
        switch subject {
        case .home, .rooms, .categories, .members, .archive, .calendar, .library, .compendium: return false
        case .room(let id, let sheet): add((listings.rooms.first { $0.id == id }?.topics ?? []).map { .topic($0) }, sheet, &builder)
        case .category(let id, let sheet): add(listings.categories.first { $0.id == id }?.things ?? [], sheet, &builder)
        case .member(let code, let sheet): add(listings.members.first { $0.code == code }?.things ?? [], sheet, &builder)
        case .month(let month, let sheet): add(listings.months.first { $0.month == month }?.things ?? [], sheet, &builder)
        case .kind(let kind, let sheet): add((listings.kinds.first { $0.kind == kind }?.items ?? []).map { .item($0) }, sheet, &builder)
        case .discussion(let id), .guestDiscussion(let id):
            if case .guestDiscussion = subject { builder.add("guests") }
            guard let index = site.catalog.topicsByID[id] else { return false }
            if site.catalog.topics[index].facts.guests { builder.add(guestKeys) }
            add(.topic(index), &builder)
            for other in site.catalog.topics[index].facts.parallel {
                if let index = site.catalog.topicsByID[other] { add(.topic(index), &builder) }
            }
            for contribution in site.catalog.topics[index].discussion.contributions {
                guard let posted = contribution.posted, posted.role != .moderator else { continue }
                for voice in site.surroundings.elsewhere(.init(posted), than: index) { add(voice.topic, voice.number, &builder) }
            }
            addSources(of: .discussion(id), &builder)
        case .entry(let id):
            guard let index = site.catalog.itemsByID[id] else { return false }
            add(.item(index), &builder)
            addSources(of: subject, &builder)
        case .form, .guestForm:
            builder.add(site.sending?.fingerprint ?? Fingerprint([]))
            builder.add(site.formAssets.fingerprint)
            if case .guestForm = subject { builder.add(guestKeys) }
            for (index, topic) in site.catalog.topics.enumerated() where topic.status == .open { builder.add(topics[index]) }
        case .search, .guestSearch:
            builder.add(site.searchAssets.script)
            builder.add(site.searchAssets.style)
            if case .guestSearch = subject { builder.add(guestKeys) }
            for entry in site.search.entries(for: site.audience(of: subject)) {
                builder.add(entry.language.code)
                builder.add(site.search.table(entry))
            }
        case .page, .guestPage: return false
        case .statistics: return false
        }
        for (path, links) in linked[subject.original] ?? [] {
            for link in links {
                do throws(LinkFault) {
                    let found = try site.links.resolve(link.destination, in: path, for: language)
                    builder.add("\(found.target) \(found.language) \(found.anchor ?? "")")
                } catch {
                    builder.add("")
                }
            }
        }
        return true
    }

    private func add(_ things: [Listings.Thing], _ sheet: Int, _ builder: inout Fingerprint.Builder) {
        builder.add(things.count)
        for thing in things.dropFirst((sheet - 1) * Plan.sheetLength).prefix(Plan.sheetLength) { add(thing, &builder) }
    }

    private func add(_ thing: Listings.Thing, _ builder: inout Fingerprint.Builder) {
        switch thing {
        case .topic(let index): builder.add(topics[index])
        case .item(let index): builder.add(site.catalog.items[index].digest)
        case .voice(let index):
            let voice = site.catalog.voices[index]
            builder.add(voice.number)
            add(.topic(voice.topic), &builder)
        }
    }

    /// Adds what is shown of a link to a contribution elsewhere: where it leads, and the title in each language.
    private func add(_ topic: Int, _ number: String, _ builder: inout Fingerprint.Builder) {
        let discussion = site.catalog.topics[topic].discussion
        builder.add(discussion.id)
        builder.add(number)
        add(titles: discussion.opening, &builder)
    }

    private func addSources(of subject: Subject, _ builder: inout Fingerprint.Builder) {
        for source in site.surroundings.sources(of: subject) {
            builder.add("from")
            switch source {
            case .topic(let index, let number): add(index, number ?? "", &builder)
            case .item(let index):
                builder.add(site.catalog.items[index].entry.id)
                add(titles: site.catalog.items[index].entry.texts, &builder)
            case .page(let id): builder.add(id)  // of whose titles every page tells
            }
        }
    }

    private func add(titles texts: [Language: Text], _ builder: inout Fingerprint.Builder) {
        for language in texts.keys.sorted() {
            builder.add(language.code)
            builder.add(texts[language]?.title ?? "")
        }
    }

    private static func fingerprint(_ topic: Catalog.Topic) -> Fingerprint {
        var builder = Fingerprint.Builder()
        builder.add(topic.digest)
        builder.add(topic.discussion.id)
        builder.add(topic.status.rawValue)
        // Between which two changes we are: that decides what is said of the room's next or last period, too.
        builder.add(topic.nextChange?.seconds ?? 0)
        return builder.fingerprint
    }

    private static func linked(_ site: Site) -> [Subject: [(path: String, links: [RenderedText.Link])]] {
        var linked: [Subject: [(path: String, links: [RenderedText.Link])]] = [:]
        for (path, text) in site.texts where !text.links.isEmpty {
            guard let subject = Subject(file: path) else { continue }
            linked[subject, default: []].append((path, text.links))
        }
        return linked.mapValues { $0.sorted { $0.path < $1.path } }
    }
}

extension Subject {
    /// What a copy for guests is a copy of.
    fileprivate var original: Subject {
        switch self {
        case .guestDiscussion(let id): .discussion(id)
        case .guestPage(let id, _): .page(id)
        default: self
        }
    }

    /// The discussion or entry whose texts are fingerprinted together, by the path of one of its files.
    fileprivate init?(file path: String) {
        let parts = path.split(separator: "/", maxSplits: 3)
        guard parts.count == 4 else { return nil }
        switch parts[1] {
        case "discussions": self = .discussion(String(parts[2]))
        case "library": self = .entry(String(parts[2]))
        default: return nil
        }
    }
}

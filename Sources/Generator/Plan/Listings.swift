import Model

/// What each index lists, newest first. What would be empty is not there.
struct Listings: Sendable {
    struct RoomList: Sendable {
        let id: String
        /// Indices into `Catalog.topics`.
        let topics: [Int]
    }

    struct CategoryList: Sendable {
        let id: String
        /// Discussions and library entries together, newest first.
        let things: [Thing]

        var count: Int { things.count }
    }

    struct MemberList: Sendable {
        let code: String
        /// Proposed discussions, contributions and library entries together, newest first.
        let things: [Thing]

        var count: Int { things.count }
    }

    struct MonthList: Sendable {
        let month: Month
        /// Discussions by the day they opened, and library entries by their date, together, newest first.
        let things: [Thing]
    }

    struct KindList: Sendable {
        let kind: LibraryEntry.Kind
        /// Indices into `Catalog.items`.
        let items: [Int]
    }

    /// One thing in an index, as an index into one of the catalog's lists.
    enum Thing: Sendable, Hashable {
        case topic(Int)
        case item(Int)
        case voice(Int)
    }

    /// In forum.yaml's order.
    let rooms: [RoomList]
    /// In forum.yaml's order.
    let categories: [CategoryList]
    /// In the order of their codes; pages sort them by name.
    let members: [MemberList]
    /// Newest first.
    let months: [MonthList]
    let kinds: [KindList]

    init(_ catalog: Catalog) {
        var byRoom: [String: [Int]] = [:]
        var byMonth: [Month: [(Day, Thing)]] = [:]
        var byCategory: [String: [(Day, Thing)]] = [:]
        var byMember: [String: [(Day, Thing)]] = [:]
        for (index, topic) in catalog.topics.enumerated() {
            byRoom[topic.facts.room, default: []].append(index)
            byMonth[Month(topic.opens), default: []].append((topic.opens, .topic(index)))
            for category in Set(topic.facts.categories) { byCategory[category, default: []].append((topic.opens, .topic(index))) }
            // Who proposed it is shown only once it is open.
            if topic.status != .announced, let member = topic.facts.proposedBy {
                byMember[member, default: []].append((topic.opens, .topic(index)))
            }
        }
        for (index, item) in catalog.items.enumerated() {
            byMonth[Month(item.facts.date), default: []].append((item.facts.date, .item(index)))
            for category in Set(item.facts.categories) { byCategory[category, default: []].append((item.facts.date, .item(index))) }
            for member in Set(item.facts.members) { byMember[member, default: []].append((item.facts.date, .item(index))) }
        }
        for (index, voice) in catalog.voices.enumerated() {
            if let member = voice.posted.member { byMember[member, default: []].append((voice.posted.date, .voice(index))) }
        }
        rooms = catalog.forum.rooms.compactMap { room in byRoom[room.id].map { RoomList(id: room.id, topics: $0) } }
        categories = catalog.forum.categories.compactMap { category in
            byCategory[category.id].map { CategoryList(id: category.id, things: Self.newestFirst($0)) }
        }
        members = byMember.map { MemberList(code: $0.key, things: Self.newestFirst($0.value)) }.sorted { $0.code < $1.code }
        months = byMonth.map { MonthList(month: $0.key, things: Self.newestFirst($0.value)) }.sorted { $1.month < $0.month }
        kinds = LibraryEntry.Kind.allCases.compactMap { kind in
            let items = catalog.items.indices.filter { catalog.items[$0].facts.kind == kind }
            return items.isEmpty ? nil : KindList(kind: kind, items: items)
        }
    }

    /// By day; what is of the same day stays as it came: discussions, entries, contributions, each newest first.
    private static func newestFirst(_ dated: [(Day, Thing)]) -> [Thing] {
        dated.enumerated().sorted { a, b in
            a.element.0 != b.element.0 ? b.element.0 < a.element.0 : a.offset < b.offset
        }.map(\.element.1)
    }
}

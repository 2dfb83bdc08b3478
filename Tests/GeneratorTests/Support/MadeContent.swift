import Model

@testable import Generator

/// Content made of a few words, for tests of plans.
enum MadeContent {
    static let english = Language("en")
    static let french = Language("fr")

    static func instant(_ text: String) -> Instant { Instant(iso: text) ?? Instant(seconds: 0) }

    static func day(_ text: String) -> Day { Day(text) ?? Day(year: 1900, month: 1, day: 1)! }

    static func forum(zone: String = "Europe/Zurich", opening: Room.Opening = .always) -> Forum {
        Forum(
            title: Titles([english: "Forum"]), baseURL: "https://example.org/", languages: [french, english], defaultLanguage: english,
            timeZone: zone, members: .all, categories: ["one", "two", "empty"].map { Category(id: $0, title: Titles([english: $0])) },
            rooms: [
                Room(id: "room", title: Titles([english: "Room"]), languages: [english], moderators: [], opening: opening),
                Room(id: "empty", title: Titles([english: "Empty"]), languages: [english], moderators: [], opening: .always),
            ])
    }

    static func discussion(
        _ id: String, opens: String, closes: String? = nil, categories: [String] = ["one"], proposedBy: String? = nil,
        announce: Bool = true,
        contributions: [Contribution] = [], languages: [Language] = [english]
    ) -> Discussion {
        let facts = Discussion.Facts(
            room: "room", categories: categories, opens: Moment(opens) ?? .day(day(opens)), closes: closes.flatMap { Moment($0) },
            proposedBy: proposedBy, announce: announce)
        let opening = languages.map { ($0, Text(path: "content/discussions/\(id)/index.\($0).md", language: $0, title: id, hash: "")) }
        return Discussion(
            id: id, facts: facts, opening: Dictionary(uniqueKeysWithValues: opening), contributions: contributions, summaries: [:],
            outcomes: [:],
            attachments: [])
    }

    static func contribution(_ number: String, _ date: String, member: String? = nil) -> Contribution {
        let text = Text(path: "content/\(number).en.md", language: english, hash: "")
        return Contribution(number: number, content: .posted(.init(date: day(date), role: .participant, member: member, original: text)))
    }

    static func entry(_ id: String, _ date: String, kind: LibraryEntry.Kind = .tool, members: [String] = []) -> LibraryEntry {
        LibraryEntry(
            id: id, facts: .init(kind: kind, date: day(date), categories: ["one"], members: members),
            texts: [english: Text(path: "content/library/\(id)/index.en.md", language: english, title: id, hash: "")], attachments: [])
    }

    static func catalog(
        _ discussions: [Discussion], _ entries: [LibraryEntry] = [], forum: Forum = forum(), at now: String = "2026-11-23T09:00:00Z"
    ) -> Catalog {
        Catalog(
            Content(forum: forum, discussions: discussions, entries: entries, pages: []), calendar: ForumCalendar(forum.timeZone)!,
            now: instant(now), digests: [:])
    }
}

import Model

@testable import Statistics

/// Content made of a few words, for tests of what is counted.
enum Made {
    static let calendar = ForumCalendar("Europe/Zurich")!
    static let english = Language("en")
    static let french = Language("fr")

    static func day(_ text: String) -> Day { Day(text) ?? Day(year: 1900, month: 1, day: 1)! }

    static func instant(_ text: String) -> Instant { Instant(iso: text) ?? Instant(seconds: 0) }

    static func period(_ from: String, _ to: String) -> Period { Period(from: day(from), to: day(to))! }

    static func forum(costs: Forum.Costs? = nil) -> Forum {
        Forum(
            title: Titles([english: "Forum"]), baseURL: "https://example.org/", languages: [english, french], defaultLanguage: english,
            members: .some(["XA", "XB", "XC"].map { Member(code: $0) }),
            categories: ["one", "two"].map { Category(id: $0, title: Titles([english: $0])) },
            rooms: ["a", "b"].map { Room(id: $0, title: Titles([english: $0]), languages: [english], moderators: [], opening: .always) },
            costs: costs)
    }

    static func posted(
        _ number: String, _ date: String, role: Contribution.Role = .participant, member: String? = nil, author: String? = nil,
        question: Int? = nil, language: Language = english, translations: [Language] = []
    ) -> Contribution {
        let text = { (language: Language, translation: Translation?) in
            Text(path: "\(number).\(language).md", language: language, hash: "", translation: translation)
        }
        return Contribution(
            number: number,
            content: .posted(
                .init(
                    date: day(date), role: role, member: member, author: author, question: question, original: text(language, nil),
                    translations: translations.map { text($0, Translation(of: language, source: "")) })))
    }

    static func discussion(
        _ id: String, room: String = "a", categories: [String] = ["one"], opens: String = "2026-01-05", closes: String? = nil,
        proposedBy: String? = nil, questions: Int = 0, _ contributions: [Contribution], hasSummary: Bool = false, hasOutcome: Bool = false
    ) -> Discussion {
        let text = Text(
            path: "index.en.md", language: english, title: id, questions: (0..<questions).map { "Question \($0 + 1)?" }, hash: "")
        return Discussion(
            id: id,
            facts: .init(
                room: room, categories: categories, opens: .day(day(opens)), closes: closes.map { .day(day($0)) }, proposedBy: proposedBy),
            opening: [english: text], contributions: contributions, summaries: hasSummary ? [english: text] : [:],
            outcomes: hasOutcome ? [english: text] : [:], attachments: [])
    }

    static func entry(_ id: String, _ date: String, categories: [String] = ["one"], members: [String] = []) -> LibraryEntry {
        LibraryEntry(
            id: id, facts: .init(kind: .tool, date: day(date), categories: categories, members: members),
            texts: [english: Text(path: "\(id).en.md", language: english, title: id, hash: "")], attachments: [])
    }

    static func content(_ discussions: [Discussion], _ entries: [LibraryEntry] = [], costs: Forum.Costs? = nil) -> Content {
        Content(forum: forum(costs: costs), discussions: discussions, entries: entries, pages: [])
    }

    static func usage(
        _ content: Content, _ period: Period = period("2026-01-01", "2026-12-31"), at now: String = "2026-11-23T09:00:00Z",
        regions: [String: String] = [:], office: OfficeFacts? = nil
    ) -> Usage {
        Usage(
            content, period: period, calendar: calendar, now: instant(now), members: ["XA", "XB", "XC"], regions: regions, office: office)
    }
}

import Check
import Foundation
import Model
import Submissions

@testable import ContentStore

/// A small forum with something of each sort that a submission may name.
enum SampleForum {
    static let now = Instant(seconds: 1_795_424_400)  // 2026-11-23T09:00:00Z
    static let languages = ["ar", "zh", "en", "fr", "ru", "es"].map { Language($0) }

    static let forum = Forum(
        title: titles("Forum"), baseURL: "https://forum.example/ta/", languages: languages, defaultLanguage: Language("en"),
        termsVersion: 2,
        members: .some([
            Member(code: "CH", name: Titles([Language("fr"): "Suisse (exemple)"])),
            Member(code: "FR", name: Titles([Language("fr"): "France (exemple)"])), Member(code: "XA"),
        ]),
        categories: [Category(id: "training", title: titles("Training")), Category(id: "strategies", title: titles("Strategies"))],
        rooms: [
            Room(id: "english", title: titles("English room"), languages: [Language("en")], moderators: ["A"], opening: .always),
            Room(
                id: "french", title: titles("French room"), languages: [Language("fr")], moderators: ["A"], opening: .always,
                categories: ["training"]),
            Room(
                id: "spanish", title: Titles([Language("en"): "Spanish room", Language("fr"): "salle d’Espagne"]),
                languages: [Language("es")], moderators: ["A"],
                opening: .periods([period("2026-09-07", "2026-10-16"), period("2026-12-07", "2026-12-18")])),
            Room(
                id: "past", title: titles("Past room"), languages: [Language("en")], moderators: ["A"],
                opening: .periods([period("2026-01-05", "2026-02-06")])),
            Room(id: "all", title: titles("Common room"), languages: languages, moderators: ["A"], opening: .always),
        ],
        lead: ["Mia Moderator"], contact: "forum@forum.example",
        attachments: AttachmentRules(types: ["pdf", "png", "docx"], largest: 1_000_000))

    static let content = Content(
        forum: forum,
        discussions: [
            discussion("2026-001", "english", opens: "2026-10-01", closes: "2026-10-31"),
            Discussion(
                id: "2026-002",
                facts: Discussion.Facts(room: "english", categories: ["training"], opens: moment("2026-11-02"), guests: true),
                opening: [Language("en"): text("content/discussions/2026-002/index.en.md", questions: ["One?", "Two?"])],
                contributions: [
                    Contribution(
                        number: "0001",
                        content: .posted(
                            Contribution.Posted(
                                date: day("2026-11-03"), role: .participant, member: "CH",
                                original: text("content/discussions/2026-002/0001.en.md")))),
                    Contribution(number: "0002", content: .withdrawn(Withdrawal(date: day("2026-11-05"), requestedBy: .author))),
                ], summaries: [:], outcomes: [:], attachments: [Attachment(path: "files/agenda.pdf", size: 100)]),
            discussion("2026-003", "english", opens: "2026-12-01"),
            Discussion(
                id: "2026-004", facts: nil, opening: [:], contributions: [], summaries: [:], outcomes: [:], attachments: [],
                withdrawal: Withdrawal(date: day("2026-11-05"), requestedBy: .moderator)),
            discussion("2026-005", "english", opens: "2026-12-01", announce: false),
            discussion("2026-006", "spanish", opens: "2026-09-07"),
            discussion("2026-007", "all", opens: "2026-11-02"),
        ],
        entries: [
            LibraryEntry(
                id: "office-automation",
                facts: LibraryEntry.Facts(kind: .tool, date: day("2026-03-02"), categories: ["training"]),
                texts: [Language("en"): text("content/library/office-automation/index.en.md")], attachments: []),
            LibraryEntry(
                id: "gone", facts: nil, texts: [:], attachments: [],
                withdrawal: Withdrawal(date: day("2026-11-05"), requestedBy: .member)),
        ], pages: [])

    static let roster: Roster = {
        var roster = Roster()
        roster.members["CH"] = reader(["ana@office.example", "Mission@Office.Example"])
        roster.staff["Secretariat"] = reader(["staff@organisation.example"])
        roster.guests["Guest"] = reader(["guest@university.example"])
        return roster
    }()

    static let checks = Checks(content: content, roster: roster, vocabulary: nil, now: now)
    static let checksWithoutRoster = Checks(content: content, roster: Roster(), vocabulary: nil, now: now)

    static func day(_ text: String) -> Day { Day(text) ?? Day(year: 1900, month: 1, day: 1)! }

    private static func reader(_ addresses: [String]) -> Roster.Reader {
        Roster.Reader(language: nil, region: nil, addresses: addresses, digest: false)
    }

    private static func titles(_ text: String) -> Titles { Titles([Language("en"): text]) }
    private static func moment(_ text: String) -> Moment { .day(day(text)) }
    private static func period(_ from: String, _ until: String) -> Room.Period { Room.Period(from: day(from), until: day(until)) }

    private static func text(_ path: String, questions: [String] = []) -> Text {
        Text(path: path, language: Language("en"), title: "Title", questions: questions, hash: "")
    }

    private static func discussion(_ id: String, _ room: String, opens: String, closes: String? = nil, announce: Bool = true) -> Discussion
    {
        Discussion(
            id: id,
            facts: Discussion.Facts(
                room: room, categories: ["training"], opens: moment(opens), closes: closes.map(moment), announce: announce),
            opening: [Language("en"): text("content/discussions/\(id)/index.en.md")], contributions: [], summaries: [:], outcomes: [:],
            attachments: [])
    }
}

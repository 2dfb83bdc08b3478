import Foundation
import Model
import Testing
import Theme

@testable import Submissions

/// An invented forum in six languages, as values: no file is read for it but the theme's.
struct DigestSample {
    static let languages = ["ar", "zh", "en", "fr", "ru", "es"].map { Language($0) }
    /// Monday to Sunday.
    static let week = day("2026-11-16")...day("2026-11-22")
    static let now = Instant(seconds: 1_795_424_400)  // 2026-11-23T09:00:00Z
    private static let repository = String(URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst())
    private static let loaded = Result {
        try Theme.load(root: repository, folders: ["themes/wipo"], languages: languages).theme
    }

    static func theme() throws -> Theme { try #require(try loaded.get()) }

    static func calendar() throws -> ForumCalendar { try #require(ForumCalendar("Europe/Zurich")) }

    /// A day that there is.
    static func day(_ text: String) -> Day { Day(text) ?? Day("1900-01-01")! }

    /// What is wrong with it is seen in what it comes to.
    var discussions: [Discussion] = []
    var entries: [LibraryEntry] = []
    var excerpts: [String: String] = [:]
    var isOpen = true
    var gate = Forum.Gate.sealed

    var forum: Forum {
        let titles = [
            "ar": "المنتدى المعني بالمساعدة التقنية", "zh": "技术援助论坛", "en": "Forum on Technical Assistance",
            "fr": "Forum sur l’assistance technique", "ru": "Форум по технической помощи", "es": "Foro sobre asistencia técnica",
        ]
        let rooms = [
            "ar": "القاعة الإنكليزية", "zh": "英文讨论室", "en": "English room", "fr": "Salle anglaise", "ru": "Английский зал",
            "es": "Sala inglesa",
        ]
        let all = { (texts: [String: String]) in Titles(Dictionary(uniqueKeysWithValues: texts.map { (Language($0.key), $0.value) })) }
        return Forum(
            title: all(titles), baseURL: "https://forum.example.org/", languages: Self.languages, defaultLanguage: Language("en"),
            members: .all, categories: [],
            rooms: [Room(id: "english", title: all(rooms), languages: [Language("en")], moderators: [], opening: .always)],
            contact: "forum@example.org", gate: gate, excerptsInMail: isOpen)
    }

    var content: Content { Content(forum: forum, discussions: discussions, entries: entries, pages: []) }

    func news(_ period: ClosedRange<Day> = week, at now: Instant = now, days: ClosingDays = ClosingDays()) throws -> News {
        News(content, calendar: try Self.calendar(), now: now, period: period, days: days)
    }

    func writer() throws -> DigestWriter {
        DigestWriter(forum, try Self.theme(), entryPath: { "name-of-\($0.count)" }, guestsFolder: { _ in nil })
    }

    /// The mail, with the excerpts that it asks for and no others.
    func mail(_ news: News, _ code: String) throws -> DigestWriter.Mail {
        let writer = try writer()
        let asked = writer.texts(news, in: Language(code))
        return writer.mail(news, in: Language(code), excerpts: excerpts.filter { asked.contains($0.key) })
    }
}

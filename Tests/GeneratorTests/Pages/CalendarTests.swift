import Foundation
import Model
import ProgramUnderTest
import Testing

@testable import Generator

/// When discussions open and close: the page, and the file for other calendars.
@Suite("The calendar") struct CalendarTests {
    /// The lines of the file in a language, as they were before they were folded.
    private func lines(_ forum: ShownForum, _ language: String) throws -> [String] {
        let file = try #require(CalendarFile.all(of: forum.site).first { $0.path == "files/calendar-\(language).bin" })
        let text = String(decoding: file.plain, as: UTF8.self)
        #expect(text.hasSuffix("END:VCALENDAR\r\n") && !text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(String(decoding: file.text, as: UTF8.self) == "calendar.ics\ntext/calendar\n" + text)
        return text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test func eachDiscussionIsAnEventOfWholeDays() throws {
        let forum = try ShownForum.small.get()
        let lines = try lines(forum, "en")
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == forum.site.catalog.topics.count)
        let start = try #require(lines.firstIndex(of: "UID:2026-001@example.org"))
        let topic = try #require(forum.site.catalog.topics.first { $0.discussion.id == "2026-001" })
        let opens = topic.opens.description.replacing("-", with: "")
        #expect(lines[start + 1] == "DTSTAMP:\(opens)T000000Z")
        #expect(lines[start + 2] == "DTSTART;VALUE=DATE:\(opens)")
        #expect(lines[start + 4] == "SUMMARY:After the course")
        #expect(lines[start + 5] == "URL:https://example.org/forum/en/2026-001/")
        #expect(try self.lines(forum, "ar").contains("SUMMARY:بعد الدورة"))
    }

    /// The last day is included, so the event ends with the next one; titles are escaped, and long ones folded between characters.
    @Test func hostileTitlesAndLastDays() throws {
        let forum = try TestForum(.small)
        try forum.folder.write(
            "content/discussions/2026-001/index.en.md",
            "---\ntitle: \"One, two; three\\\\ \(String(repeating: "é", count: 60))\"\nquestions: [A?, B?]\n---\nText.\n")
        try forum.folder.write(
            "content/discussions/2026-001/discussion.yaml", "room: english\ncategories: [training]\nopens: 2026-10-01\ncloses: 2026-10-31\n"
        )
        let lines = try lines(try ShownForum(forum), "en")
        let start = try #require(lines.firstIndex(of: "UID:2026-001@example.org"))
        #expect(lines[start + 3] == "DTEND;VALUE=DATE:20261101")
        #expect(lines[start + 4] == "SUMMARY:One\\, two\\; three\\\\ " + String(repeating: "é", count: 60))
    }

    @Test func thePageHasThemAllAndLeadsToTheFile() throws {
        let forum = try ShownForum.small.get()
        let page = try forum.page(.calendar, "en")
        for topic in forum.site.catalog.topics { #expect(page.contains(">\(topic.discussion.id)<")) }
        #expect(page.contains("href=\"../../files/calendar-en.bin\" data-file"))
        #expect(try forum.page(.home, "en").contains("href=\"../en/calendar/\""))
    }
}

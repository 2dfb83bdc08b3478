import Access
import Model
import Theme

/// The dates of discussions as programs for calendars read them: iCalendar, RFC 5545.
struct CalendarFile {
    private let writing: Writing

    /// That of each language.
    static func all(of site: Site) -> [MadeFile] {
        site.forum.languages.map { language in
            let writing = Writing(site, language, site.theme.renderer(for: language), root: "")
            return MadeFile(CalendarFile(writing).bytes, named: CalendarPlan.name, at: site.calendar.path(language), for: .members)
        }
    }

    init(_ writing: Writing) {
        self.writing = writing
    }

    /// Its lines end with CR LF and have at most 75 bytes each.
    var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rostrum//Rostrum//EN", "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:\(Self.escaped(writing.title(writing.site.forum.title)))",
        ]
        for index in writing.site.calendar.shown { lines += event(writing.site.catalog.topics[index]) }
        lines.append("END:VCALENDAR")
        return lines.flatMap { Self.folded($0) }
    }

    /// Whole days of the forum, as programs elsewhere would move times; the stamp is that of the opening, so that the same dates are the same bytes.
    private func event(_ topic: Catalog.Topic) -> [String] {
        let announced = topic.status == .announced
        let last = announced ? topic.opens : topic.facts.closes.map(writing.lastDay) ?? topic.opens
        let forum = writing.site.forum
        let link = writing.topicLink(topic)
        var lines = [
            "BEGIN:VEVENT", "UID:\(topic.discussion.id)@\(Self.host(forum.baseURL))",
            "DTSTAMP:\(Self.compact(topic.opens))T000000Z", "DTSTART;VALUE=DATE:\(Self.compact(topic.opens))",
            "DTEND;VALUE=DATE:\(Self.compact(writing.site.catalog.calendar.day(after: max(last, topic.opens))))",
            "SUMMARY:\(Self.escaped(link.title))",
        ]
        // The writing has no page of its own, so that its addresses begin at the site's root.
        if let url = link.url { lines.append("URL:\(forum.baseURL)\(url)") }
        return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }

    private static func compact(_ day: Day) -> String { day.description.replacing("-", with: "") }

    private static func host(_ address: String) -> String {
        let rest = address.split(separator: "/", omittingEmptySubsequences: true)
        return rest.count > 1 ? String(rest[1]) : "localhost"
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\", ";", ",": out += "\\" + String(character)
            case "\n": out += "\\n"
            case _ where character.value < 0x20: break
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }

    /// A line that is too long goes on behind a space, and is not cut inside of a character.
    private static func folded(_ line: String) -> [UInt8] {
        var out: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if length + bytes.count > 75 {
                out += Array("\r\n ".utf8)
                length = 1
            }
            out += bytes
            length += bytes.count
        }
        return out + Array("\r\n".utf8)
    }
}

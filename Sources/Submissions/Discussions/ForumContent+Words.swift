import ContentStore
package import Diagnostics
package import Model

/// What moderators name, found in the content or refused with what to do.
extension ForumContent {
    /// A discussion that stands, with its facts.
    package func standing(_ id: String) throws(Failure) -> (discussion: Discussion, facts: Discussion.Facts) {
        guard let found = discussion(id) else {
            if names(of: .discussion).contains(id) {
                throw Failure("discussion \(id) cannot be read as it is", remedy: "See what `rostrum check` says of it.")
            }
            let numbers = content.discussions.map(\.id)
            let meant = Suggestion.nearest(to: id, among: numbers).map { "Did you mean \($0)? " } ?? ""
            let latest = numbers.last.map { ", as in \($0)" } ?? ""
            throw Failure("there is no discussion \"\(id)\"", remedy: meant + "A discussion is named by year and number\(latest).")
        }
        guard let facts = found.facts else {
            throw Failure("discussion \(id) was withdrawn", remedy: "Open a new one with `rostrum discussion open`.")
        }
        return (found, facts)
    }

    /// A room of the forum.
    package func requireRoom(_ id: String) throws(Failure) -> Room {
        if let room = room(id) { return room }
        let known = forum.rooms.map(\.id)
        let meant = Suggestion.nearest(to: id, among: known).map { "Did you mean \"\($0)\"? " } ?? ""
        throw Failure("there is no room \"\(id)\"", remedy: meant + "There are: \(known.listed).")
    }

    /// Throws for a language that the forum has not.
    package func require(_ language: Language) throws(Failure) {
        guard !forum.languages.contains(language) else { return }
        throw Failure("the forum has no language \"\(language)\"", remedy: "It has: \(forum.languages.map(\.code).listed).")
    }

    /// The day on which something begins, in the forum's time zone.
    package func day(of moment: Moment) -> Day {
        switch moment {
        case .day(let day): day
        case .time(let instant): calendar.day(of: instant)
        }
    }
}

extension Discussion {
    /// The title in the first of some languages that it exists in, else in any.
    package func title(in languages: [Language]) -> String {
        let text = languages.lazy.compactMap { opening[$0] }.first ?? opening.values.min { $0.language < $1.language }
        return text?.title ?? ""
    }
}

extension Moment {
    /// As content files have it, and as options take it.
    package var words: String {
        switch self {
        case .day(let day): day.description
        case .time(let instant): instant.iso
        }
    }
}

extension [String] {
    /// With commas.
    var listed: String { joined(separator: ", ") }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}

import ContentStore
import Diagnostics
import Model

/// A topic that becomes a discussion.
extension Placement {
    static func topic(
        _ submission: Submission, _ files: [File], _ opens: Day?, _ content: ForumContent
    ) throws(Failure) -> Placement {
        guard let room = submission.room, content.room(room) != nil else {
            throw missing("room", "a room of the forum, as in `room: english`")
        }
        guard let language = submission.language else { throw missing("language", "the language of the text, as in `language: fr`") }
        guard let title = submission.title else { throw missing("title", "the title of the discussion") }
        guard !submission.categories.isEmpty else { throw missing("categories", "one category or more, as in `categories: [training]`") }
        let opening = opens ?? content.today
        let id = nextDiscussion(content.names(of: .discussion), in: opening.year)
        let folder = "content/discussions/\(id)"
        let stored = store(files, folder, taken: [])
        var facts = FrontMatterText()
        facts.add("room", plain: room)
        facts.add("categories", submission.categories)
        facts.add("opens", plain: opening.description)
        facts.add("proposed-by", plain: submission.attribution == Submission.Attribution.none ? nil : submission.author.member)
        var head = FrontMatterText()
        head.add("title", title)
        head.add("questions", each: submission.questions)
        let body = withFiles(submission.body, stored)
        return Placement(
            changes: stored.changes + [
                .put(path: "\(folder)/index.\(language).md", bytes: head.document(body), before: nil),
                .put(path: "\(folder)/discussion.yaml", bytes: facts.yaml, before: nil),
            ], place: id, kind: .discussion, id: id)
    }

    /// The number after the highest of that year.
    static func nextDiscussion(_ names: Set<String>, in year: Int) -> String {
        let used = names.filter { $0.hasPrefix("\(year)-") }.compactMap { Int($0.dropFirst(5)) }
        return "\(year)-" + padded((used.max() ?? 0) + 1, 3)
    }
}

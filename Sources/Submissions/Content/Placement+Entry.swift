import ContentStore
import Diagnostics
import Model

/// A practice, tool, methodology or experience.
extension Placement {
    static func entry(_ submission: Submission, _ files: [File], _ content: ForumContent) throws(Failure) -> Placement {
        guard let kind = submission.kind?.entry else { throw missing("kind", "practice, tool, methodology or experience") }
        guard let language = submission.language else { throw missing("language", "the language of the text, as in `language: fr`") }
        guard let title = submission.title else { throw missing("title", "the title of the entry") }
        guard !submission.categories.isEmpty else { throw missing("categories", "one category or more, as in `categories: [training]`") }
        let id = freeName(title, content.names(of: .entry))
        let folder = "content/library/\(id)"
        let stored = store(files, folder, taken: [])
        var facts = FrontMatterText()
        facts.add("kind", plain: kind.rawValue)
        facts.add("date", plain: content.today.description)
        facts.add("categories", submission.categories)
        facts.add("members", submission.members)
        facts.add("year", plain: submission.year.map(String.init))
        facts.add("links", maps: submission.links.map { [("url", $0.url), ("title", $0.title)] })
        var head = FrontMatterText()
        head.add("title", title)
        return Placement(
            changes: stored.changes + [
                .put(path: "\(folder)/index.\(language).md", bytes: head.document(withFiles(submission.body, stored)), before: nil),
                .put(path: "\(folder)/entry.yaml", bytes: facts.yaml, before: nil),
            ], place: "library/\(id)", kind: .entry, id: id)
    }

    static func freeName(_ title: String, _ taken: Set<String>) -> String {
        let plain = String(StoredName.plain(title).prefix(48))
        let stem = plain.isEmpty ? "entry" : plain.hasSuffix("-") ? String(plain.dropLast()) : plain
        var name = stem
        var count = 1
        while taken.contains(name) {
            count += 1
            name = "\(stem)-\(count)"
        }
        return name
    }
}

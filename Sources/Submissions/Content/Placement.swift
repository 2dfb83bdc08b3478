import ContentStore
package import Diagnostics
import Model

/// Where a submission goes in the content, and what is written there.
package struct Placement: Sendable, Hashable {
    /// What is written, attachments first, so that every state on the way can be built.
    package let changes: [Change]
    /// As the log names it: `2026-014/0007`, `2026-015`, `library/ip-office-automation`.
    package let place: String
    let kind: ContentFolder.Kind
    /// The folder's name.
    let id: String

    /// The files that it writes, as a record remembers them.
    var placed: [Record.Placed] {
        changes.compactMap { change in
            guard case .put(let path, let bytes, _) = change else { return nil }
            return Record.Placed(path: path, hash: Change.hash(bytes))
        }
    }

    /// A file that came with a submission.
    struct File {
        /// As the author knows it.
        let name: String
        /// In lower-case ASCII, its ending that of its type.
        let stored: String
        let bytes: [UInt8]
    }

    /// What is wrong in the content once this is there, and was not before.
    package func findings(in content: ForumContent) throws(Failure) -> [Finding] {
        try content.findings(after: changes, in: kind, id)
    }

    /// - Parameter opens: of a topic: when the discussion opens; nil for today.
    static func make(
        _ submission: Submission, files: [File], opens: Day?, roster: Roster, in content: ForumContent
    ) throws(Failure) -> Placement {
        switch submission.kind {
        case .contribution: try contribution(submission, files, roster, content)
        case .topic: try topic(submission, files, opens, content)
        case .practice, .tool, .methodology, .experience: try entry(submission, files, content)
        case .invitation, .removal, nil:
            throw Failure("this submission has no text that could be published", remedy: "See `rostrum inbox show` for what it asks for.")
        }
    }

    // MARK: Contributions

    private static func contribution(
        _ submission: Submission, _ files: [File], _ roster: Roster, _ content: ForumContent
    ) throws(Failure) -> Placement {
        guard let id = submission.discussion else {
            throw missing("discussion", "a discussion that there is, as in `discussion: 2026-014`")
        }
        guard content.discussion(id)?.facts != nil else {
            throw Failure(
                "there is no discussion \(id), or it was withdrawn",
                remedy: "Name another with `rostrum review edit`, or return the submission; one that waits for its day, after "
                    + "`rostrum review undo`.")
        }
        guard let language = submission.language else { throw missing("language", "the language of the text, as in `language: fr`") }
        let folder = "content/discussions/\(id)"
        let names = content.files(of: .discussion, id)
        let number = nextNumber(names)
        let stored = store(files, folder, taken: names)
        var links = FileLinks(stored.paths)
        let body = links.rewrite(submission.body)
        var head = FrontMatterText()
        let author = Attributed(submission, roster: roster)
        head.add("date", plain: content.today.description)
        head.add("role", plain: author.role.rawValue)
        head.add("member", plain: author.member)
        head.add("author", author.name)
        head.add("position", author.position)
        head.add("institution", author.institution)
        head.add("reply-to", plain: submission.replyTo.map { "\"\($0)\"" })
        head.add("question", plain: submission.question.map(String.init))
        head.add("attachments", stored.paths.map(\.path).filter { !links.used.contains($0) })
        let text = Change.put(path: "\(folder)/\(number).\(language).md", bytes: head.document(body), before: nil)
        return Placement(changes: stored.changes + [text], place: "\(id)/\(number)", kind: .discussion, id: id)
    }

    /// The number after the highest that was ever used: what was withdrawn keeps its own.
    static func nextNumber(_ names: [String]) -> String {
        let used = names.compactMap { name -> Int? in
            switch ContentFileName(name, in: .discussion) {
            case .text(.contribution(let number), _), .withdrawnContribution(let number): Int(number)
            default: nil
            }
        }
        return padded((used.max() ?? 0) + 1, 4)
    }

    // MARK: Discussions

    private static func topic(
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

    // MARK: The library

    private static func entry(_ submission: Submission, _ files: [File], _ content: ForumContent) throws(Failure) -> Placement {
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

    private static func freeName(_ title: String, _ taken: Set<String>) -> String {
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

    // MARK: Files

    /// Where files come to lie in a folder of the content.
    struct Stored {
        /// For each its name as the author knows it, and its path from the folder: `files/plan.pdf`.
        let paths: [(name: String, path: String)]
        let changes: [Change]
    }

    /// - Parameter names: of the files that the folder has.
    static func store(_ files: [File], _ folder: String, taken names: [String]) -> Stored {
        var taken = Set(names.filter { $0.hasPrefix("files/") }.map { String($0.dropFirst(6)) })
        var paths: [(name: String, path: String)] = []
        var changes: [Change] = []
        for file in files {
            let name = StoredName.make(file.stored, endings: [], taken: taken)
            taken.insert(name)
            paths.append((file.name, "files/" + name))
            changes.append(.put(path: "\(folder)/files/\(name)", bytes: file.bytes, before: nil))
        }
        return Stored(paths: paths, changes: changes)
    }

    /// A text whose folder has no list of attachments: what it does not mention is linked below it.
    static func withFiles(_ body: [UInt8], _ stored: Stored) -> [UInt8] {
        var links = FileLinks(stored.paths)
        var text = links.rewrite(body)
        let rest = stored.paths.filter { !links.used.contains($0.path) }
        if !rest.isEmpty {
            let lines = rest.map { file in
                let name = (file.name.split(separator: "/").last.map(String.init) ?? file.name).filter { !"[]\\<>`*_".contains($0) }
                return "- [\(name)](\(file.path))\n"
            }
            text += [UInt8](("\n" + lines.joined()).utf8)
        }
        return text
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static func missing(_ field: String, _ what: String) -> Failure {
        Failure("this submission does not say its \(field)", remedy: "Add \(what), with `rostrum review edit`.")
    }
}

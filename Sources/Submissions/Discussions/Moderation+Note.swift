import Access
import ContentStore
package import Diagnostics
import Files
package import Model

extension Moderation {
    /// What a moderator adds to a discussion.
    package struct Note: Sendable {
        package let manuscript: Manuscript
        /// Nil for the room's first.
        package let language: Language?
        /// The guiding question that it speaks of, from 1.
        package let question: Int?
        /// The number of the contribution that it answers; leading zeros may be missing.
        package let replyTo: String?
        package let enclosures: [Enclosure]

        package init(manuscript: Manuscript, language: Language?, question: Int?, replyTo: String?, enclosures: [Enclosure] = []) {
            self.manuscript = manuscript
            self.language = language
            self.question = question
            self.replyTo = replyTo
            self.enclosures = enclosures
        }
    }

    /// Works out a moderator's note as the next contribution. Throws where the same note is there already.
    package func note(_ note: Note, in id: String) throws(Failure) -> Amendment {
        let (discussion, facts) = try discussion(id)
        let language = note.language ?? content.room(facts.room)?.languages.first ?? content.forum.defaultLanguage
        try require(language)
        guard !note.manuscript.isEmpty else { throw Failure("the note is empty", remedy: "Write what you want to tell the participants.") }
        guard note.manuscript.title == nil, note.manuscript.questions == nil, note.manuscript.translation == nil else {
            throw Failure("a note has no title, no questions and no original", remedy: "Take the front matter out of the file.")
        }
        let question = try note.question.map { (question) throws(Failure) in try self.question(question, in: discussion) }
        let reply = try note.replyTo.map { (number) throws(Failure) in try self.number(number, in: discussion) }
        let folder = "content/discussions/\(id)"
        let names = content.files(of: .discussion, id)
        let stored = Placement.store(note.enclosures.map(\.file), folder, taken: names)
        var links = FileLinks(stored.paths)
        let body = links.rewrite(note.manuscript.body)
        try requireNew([body, try bodyOfEarlier(note, names, folder)], language, reply, discussion)
        var head = FrontMatterText()
        head.add("date", plain: content.today.description)
        head.add("role", plain: Contribution.Role.moderator.rawValue)
        head.add("author", moderator.name)
        head.add("reply-to", plain: reply.map { "\"\($0)\"" })
        head.add("question", plain: question.map(String.init))
        head.add("attachments", stored.paths.map(\.path).filter { !links.used.contains($0) })
        let number = Placement.nextNumber(names)
        let text = Change.put(path: "\(folder)/\(number).\(language).md", bytes: head.document(body), before: nil)
        var remarks = note.enclosures.flatMap(\.remarks)
        if let status = content.room(facts.room).map({ Schedule(facts, in: $0, calendar: content.calendar).status(at: content.now) }),
            status != .open
        {
            remarks.append(status == .closed ? "The discussion is closed: nobody can answer." : "The discussion has not opened yet.")
        }
        return try amendment(
            .note, "\(id)/\(number)", in: .discussion, id, room: facts.room, stored.changes + [text],
            facts: ["language": language.code], remarks: remarks)
    }

    private func question(_ question: Int, in discussion: Discussion) throws(Failure) -> Int {
        let count = discussion.opening.values.reduce(0) { max($0, $1.questions.count) }
        if (1...max(1, count)).contains(question), count > 0 { return question }
        throw Failure(
            "discussion \(discussion.id) has no question \(question)",
            remedy: count == 0 ? "It asks none: leave --question out." : "It has questions 1 to \(count).")
    }

    /// The number as the discussion writes it; it may stand behind the discussion's own, as in `2026-014/3`.
    func number(_ number: String, in discussion: Discussion) throws(Failure) -> String {
        let own = discussion.id + "/"
        let number = number.hasPrefix(own) ? String(number.dropFirst(own.count)) : number
        if let wanted = Int(number), let found = discussion.contributions.first(where: { Int($0.number) == wanted }) { return found.number }
        let last = discussion.contributions.last.map { "Its last is \($0.number)." }
        throw Failure("discussion \(discussion.id) has no contribution \"\(number)\"", remedy: last ?? "It has none yet.")
    }

    /// The text as an earlier run of the same command has written it, which gave the same files their names first.
    private func bodyOfEarlier(_ note: Note, _ names: [String], _ folder: String) throws(Failure) -> [UInt8] {
        var paths: [(name: String, path: String)] = []
        for file in note.enclosures.map(\.file) {
            for name in names where name.hasPrefix("files/") {
                guard let bytes = try FileSystem.read("\(content.root)/\(folder)/\(name)", limit: file.bytes.count), bytes == file.bytes
                else { continue }
                paths.append((file.name, name))
                break
            }
        }
        var links = FileLinks(paths)
        return links.rewrite(note.manuscript.body)
    }

    /// A command that is repeated, because nobody saw it end, adds nothing a second time.
    private func requireNew(_ bodies: [[UInt8]], _ language: Language, _ reply: String?, _ discussion: Discussion) throws(Failure) {
        let hashes = Set(bodies.map { Digest.sha256Hex($0) })
        let same = discussion.contributions.first { contribution in
            guard case .posted(let posted) = contribution.content, posted.role == .moderator else { return false }
            return posted.author == moderator.name && posted.original.language == language
                && hashes.contains(posted.original.hash) && posted.replyTo == reply
        }
        guard let same else { return }
        throw Failure("this note is there already, as \(discussion.id)/\(same.number)", remedy: "Nothing was changed.")
    }
}

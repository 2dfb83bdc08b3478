import Access
import ContentStore
package import Diagnostics
package import Model

extension Moderation {
    /// Throws where this moderator cannot open a discussion there.
    package func requireOpening(in room: String, categories: [String]) throws(Failure) {
        try moderator.require(self.room(room).id, in: content.forum)
        try requireCategories(categories)
    }

    /// Works out a new discussion, with the next number of the year in which it opens. Throws where it stands there already.
    package func opening(_ new: NewDiscussion) throws(Failure) -> Amendment {
        let room = try room(new.room)
        try moderator.require(room.id, in: content.forum)
        try requireCategories(new.categories)
        try requireParallel(new.parallel, to: nil)
        let language = new.language ?? room.languages[0]
        try require(language)
        let opens = new.opens ?? .day(content.today)
        try requireOrder(opens: opens, closes: new.closes)
        if !new.isPastMeant { try requireRecent(opens) }
        let title = try line(new.note.title ?? "", "the title", "--title")
        var questions: [String] = []
        for question in new.note.questions ?? [] { questions.append(try line(question, "a question", "--question")) }
        guard !new.note.isEmpty else { throw Failure("the opening note is empty", remedy: "Write what the discussion is about.") }

        let day = content.day(of: opens)
        let id = Placement.nextDiscussion(content.names(of: .discussion), in: day.year)
        let folder = "content/discussions/\(id)"
        let stored = Placement.store(new.enclosures.map(\.file), folder, taken: [])
        let body = Placement.withFiles(new.note.body, stored)
        try requireNew(room.id, day, title, questions, body)
        var head = FrontMatterText()
        head.add("title", title)
        head.add("questions", each: questions)
        let changes =
            stored.changes + [
                Change.put(path: "\(folder)/index.\(language).md", bytes: head.document(body), before: nil),
                .put(path: "\(folder)/discussion.yaml", bytes: facts(new, opens: opens), before: nil),
            ]
        return try amendment(
            .open, id, in: .discussion, id, room: room.id, changes,
            facts: ["opens": opens.words, "language": language.code], remarks: remarks(new, opens: opens, in: room))
    }

    /// A day so far back is a slip more often than what is meant.
    private static let mostDaysBack = 7

    /// Throws for a day that is long past: a discussion that is open cannot be taken back as if it had never been.
    package func requireRecent(_ opens: Moment) throws(Failure) {
        let day = content.day(of: opens)
        let back = content.today.daysSince1970 - day.daysSince1970
        guard back > Self.mostDaysBack else { return }
        let id = Placement.nextDiscussion(content.names(of: .discussion), in: day.year)
        throw Failure(
            "the day on which it opens, \(opens.words), is \(back) days ago",
            remedy:
                "It would be open at once, as \(id), and could not be unopened, only closed or withdrawn. Write another day with --opens, as "
                + "in \(content.today), or add --yes if that day is meant.")
    }

    private func facts(_ new: NewDiscussion, opens: Moment) -> [UInt8] {
        var facts = FrontMatterText()
        facts.add("room", plain: new.room)
        facts.add("categories", new.categories)
        facts.add("opens", plain: opens.words)
        facts.add("closes", plain: new.closes?.words)
        facts.add("proposed-by", new.proposedBy)
        facts.add("guests", plain: new.guests ? "true" : nil)
        if !new.parallel.isEmpty { facts.add("parallel", plain: "[\(new.parallel.listed)]") }
        facts.add("announce", plain: new.announced ? nil : "false")
        return facts.yaml
    }

    /// A command that is repeated, because nobody saw it end, opens nothing a second time.
    private func requireNew(_ room: String, _ day: Day, _ title: String, _ questions: [String], _ body: [UInt8]) throws(Failure) {
        let told: [UInt8] = ([title] + questions).flatMap { [UInt8](($0 + "\n").utf8) }
        let hash = Digest.sha256Hex(told + body)
        let same = content.content.discussions.first { discussion in
            guard let facts = discussion.facts, facts.room == room, content.day(of: facts.opens) == day else { return false }
            return discussion.opening.values.contains { $0.hash == hash }
        }
        guard let same else { return }
        throw Failure(
            "this discussion is there already, as \(same.id)",
            remedy: "Nothing was changed. Change it with `rostrum discussion edit \(same.id)`.")
    }

    private func remarks(_ new: NewDiscussion, opens: Moment, in room: Room) -> [String] {
        let facts = Discussion.Facts(room: room.id, categories: new.categories, opens: opens, closes: new.closes)
        var remarks = new.enclosures.flatMap(\.remarks)
        if content.day(of: opens) < content.today { remarks.append("\(opens.words) is past: it is open at once.") }
        if let closed = content.closure(of: room, for: facts) { remarks.append(closed) }
        return remarks
    }
}

extension ForumContent {
    /// What hinders contributions to a discussion on the day on which it opens, in a sentence; nil where its room is open then.
    func closure(of room: Room, for facts: Discussion.Facts) -> String? {
        let schedule = Schedule(facts, in: room, calendar: calendar)
        if schedule.status(at: schedule.opens) == .open { return nil }
        let next = schedule.spans.first { $0.from > schedule.opens }.map { calendar.day(of: $0.from) }
        let until = next.map { "before \($0)" } ?? "while it lasts"
        return "The room \"\(room.id)\" is closed when it opens: nobody can contribute \(until). See open: in content/forum.yaml."
    }
}

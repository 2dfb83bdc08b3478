import ContentStore
package import Diagnostics
package import Model

extension Moderation {
    /// Works out that a discussion closes.
    ///
    /// - Parameter moment: nil for today; a day is whole: the discussion is open until its end.
    package func closing(_ id: String, on moment: Moment?) throws(Failure) -> Amendment {
        let (_, facts) = try discussion(id)
        let closes = moment ?? .day(content.today)
        guard content.calendar.closing(closes) > content.calendar.opening(facts.opens) else {
            throw Failure(
                "discussion \(id) opens on \(facts.opens.words), and cannot close on \(closes.words)",
                remedy: "Give a later day with --on, or another opening day with `rostrum discussion edit \(id) --opens`.")
        }
        return try closing(id, facts, closes)
    }

    /// Works out that a discussion does not close, or not yet.
    package func reopening(_ id: String) throws(Failure) -> Amendment {
        let (_, facts) = try discussion(id)
        return try closing(id, facts, nil)
    }

    /// What is to be done for a discussion that closes, by the texts that it has: a summary, what came of it, a translation of either.
    package enum AfterClosing: Sendable, Hashable {
        case write(ClosingText)
        /// A text and a language in which it is missing or outdated.
        case translate(TextName, Language)
    }

    /// What is next for a discussion that closes; nil where nothing is.
    package func afterClosing(_ id: String) throws(Failure) -> AfterClosing? {
        let (discussion, _) = try discussion(id)
        if discussion.summaries.isEmpty { return .write(.summary) }
        if discussion.outcomes.isEmpty { return .write(.outcome) }
        for text in content.versions(of: discussion, everything: false) where text.name.part == .summary || text.name.part == .outcome {
            let open = content.forum.languages.first { text.state($0) == .missing || text.state($0) == .outdated }
            if let open { return .translate(text.name, open) }
        }
        return nil
    }

    private func closing(_ id: String, _ facts: Discussion.Facts, _ closes: Moment?) throws(Failure) -> Amendment {
        let path = "content/discussions/\(id)/discussion.yaml"
        let present = try bytes(path)
        var changes: [Change] = []
        if closes != facts.closes {
            var file = try EditedFile(path: path, bytes: present)
            try file.set("closes", closes.map { .plain($0.words) }, below: ["opens"])
            changes = [.put(path: path, bytes: file.bytes, before: Change.hash(present))]
        }
        return try amendment(
            closes == nil ? .change : .close, id, in: .discussion, id, room: facts.room, changes,
            facts: closes.map { ["closes": $0.words] } ?? ["changed": "closes"], remarks: closes == nil ? remarks(facts) : [],
            before: [path: present])
    }

    /// What keeps a discussion closed without a day of its own.
    private func remarks(_ facts: Discussion.Facts) -> [String] {
        guard let room = content.room(facts.room) else { return [] }
        let open = Discussion.Facts(room: facts.room, categories: facts.categories, opens: facts.opens)
        guard Schedule(open, in: room, calendar: content.calendar).status(at: content.now) == .closed else { return [] }
        return ["The room \"\(room.id)\" is closed, and with it the discussion. See open: in content/forum.yaml."]
    }
}

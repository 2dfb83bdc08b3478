import ContentStore
package import Diagnostics
package import Model

extension Moderation {
    /// The opening note that an edit is about, with the bytes of its file.
    ///
    /// - Parameter language: nil for the room's first in which there is one.
    package func note(of id: String, in language: Language?) throws(Failure) -> (text: Text, bytes: [UInt8]) {
        let (discussion, facts) = try discussion(id)
        let languages = language.map { [$0] } ?? (content.room(facts.room)?.languages ?? []) + content.forum.languages
        guard let text = languages.lazy.compactMap({ discussion.opening[$0] }).first else {
            let there = discussion.opening.keys.sorted().map(\.code).listed
            throw Failure(
                "discussion \(id) has no opening note in \(language?.code ?? "any language")",
                remedy: language.map { "It has: \(there). A translation is added with `rostrum translate add \(id) --to \($0)`." })
        }
        return (text, try bytes(text.path))
    }

    /// Works out changes of a discussion's facts and opening note.
    package func editing(_ id: String, _ edit: DiscussionEdit) throws(Failure) -> Amendment {
        let (discussion, facts) = try discussion(id)
        var changes: [Change] = []
        var before: [String: [UInt8]] = [:]
        var changed: [String] = []
        var log: [String: String] = [:]
        if !edit.keepsNote {
            let (text, present) = try note(of: id, in: edit.language)
            let bytes = try edited(text, present, edit)
            if bytes != present {
                changes.append(.put(path: text.path, bytes: bytes, before: Change.hash(present)))
                before[text.path] = present
                changed.append("note")
                log["language"] = text.language.code
            }
        }
        let path = "content/discussions/\(id)/discussion.yaml"
        let present = try bytes(path)
        let (bytes, keys) = try edited(path, present, facts, edit, discussion)
        if bytes != present {
            changes.append(.put(path: path, bytes: bytes, before: Change.hash(present)))
            before[path] = present
            changed += keys
        }
        log["changed"] = changed.listed
        return try amendment(
            .change, id, in: .discussion, id, room: facts.room, changes, facts: log, remarks: remarks(facts, edit), before: before)
    }

    // MARK: The opening note

    private func edited(_ text: Text, _ present: [UInt8], _ edit: DiscussionEdit) throws(Failure) -> [UInt8] {
        var file = EditedFile.Start(path: text.path, bytes: present)
        var (title, questions) = (edit.title, edit.questions)
        switch edit.note {
        case .file(let whole, let seen):
            guard seen == present else {
                throw Failure(
                    "\(text.path) was changed by somebody else while you wrote",
                    remedy: "Look at it, and put in what you changed once more.")
            }
            file.bytes = whole
        case .text(let manuscript):
            guard !manuscript.isEmpty else { throw Failure("the opening note is empty", remedy: "Write what the discussion is about.") }
            try require(manuscript.translation, of: text)
            title = title ?? manuscript.title
            questions = questions ?? manuscript.questions
            var edited = try file.edited()
            try edited.setBody(manuscript.body)
            file.bytes = edited.bytes
        case nil: break
        }
        if title == nil, questions == nil { return file.bytes }
        var edited = try file.edited()
        if let title { try edited.set("title", .text(try line(title, "the title", "--title"))) }
        if let questions {
            var lines: [String] = []
            for question in questions { lines.append(try line(question, "a question", "--question")) }
            try edited.set("questions", lines.isEmpty ? nil : .lines(lines), below: ["title"])
        }
        return edited.bytes
    }

    /// A file that says what it is a translation of must say what stands there.
    private func require(_ claim: Manuscript.Claim?, of text: Text) throws(Failure) {
        guard let claim else { return }
        let present = text.translation
        guard claim.of == present?.of, claim.source == present?.source, claim.by == present?.by, claim.machine == present?.machine ?? false
        else {
            throw Failure(
                "the file says something else of its original than \(text.path) does",
                remedy: "Take translation-of, source, translated-by and machine out of it, or put a translation in place with "
                    + "`rostrum translate add`.")
        }
    }

    // MARK: The facts

    private func edited(
        _ path: String, _ present: [UInt8], _ facts: Discussion.Facts, _ edit: DiscussionEdit, _ discussion: Discussion
    ) throws(Failure) -> (bytes: [UInt8], keys: [String]) {
        var file = try EditedFile(path: path, bytes: present)
        var keys: [String] = []
        if let categories = edit.categories, categories != facts.categories {
            try requireCategories(categories)
            try file.set("categories", .list(categories))
            keys.append("categories")
        }
        if let opens = edit.opens, opens != facts.opens {
            try requireBefore(discussion, opens)
            try file.set("opens", .plain(opens.words))
            keys.append("opens")
        }
        if let closes = edit.closes, closes != facts.closes {
            try file.set("closes", .plain(closes.words), below: ["opens"])
            keys.append("closes")
        }
        if edit.opens != nil || edit.closes != nil {
            try requireOrder(opens: edit.opens ?? facts.opens, closes: edit.closes ?? facts.closes)
        }
        if let guests = edit.guests, guests != facts.guests {
            try file.set("guests", .plain("\(guests)"), below: ["proposed-by", "closes", "opens"])
            keys.append("guests")
        }
        if let parallel = edit.parallel, parallel != facts.parallel {
            try requireParallel(parallel, to: discussion.id)
            try file.set("parallel", .list(parallel), below: ["guests", "proposed-by", "closes", "opens"])
            keys.append("parallel")
        }
        if let announced = edit.announced, announced != facts.announce {
            try file.set("announce", .plain("\(announced)"))
            keys.append("announce")
        }
        return (file.bytes, keys)
    }

    /// A discussion cannot open later than somebody has written in it.
    private func requireBefore(_ discussion: Discussion, _ opens: Moment) throws(Failure) {
        let first = discussion.contributions.compactMap { contribution -> Day? in
            if case .posted(let posted) = contribution.content { posted.date } else { nil }
        }.min()
        guard let first, content.day(of: opens) > first else { return }
        throw Failure(
            "discussion \(discussion.id) has contributions from \(first) on, and would open on \(opens.words) only",
            remedy: "Give \(first) or an earlier day with --opens.")
    }

    private func remarks(_ facts: Discussion.Facts, _ edit: DiscussionEdit) -> [String] {
        var remarks: [String] = []
        if edit.guests == false, facts.guests { remarks.append("Guests who were invited to it cannot read it any more.") }
        guard edit.opens != nil || edit.closes != nil, let room = content.room(facts.room) else { return remarks }
        let new = Discussion.Facts(
            room: facts.room, categories: facts.categories, opens: edit.opens ?? facts.opens, closes: edit.closes ?? facts.closes)
        if let closed = content.closure(of: room, for: new) { remarks.append(closed) }
        return remarks
    }
}

extension EditedFile {
    /// A file before it is taken apart.
    struct Start {
        let path: String
        var bytes: [UInt8]

        func edited() throws(Failure) -> EditedFile { try EditedFile(path: path, bytes: bytes) }
    }
}

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
        for (text, present, bytes) in try notes(discussion, edit) where bytes != present {
            changes.append(.put(path: text.path, bytes: bytes, before: Change.hash(present)))
            before[text.path] = present
            changed.append("note")
            log["language"] = [log["language"], text.language.code].compactMap { $0 }.joined(separator: ", ")
        }
        let path = "content/discussions/\(id)/discussion.yaml"
        let present = try bytes(path)
        let (bytes, keys) = try editedFacts(path, present, facts, edit, discussion)
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

    /// The notes that an edit changes, with what their files hold now and are to hold.
    private func notes(
        _ discussion: Discussion, _ edit: DiscussionEdit
    ) throws(Failure) -> [(text: Text, present: [UInt8], bytes: [UInt8])] {
        var notes: [(text: Text, present: [UInt8], bytes: [UInt8])] = []
        if !edit.keepsNote {
            let (text, present) = try note(of: discussion.id, in: edit.language)
            notes.append((text, present, try edited(text, present, edit)))
        }
        for language in edit.translatedQuestions.keys.sorted() where language != notes.first?.text.language {
            guard let edit = edit.translated(language) else { continue }
            let (text, present) = try note(of: discussion.id, in: language)
            notes.append((text, present, try edited(text, present, edit)))
        }
        if let first = notes.first { try requireSameNumber(first, notes, discussion) }
        return notes
    }

    /// Every language asks the same questions: where their number changes, all of them change at once.
    private func requireSameNumber(
        _ first: (text: Text, present: [UInt8], bytes: [UInt8]), _ notes: [(text: Text, present: [UInt8], bytes: [UInt8])],
        _ discussion: Discussion
    ) throws(Failure) {
        var counts = discussion.opening.mapValues(\.questions.count)
        for note in notes { counts[note.text.language] = Manuscript.questionCount(note.text.path, note.bytes) }
        guard let count = counts[first.text.language] else { return }
        let others = counts.filter { $0.value != count }.keys.sorted()
        guard let other = others.first else { return }
        throw Failure(
            "the note in \"\(first.text.language)\" would ask \(count), and the one in \"\(other)\" asks \(counts[other] ?? 0)",
            remedy: "Give the questions of \(others.map(\.code).listed) in the same command, each as in --question-in \"\(other)=…\".")
    }

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
}

extension EditedFile {
    /// A file before it is taken apart.
    struct Start {
        let path: String
        var bytes: [UInt8]

        func edited() throws(Failure) -> EditedFile { try EditedFile(path: path, bytes: bytes) }
    }
}

import ContentStore
package import Diagnostics
package import Model

extension Moderation {
    /// A closing summary, or what came of a discussion.
    package enum ClosingText: String, Sendable {
        case summary, outcome

        var action: LogEntry.Action { self == .summary ? .summary : .outcome }
    }

    /// The file that is there; nil where there is none. Throws where it is a translation: its original is what is written here.
    package func present(
        _ kind: ClosingText, of id: String, in language: Language?
    ) throws(Failure) -> (language: Language, bytes: [UInt8]?) {
        let (discussion, facts) = try discussion(id)
        let language = language ?? content.room(facts.room)?.languages.first ?? content.forum.defaultLanguage
        try require(language)
        guard let text = (kind == .summary ? discussion.summaries : discussion.outcomes)[language] else { return (language, nil) }
        if let translation = text.translation {
            throw Failure(
                "the \(kind.rawValue) of \(id) in \"\(language)\" is a translation from \"\(translation.of)\"",
                remedy: "Replace it with `rostrum translate add \(id)/\(kind.rawValue) --to \(language)`, or write the original with "
                    + "`rostrum discussion \(kind.rawValue) \(id) --language \(translation.of)`.")
        }
        return (language, try bytes(text.path))
    }

    /// Works out a summary or an outcome, new or in place of the present one.
    ///
    /// - Parameter seen: what the moderator began with, empty where there was nothing; nil for a text that was written elsewhere.
    package func closingText(
        _ kind: ClosingText, of id: String, in language: Language?, _ manuscript: Manuscript, seen: [UInt8]? = nil
    ) throws(Failure) -> Amendment {
        let (language, present) = try present(kind, of: id, in: language)
        let (discussion, facts) = try discussion(id)
        if let seen, seen != present ?? [] {
            throw Failure(
                "the \(kind.rawValue) of \(id) was changed by somebody else while you wrote",
                remedy: "Look at it, and put in what you changed once more.")
        }
        guard !manuscript.isEmpty else { throw Failure("the \(kind.rawValue) is empty", remedy: "Write the text.") }
        guard manuscript.title == nil, manuscript.questions == nil, manuscript.translation == nil else {
            throw Failure(
                "\(kind == .summary ? "a summary" : "an outcome") has no title, no questions and no original",
                remedy: "Take the front matter out of the file; a translation is added with "
                    + "`rostrum translate add \(id)/\(kind.rawValue) --to \(language)`.")
        }
        let path = "content/discussions/\(id)/\(kind.rawValue).\(language).md"
        var bytes = Self.withoutFrontMatter(manuscript.body)
        if let present {
            var file = try EditedFile(path: path, bytes: present)
            try file.setBody(file.hasFrontMatter ? manuscript.body : bytes)
            bytes = file.bytes
        }
        let change = Change.put(path: path, bytes: bytes, before: present.map { Change.hash($0) })
        return try amendment(
            kind.action, id, in: .discussion, id, room: facts.room, bytes == present ? [] : [change], facts: ["language": language.code],
            remarks: remarks(kind, discussion, language, isNew: present == nil), before: present.map { [path: $0] } ?? [:])
    }

    private func remarks(_ kind: ClosingText, _ discussion: Discussion, _ language: Language, isNew: Bool) -> [String] {
        let others = (kind == .summary ? discussion.summaries : discussion.outcomes).values.filter { $0.translation == nil }
        guard isNew, let other = others.first(where: { $0.language != language }) else { return [] }
        return [
            "There is one in \"\(other.language)\" already. If this is a translation of it, put it in place with "
                + "`rostrum translate add \(discussion.id)/\(kind.rawValue) --to \(language)` instead, so that it is told when the original "
                + "changes."
        ]
    }

    /// A text that can stand in a file by itself: one that begins with a line of hyphens would be read as front matter.
    static func withoutFrontMatter(_ body: [UInt8]) -> [UInt8] {
        body.starts(with: "---".utf8) ? [0x0A] + body : body
    }
}

import ContentStore
import Diagnostics
package import Model

/// A text of the forum with all its languages.
package struct TextVersions: Sendable {
    package let name: TextName
    /// By language.
    package let texts: [Language: Text]
    /// What it is called in lists: its own title, or that of its discussion.
    package let title: String
    /// The room that its discussion belongs to; nil for entries and pages.
    package let room: String?
    /// Languages in which it is wanted.
    package let wanted: [Language]

    /// Those that are no translations.
    package var originals: [Text] { texts.values.filter { $0.translation == nil }.sorted { $0.language < $1.language } }

    /// How far a language is.
    package enum State: String, Sendable, CaseIterable {
        case outdated, missing, done
    }

    /// Nil for a language that it is not wanted in and has not.
    package func state(_ language: Language) -> State? {
        guard let text = texts[language] else { return wanted.contains(language) ? .missing : nil }
        guard let translation = text.translation, let original = texts[translation.of] else { return .done }
        return translation.source == original.hash ? .done : .outdated
    }
}

extension ForumContent {
    /// Every text that can be translated: discussions first, the most recent of them first, each in its order; then the library; then pages.
    ///
    /// - Parameters:
    ///   - everything: whether every language of the forum is wanted of discussions, or those of their rooms.
    func versions(everything: Bool) -> [TextVersions] {
        let opens = { (discussion: Discussion) in discussion.facts.map { calendar.opening($0.opens) } ?? Instant(seconds: 0) }
        let discussions = content.discussions.filter { $0.facts != nil }.sorted { (opens($1), $1.id) < (opens($0), $0.id) }
        let date = { (entry: LibraryEntry) in entry.facts?.date.description ?? "" }
        let entries = content.entries.filter { $0.facts != nil }.sorted { (date($1), $0.id) < (date($0), $1.id) }
        return discussions.flatMap { versions(of: $0, everything: everything) }
            + entries.map { single(TextName(kind: .entry, id: $0.id, part: .index), $0.texts) }
            + content.pages.map { single(TextName(kind: .page, id: $0.id, part: .index), $0.texts) }
    }

    /// The texts of a discussion that stand.
    func versions(of discussion: Discussion, everything: Bool) -> [TextVersions] {
        guard let facts = discussion.facts else { return [] }
        let room = room(facts.room)
        let wanted = everything ? forum.languages : (room?.languages ?? []).filter { forum.languages.contains($0) }
        let title = discussion.title(in: room?.languages ?? [])
        let make = { (part: TextPart, texts: [Language: Text]) in
            TextVersions(
                name: TextName(kind: .discussion, id: discussion.id, part: part), texts: texts, title: title, room: facts.room,
                wanted: wanted)
        }
        let contributions = discussion.contributions.compactMap { contribution -> TextVersions? in
            guard case .posted(let posted) = contribution.content else { return nil }
            var texts = [posted.original.language: posted.original]
            for text in posted.translations { texts[text.language] = text }
            return make(.contribution(contribution.number), texts)
        }
        let closing = [make(.summary, discussion.summaries), make(.outcome, discussion.outcomes)].filter { !$0.texts.isEmpty }
        return [make(.index, discussion.opening)] + contributions + closing
    }

    private func single(_ name: TextName, _ texts: [Language: Text]) -> TextVersions {
        let title = texts[forum.defaultLanguage]?.title ?? texts.values.min { $0.language < $1.language }?.title ?? ""
        return TextVersions(name: name, texts: texts, title: title, room: nil, wanted: forum.languages)
    }

    /// One text. Throws where there is none, or it was withdrawn.
    func versions(_ name: TextName) throws(Failure) -> TextVersions {
        switch name.kind {
        case .discussion:
            let (discussion, _) = try standing(name.id)
            if case .contribution(let number) = name.part {
                guard let found = discussion.contributions.first(where: { Int($0.number) == Int(number) }) else {
                    throw missing(name, "discussion \(name.id) has no contribution \"\(number)\"")
                }
                guard case .posted = found.content else { throw Failure("contribution \(name.id)/\(found.number) was withdrawn") }
                let exact = TextName(kind: .discussion, id: name.id, part: .contribution(found.number))
                if let versions = versions(of: discussion, everything: true).first(where: { $0.name == exact }) { return versions }
            } else if let versions = versions(of: discussion, everything: true).first(where: { $0.name == name }) {
                return versions
            }
            throw missing(name, "discussion \(name.id) has no \(name.stem) yet")
        case .entry:
            guard let entry = entry(name.id) else { throw missing(name, "there is no library entry \"\(name.id)\"") }
            guard entry.facts != nil else { throw Failure("the library entry \"\(name.id)\" was withdrawn") }
            return single(name, entry.texts)
        case .page:
            guard let page = content.pages.first(where: { $0.id == name.id }) else {
                throw missing(name, "there is no page \"\(name.id)\"")
            }
            return single(name, page.texts)
        }
    }

    private func missing(_ name: TextName, _ what: String) -> Failure {
        let known =
            switch name.kind {
            case .discussion: [String]()
            case .entry: content.entries.map(\.id)
            case .page: content.pages.map(\.id)
            }
        let meant = Suggestion.nearest(to: name.id, among: known).map { "Did you mean \(name.kind.folderName)/\($0)? " } ?? ""
        return Failure(what, remedy: meant + "`rostrum translate list --all` names every text that there is.")
    }
}

import ContentStore
import Diagnostics
package import Markdown
package import Model

/// Resolves the links that authors write as relative paths to Markdown files.
///
/// A link leads to the text in the reader's language where there is one, else to the language that was linked; a contribution
/// is shown on its discussion's page in the reader's language where there is that page. An anchor must stand in the file that
/// was linked; in another language it is the heading with the same anchor, or at the same place of an outline with as many
/// headings, else the text as a whole.
package struct LinkResolver: Sendable {
    private let forum: Forum
    private let discussions: [String: Discussion]
    private let entries: [String: LibraryEntry]
    private let pages: [String: Page]
    private let calendar: ForumCalendar?
    private let now: Instant
    private let headings: @Sendable (String) -> [RenderedText.Heading]

    /// - Parameter headings: the headings of a text by its path from the forum's root.
    package init(content: Content, now: Instant, headings: @escaping @Sendable (String) -> [RenderedText.Heading]) {
        forum = content.forum
        discussions = Dictionary(content.discussions.map { ($0.id, $0) }) { first, _ in first }
        entries = Dictionary(content.entries.map { ($0.id, $0) }) { first, _ in first }
        pages = Dictionary(content.pages.map { ($0.id, $0) }) { first, _ in first }
        calendar = ForumCalendar(content.forum.timeZone)
        self.now = now
        self.headings = headings
    }

    /// Where `destination`, as written in the text at `path`, leads a reader of `language`.
    ///
    /// Whether it leads anywhere does not depend on the language.
    ///
    /// - Parameter explains: whether a fault says what was probably meant, which takes longer than finding that it is one.
    package func resolve(_ destination: String, in path: String, for language: Language, explains: Bool = true) throws(LinkFault)
        -> ResolvedLink
    {
        let own = path.split(separator: "/", omittingEmptySubsequences: false)
        let written = try WrittenLink(destination, in: own.dropLast())
        let parts = written.path ?? own
        guard let target = ContentPath(parts) else {
            throw LinkFault(
                .brokenLink, "there is no text \"\(destination)\"", hint: "link to a text of a discussion, library entry or page")
        }
        let link = Link(destination: destination, target: target, anchor: written.anchor, reader: language, explains: explains)
        try isOpen(target, anchor: written.anchor, from: ContentPath(own))
        if target.name.hasPrefix("files/") { return try attachment(link, from: path) }
        switch target.kind {
        case .discussion: return try discussion(link)
        case .entry:
            guard let entry = entries[target.id] else { throw link.missing("library entry", among: entries.keys) }
            return try single(link, .entry(target.id), entry.texts, isWithdrawn: entry.withdrawal != nil)
        case .page:
            guard let page = pages[target.id] else { throw link.missing("page", among: pages.keys) }
            return try single(link, .page(target.id), page.texts, isWithdrawn: false)
        }
    }

    /// Nothing leads into a discussion before it opens, but for what opens no earlier, and for links to the page that announces it.
    private func isOpen(_ target: ContentPath, anchor: String?, from own: ContentPath?) throws(LinkFault) {
        guard target.kind == .discussion, target.id != own?.id || own?.kind != .discussion else { return }
        guard let calendar, let facts = discussions[target.id]?.facts else { return }
        var moment = now
        if let own, own.kind == .discussion, let opens = discussions[own.id]?.facts?.opens { moment = max(now, calendar.opening(opens)) }
        guard calendar.opening(facts.opens) > moment else { return }
        if facts.announce, anchor == nil, target.name.hasPrefix("index.") { return }
        let why = facts.announce ? "only its title is shown until then" : "nothing of it is shown until then"
        throw LinkFault(.brokenLink, "discussion \(target.id) has not opened yet", hint: why, path: target.whole)
    }

    private func attachment(_ link: Link, from path: String) throws(LinkFault) -> ResolvedLink {
        let target = link.target
        let attachments: [Attachment]? =
            switch target.kind {
            case .discussion: discussions[target.id]?.attachments
            case .entry: entries[target.id]?.attachments
            case .page: pages[target.id]?.attachments
            }
        guard let attachments, attachments.contains(where: { $0.path == target.name }) else {
            let hint = link.explains ? Suggestion.hint(for: target.name, among: (attachments ?? []).map(\.path)) : nil
            throw LinkFault(.missingAttachment, "there is no file \"\(link.destination)\"", hint: hint, path: target.whole)
        }
        return ResolvedLink(
            target: .attachment(of: target.kind, id: target.id, path: target.name), part: .index, language: link.reader,
            textLanguage: link.reader, anchor: nil)
    }

    /// A link to an entry or a page, which have one text in each language.
    private func single(_ link: Link, _ target: ResolvedLink.Target, _ texts: [Language: Text], isWithdrawn: Bool) throws(LinkFault)
        -> ResolvedLink
    {
        if isWithdrawn {
            return ResolvedLink(target: target, part: .index, language: link.reader, textLanguage: link.reader, anchor: nil)
        }
        guard case .text(.index, let language) = ContentFileName(link.target.name, in: link.target.kind), let linked = texts[language]
        else {
            throw link.missingText(among: texts.values.map(\.path))
        }
        let shown = texts[link.reader] ?? linked
        let anchor = try anchor(link, linked: linked, shown: shown, part: .index)
        return ResolvedLink(target: target, part: .index, language: shown.language, textLanguage: shown.language, anchor: anchor)
    }

    private func discussion(_ link: Link) throws(LinkFault) -> ResolvedLink {
        let target = link.target
        guard let discussion = discussions[target.id] else { throw link.missing("discussion", among: discussions.keys) }
        if discussion.withdrawal != nil {
            return ResolvedLink(
                target: .discussion(target.id), part: .index, language: link.reader, textLanguage: link.reader, anchor: nil)
        }
        let name = ContentFileName(target.name, in: .discussion)
        if let number = name?.contributionNumber, discussion.isWithdrawn(number) {
            let page = page(of: discussion, link.reader, else: link.reader)
            return ResolvedLink(
                target: .discussion(target.id), part: .contribution(number), language: page, textLanguage: page,
                anchor: TextPart.contribution(number).anchor)
        }
        guard case .text(let part, let language) = name, let linked = discussion.text(part, language) else {
            throw link.missingText(among: discussion.paths)
        }
        let page = page(of: discussion, link.reader, else: language)
        let shown = discussion.text(part, page) ?? discussion.original(part) ?? linked
        let anchor = try anchor(link, linked: linked, shown: shown, part: part)
        return ResolvedLink(
            target: .discussion(target.id), part: part, language: page, textLanguage: shown.language, anchor: anchor)
    }

    /// The language of the discussion's page: the reader's, else that of the file that was linked, else the first of the forum
    /// in which there is one.
    private func page(of discussion: Discussion, _ reader: Language, else linked: Language) -> Language {
        let candidates = [reader, linked, forum.defaultLanguage] + forum.languages
        return candidates.first { discussion.opening[$0] != nil } ?? discussion.opening.keys.min() ?? reader
    }

    private func anchor(_ link: Link, linked: Text, shown: Text, part: TextPart) throws(LinkFault) -> String? {
        guard let wanted = link.anchor else { return part.anchor }
        let there = headings(linked.path)
        guard let place = there.firstIndex(where: { $0.anchor == wanted }) else {
            let meant = link.explains ? Suggestion.hint(for: wanted, among: there.map(\.anchor)) : nil
            let hint = meant ?? "this text has no such heading"
            throw LinkFault(.brokenAnchor, "there is no heading \"#\(wanted)\" in \(linked.path)", hint: hint, path: linked.path)
        }
        if shown.path == linked.path { return part.prefix + wanted }
        let here = headings(shown.path)
        if here.contains(where: { $0.anchor == wanted }) { return part.prefix + wanted }
        return here.count == there.count ? part.prefix + here[place].anchor : part.anchor
    }
}

import Access
import Files
import Markdown
import Model
import Search
import Theme

/// The documents of one index: what its audience may read, of the texts that are written in its language.
struct SearchDocuments {
    private let site: Site
    private let audience: Audience
    private let language: Language
    private let writing: Writing

    init(_ site: Site, _ entry: SearchPlan.Entry) {
        self.site = site
        audience = entry.audience
        language = entry.language
        writing = Writing(site, language, site.theme.renderer(for: language), for: audience, root: "")
    }

    /// In the order that INDEX.md of the target `Search` gives them.
    var all: [IndexDocument] {
        var all: [IndexDocument] = []
        if audience == .members {
            all += site.catalog.items.sorted { $0.entry.id < $1.entry.id }.compactMap(entry)
            all += site.catalog.pages.sorted { $0.id < $1.id }.compactMap(page)
        }
        for topic in topics {
            if let discussion = discussion(topic) { all.append(discussion) }
            guard topic.status != .announced else { continue }
            let title = shownTitle(topic)
            for contribution in topic.discussion.contributions {
                guard case .posted(let posted) = contribution.content, let text = text(of: posted) else { continue }
                all.append(self.contribution(contribution.number, posted, text, of: topic, title))
            }
        }
        return all
    }

    /// Tells the index from that of any other documents, without making them.
    ///
    /// - Parameter common: fingerprint of what goes into every page.
    func fingerprint(_ common: Fingerprint) -> Fingerprint {
        // Hashed at once: a large forum has some twenty pieces for each of thousands of texts.
        var pieces = ByteWriter()
        pieces.write(language.code)
        pieces.write(audience == .members ? "" : writing.guestsDiscussion ?? "")
        func add(_ text: Text?) {
            for word in [text?.path, text?.hash, text?.title] { pieces.write(word ?? "") }
        }
        func add(_ words: [String]) {
            pieces.write(list: words) { $0.write($1) }
        }
        if audience == .members {
            for item in site.catalog.items {
                add(item.entry.texts[language])
                pieces.write("\(item.facts)")
                add(item.entry.attachments.map(\.path))
            }
            for page in site.catalog.pages { add(page.texts[language]) }
        }
        for topic in topics {
            let (title, shown) = shownTitle(topic)
            for word in [topic.discussion.id, topic.status.rawValue, topic.facts.room, title, shown.code] { pieces.write(word) }
            pieces.write(topic.opens.daysSince1970)
            add(topic.facts.categories)
            pieces.write(topic.facts.proposedBy) { $0.write($1) }
            add(topic.discussion.opening[language])
            add(topic.discussion.summaries[language])
            add(topic.discussion.outcomes[language])
            for contribution in topic.discussion.contributions {
                guard case .posted(let posted) = contribution.content, let text = text(of: posted) else { continue }
                add(text)
                pieces.write(posted.date.daysSince1970)
                pieces.write(posted.role.rawValue)
                for word in [posted.member, posted.author, posted.position, posted.institution] { pieces.write(word) { $0.write($1) } }
                add(posted.attachments)
            }
        }
        var builder = Fingerprint.Builder()
        builder.add(common)
        builder.add(pieces.bytes)
        return builder.fingerprint
    }

    /// Those that the audience may read, by number.
    private var topics: [Catalog.Topic] {
        guard let own = writing.guestsDiscussion else { return site.catalog.topics.sorted { $0.discussion.id < $1.discussion.id } }
        return site.catalog.topicsByID[own].map { [site.catalog.topics[$0]] } ?? []
    }

    private func text(of posted: Contribution.Posted) -> Text? {
        let text = posted.text(in: language)
        return text.language == language ? text : nil
    }

    private func entry(_ item: Catalog.Item) -> IndexDocument? {
        guard let text = item.entry.texts[language] else { return nil }
        let kind: IndexDocument.Kind =
            switch item.facts.kind {
            case .practice: .practice
            case .tool: .tool
            case .methodology: .methodology
            case .experience: .experience
            }
        let more = item.entry.attachments.map(\.path).map(name) + item.facts.links.map(\.title)
        return IndexDocument(
            kind: kind, categories: item.facts.categories, members: item.facts.members, day: item.facts.date.daysSince1970,
            path: writing.url(.entry(item.entry.id)), title: text.title, byline: line(item.facts.members.map { writing.memberName($0).0 }),
            date: writing.date(item.facts.date).shown, text: plain([text], more: more))
    }

    private func page(_ page: Page) -> IndexDocument? {
        guard let text = page.texts[language] else { return nil }
        return IndexDocument(kind: .page, path: writing.url(.page(page.id)), title: text.title, text: plain([text]))
    }

    /// Nil where nothing of it is written in the language. A summary may be, where the opening note is not: then it stands under another language's title.
    private func discussion(_ topic: Catalog.Topic) -> IndexDocument? {
        let discussion = topic.discussion
        let announced = topic.status == .announced
        let opening = discussion.opening[language]
        let closing = announced ? [] : [discussion.summaries[language], discussion.outcomes[language]].compactMap { $0 }
        let texts = (opening.map { [$0] } ?? []) + closing
        guard !texts.isEmpty else { return nil }
        let (title, shown) = shownTitle(topic)
        return IndexDocument(
            kind: .discussion, room: announced ? nil : topic.facts.room, categories: topic.facts.categories,
            members: announced ? [] : topic.facts.proposedBy.map { [$0] } ?? [],
            day: topic.opens.daysSince1970, path: address(topic), title: "\(title) (\(discussion.id))",
            titleLanguage: shown == language ? nil : shown.code, titleCounts: shown == language, date: writing.date(topic.opens).shown,
            text: announced ? "" : plain(texts, questions: opening?.questions ?? []))
    }

    private func contribution(
        _ number: String, _ posted: Contribution.Posted, _ text: Text, of topic: Catalog.Topic, _ title: (title: String, language: Language)
    ) -> IndexDocument {
        let byline = writing.byline(posted)
        let parts = [byline.name, byline.position, byline.institution, byline.member?.title, byline.role].compactMap { $0 }
        return IndexDocument(
            kind: .contribution, room: topic.facts.room, categories: topic.facts.categories, members: posted.member.map { [$0] } ?? [],
            day: posted.date.daysSince1970, path: address(topic), anchor: "c\(number)", title: title.title,
            titleLanguage: title.language == language ? nil : title.language.code, titleCounts: false, byline: line(parts),
            date: writing.date(posted.date).shown, text: plain([text], more: posted.attachments.map(name)))
    }

    private func shownTitle(_ topic: Catalog.Topic) -> (title: String, language: Language) {
        let shown = site.language(for: language, among: topic.languages)
        return (topic.discussion.opening[shown]?.title ?? topic.discussion.id, shown)
    }

    private func address(_ topic: Catalog.Topic) -> String {
        writing.url(.discussion(topic.discussion.id), in: site.language(for: language, among: topic.languages))
    }

    private func plain(_ texts: [Text], questions: [String] = [], more: [String] = []) -> String {
        let bodies = texts.map { site.texts[$0.path]?.plain ?? "" }
        return ((bodies.first.map { [$0] } ?? []) + questions.map { $0 + "\n" } + bodies.dropFirst() + more.map { $0 + "\n" }).joined()
    }

    private func line(_ parts: [String]) -> String { parts.joined(separator: " · ") }

    private func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
}

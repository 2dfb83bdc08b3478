import Access
import Model
import Theme

extension Writing {
    /// What members see around a discussion.
    func around(_ topic: Catalog.Topic, _ thread: Thread) -> AroundView {
        let index = site.catalog.topicsByID[topic.discussion.id] ?? 0
        let contributors = Self.contributors(thread).map { author, posted, numbers in
            let elsewhere = site.surroundings.elsewhere(author, than: index).map { voice in
                contributionLink(voice.number, in: site.catalog.topics[voice.topic])
            }
            return AroundView.Contributor(
                name: byline(posted).name, member: posted.member.map(memberLink), here: numbers, elsewhere: elsewhere)
        }
        return AroundView(contributors: contributors, linked: linked(.discussion(topic.discussion.id)))
    }

    /// Who has taken part, in the order in which they began; moderators are not listed, nor those of whom neither name nor State is told.
    private static func contributors(_ thread: Thread) -> [(Surroundings.Author, Contribution.Posted, [String])] {
        var order: [Surroundings.Author] = []
        var found: [Surroundings.Author: (Contribution.Posted, [String])] = [:]
        for contribution in thread.contributions {
            guard let posted = contribution.posted, posted.role != .moderator else { continue }
            let author = Surroundings.Author(posted)
            guard author.name != nil || author.member != nil else { continue }
            if found[author] == nil { order.append(author) }
            found[author, default: (posted, [])].1.append(contribution.number)
        }
        return order.compactMap { author in found[author].map { (author, $0.0, $0.1) } }
    }

    /// The same for those who read a discussion in a book.
    func participants(_ thread: Thread) -> [Byline] { Self.contributors(thread).map { byline($0.1) } }

    /// What links to a discussion or entry, for members alone.
    func linked(_ subject: Subject) -> [TitledLink] {
        guard reader == .members else { return [] }
        return site.surroundings.sources(of: subject).compactMap { source in
            switch source {
            case .topic(let index, nil): topicLink(site.catalog.topics[index])
            case .topic(let index, let number?): contributionLink(number, in: site.catalog.topics[index])
            case .item(let index): itemLink(site.catalog.items[index])
            case .page(let id): pageLink(id)
            }
        }
    }

    /// A contribution by the title of its discussion and its number.
    private func contributionLink(_ number: String, in topic: Catalog.Topic) -> TitledLink {
        let link = topicLink(topic, anchor: "#c\(number)")
        return TitledLink(url: link.url, title: "\(link.title) · \(number)", foreign: link.foreign)
    }

    private func pageLink(_ id: String) -> TitledLink? {
        let languages = site.plan.languages(of: .page(id))
        guard !languages.isEmpty, let page = site.catalog.pages.first(where: { $0.id == id }) else { return nil }
        let shown = site.language(for: language, among: languages)
        return TitledLink(url: url(.page(id), in: shown), title: page.texts[shown]?.title ?? "", foreign: foreign(shown))
    }
}

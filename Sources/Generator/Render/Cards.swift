import Markdown
import Model
import Synchronization
import Theme

/// Finished cards, kept so that each is made once however many indexes show it. Shared by the threads of one build.
final class CardStore: Sendable {
    struct Key: Hashable {
        let thing: Listings.Thing
        let language: Language
        /// Cards of the home have shorter addresses, and show more.
        let home: Bool
    }

    private let cards = Mutex<[Key: [UInt8]]>([:])

    /// The card for `key`, made by `make` on its first use.
    func card(_ key: Key, _ make: () -> [UInt8]) -> Card {
        if let known = cards.withLock({ $0[key] }) { return Card(known) }
        let made = make()
        cards.withLock { $0[key] = made }
        return Card(made)
    }
}

extension Writing {
    func card(_ thing: Listings.Thing, from store: CardStore, home: Bool = false) -> Card {
        store.card(CardStore.Key(thing: thing, language: language, home: home)) {
            switch thing {
            case .topic(let index): render(topicCard(site.catalog.topics[index], questions: home))
            case .item(let index): render(itemCard(site.catalog.items[index]))
            case .voice(let index): render(voiceCard(site.catalog.voices[index]))
            }
        }
    }

    private func topicCard(_ topic: Catalog.Topic, questions: Bool) -> DiscussionCard {
        let shown = site.language(for: language, among: topic.languages)
        let announced = topic.status == .announced  // then nothing shows but title, categories and date
        let posted = topic.discussion.contributions.count { if case .posted = $0.content { true } else { false } }
        return DiscussionCard(
            link: topicLink(topic), number: topic.discussion.id, room: announced ? nil : roomLink(topic.facts.room),
            categories: categoryLinks(topic.facts.categories), status: statusMark(topic), opens: date(topic.opens),
            closes: announced ? nil : topic.facts.closes.map { date(lastDay($0)) },
            questions: questions && topic.status == .open ? topic.discussion.opening[shown]?.questions ?? [] : [],
            contributions: count(contributions: posted), announced: announced)
    }

    private func itemCard(_ item: Catalog.Item) -> EntryCard {
        let shown = site.language(for: language, among: item.languages)
        return EntryCard(
            link: itemLink(item), kind: strings.text(StringKey(one: item.facts.kind)), date: date(item.facts.date),
            categories: categoryLinks(item.facts.categories), members: item.facts.members.map(memberLink),
            excerpt: item.entry.texts[shown].flatMap { site.texts[$0.path]?.excerpt } ?? "")
    }

    private func voiceCard(_ voice: Catalog.Voice) -> ContributionCard {
        let topic = site.catalog.topics[voice.topic]
        let page = site.language(for: language, among: topic.languages)
        let text = voice.posted.text(in: language)
        return ContributionCard(
            url: url(.discussion(topic.discussion.id), in: page) + "#c\(voice.number)", byline: byline(voice.posted),
            date: date(voice.posted.date), discussion: topicLink(topic), excerpt: site.texts[text.path]?.excerpt ?? "",
            foreign: foreign(text.language))
    }

    /// "12 contributions", or that there are none.
    func count(contributions: Int) -> String {
        contributions == 0 ? strings.text(.noContributions) : strings.plural(.contributionCount, contributions)
    }
}

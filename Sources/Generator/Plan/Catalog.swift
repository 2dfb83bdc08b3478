import Access
import Model
import Statistics

/// The content in the orders in which pages list it, as of one moment. Made once a build; everything in it is a pure
/// function of the content and the time.
struct Catalog: Sendable {
    /// A discussion that may be named, with what time makes of it. A class, as are the two below, so that the many places
    /// that look at one do not copy it.
    final class Topic: Sendable {
        let discussion: Discussion
        let facts: Discussion.Facts
        let schedule: Schedule
        let status: Status
        /// The next time at which the status changes; nil when it never will.
        let nextChange: Instant?
        /// The day on which it opens.
        let opens: Day
        /// The languages its page exists in.
        let languages: Set<Language>
        /// Fingerprint of its folder.
        let digest: Fingerprint

        init(
            _ discussion: Discussion, _ facts: Discussion.Facts, _ schedule: Schedule, _ status: Status, nextChange: Instant?, opens: Day,
            languages: Set<Language>, digest: Fingerprint
        ) {
            self.discussion = discussion
            self.facts = facts
            self.schedule = schedule
            self.status = status
            self.nextChange = nextChange
            self.opens = opens
            self.languages = languages
            self.digest = digest
        }
    }

    /// A library entry that stands.
    final class Item: Sendable {
        let entry: LibraryEntry
        let facts: LibraryEntry.Facts
        let languages: Set<Language>
        let digest: Fingerprint

        init(_ entry: LibraryEntry, _ facts: LibraryEntry.Facts, languages: Set<Language>, digest: Fingerprint) {
            self.entry = entry
            self.facts = facts
            self.languages = languages
            self.digest = digest
        }
    }

    /// A contribution that stands, by the topic it belongs to.
    final class Voice: Sendable {
        /// Index in `topics`.
        let topic: Int
        let number: String
        let posted: Contribution.Posted

        init(topic: Int, number: String, posted: Contribution.Posted) {
            self.topic = topic
            self.number = number
            self.posted = posted
        }
    }

    let forum: Forum
    let calendar: ForumCalendar
    /// The time at which all of this is so.
    let now: Instant
    /// Newest first, by opening, then by identifier.
    let topics: [Topic]
    /// Newest first, by date, then by identifier.
    let items: [Item]
    /// Newest first, by date, then by discussion and number.
    let voices: [Voice]
    let pages: [Page]
    /// Withdrawn as a whole; their addresses keep a notice.
    let withdrawnDiscussions: [Discussion]
    let withdrawnEntries: [LibraryEntry]
    /// What the page of statistics says; nil where the forum has none.
    let statistics: StatisticsPage?
    /// The next time at which a status or the statistics change without any file changing; nil when none will.
    let nextChange: Instant?

    let topicsByID: [String: Int]
    let itemsByID: [String: Int]

    /// - Parameters:
    ///   - digests: fingerprints by the path of a folder, as in `content/library/fee-simulation`.
    ///   - states: see `StatisticsPage`.
    ///   - facts: see `StatisticsPage`.
    init(
        _ content: Content, calendar: ForumCalendar, now: Instant, digests: [String: Fingerprint], states: [String] = [],
        facts: PageFacts = .none
    ) {
        forum = content.forum
        self.calendar = calendar
        self.now = now
        pages = content.pages
        let rooms = Dictionary(content.forum.rooms.map { ($0.id, $0) }) { first, _ in first }
        let known = Set(content.forum.languages)
        let unknown = Fingerprint([])
        var changes: [Instant] = []
        var topics: [Topic] = []
        for discussion in content.discussions {
            guard discussion.withdrawal == nil, let facts = discussion.facts else { continue }
            let schedule = Schedule(facts, in: rooms[facts.room], calendar: calendar)
            let change = schedule.nextChange(after: now)
            if let change { changes.append(change) }
            let status = schedule.status(at: now)
            if status == .announced && !facts.announce { continue }
            topics.append(
                Topic(
                    discussion, facts, schedule, status, nextChange: change, opens: calendar.day(of: schedule.opens),
                    languages: known.intersection(discussion.opening.keys),
                    digest: digests["content/discussions/\(discussion.id)"] ?? unknown))
        }
        topics.sort { ($1.schedule.opens, $1.discussion.id) < ($0.schedule.opens, $0.discussion.id) }
        self.topics = topics
        statistics = StatisticsPage(content, calendar: calendar, now: now, states: states, facts: facts)
        nextChange = (changes + (statistics?.nextChange.map { [$0] } ?? [])).min()
        items = content.entries.compactMap { entry in
            guard entry.withdrawal == nil, let facts = entry.facts else { return nil }
            let digest = digests["content/library/\(entry.id)"] ?? unknown
            return Item(entry, facts, languages: known.intersection(entry.texts.keys), digest: digest)
        }.sorted { ($1.facts.date, $1.entry.id) < ($0.facts.date, $0.entry.id) }
        voices = topics.enumerated().flatMap { index, topic in
            topic.status == .announced
                ? []
                : topic.discussion.contributions.compactMap { contribution in
                    guard case .posted(let posted) = contribution.content else { return nil }
                    return Voice(topic: index, number: contribution.number, posted: posted)
                }
        }.sorted { a, b in
            if a.posted.date != b.posted.date { return b.posted.date < a.posted.date }
            let (first, second) = (topics[a.topic].discussion.id, topics[b.topic].discussion.id)
            return first != second ? second < first : b.number < a.number
        }
        withdrawnDiscussions = content.discussions.filter { $0.withdrawal != nil }
        withdrawnEntries = content.entries.filter { $0.withdrawal != nil }
        topicsByID = Dictionary(topics.enumerated().map { ($1.discussion.id, $0) }) { first, _ in first }
        itemsByID = Dictionary(items.enumerated().map { ($1.entry.id, $0) }) { first, _ in first }
    }
}

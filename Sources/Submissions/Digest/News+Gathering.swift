package import Model

extension News {
    /// - Parameters:
    ///   - content: all of it.
    ///   - now: decides what can be seen, and what is soon.
    ///   - days: when summaries and outcomes appeared.
    package init(_ content: Content, calendar: ForumCalendar, now: Instant, period: ClosedRange<Day>, days: ClosingDays) {
        let rooms = Dictionary(content.forum.rooms.map { ($0.id, $0) }) { first, _ in first }
        let today = calendar.day(of: now)
        var gathered = Gathered(period: period, today: today)
        for discussion in content.discussions where discussion.withdrawal == nil {
            guard let facts = discussion.facts else { continue }
            let schedule = Schedule(facts, in: rooms[facts.room], calendar: calendar)
            let status = schedule.status(at: now)
            if status == .announced && !facts.announce { continue }
            let last = { (end: Instant?) in end.map { calendar.day(of: Instant(seconds: $0.seconds - 1)) } }
            let topic = Topic(
                discussion: discussion, facts: facts, status: status, opens: calendar.day(of: schedule.opens),
                lastDay: last(schedule.span(at: now)?.until),
                ended: status == .closed ? last(schedule.spans.last { $0.from <= now }?.until) : nil)
            if status == .announced { gathered.takeAnnounced(topic) } else { gathered.take(topic, days) }
        }
        self.period = period
        opened = gathered.opened
        contributions = gathered.contributions
        replies = []
        corrected = gathered.corrected
        results = gathered.results
        entries = content.entries.filter { $0.withdrawal == nil && $0.facts.map { period.contains($0.date) } ?? false }
        closing = gathered.closing.sorted { ($0.lastDay, $0.topic.discussion.id) < ($1.lastDay, $1.topic.discussion.id) }
        opening = gathered.opening.sorted { ($0.opens, $0.discussion.id) < ($1.opens, $1.discussion.id) }
        unanswered = gathered.unanswered.sorted { ($1.topic.opens, $1.topic.discussion.id) < ($0.topic.opens, $0.topic.discussion.id) }
    }
}

/// What is found on the way through the discussions.
private struct Gathered {
    let period: ClosedRange<Day>
    let today: Day
    var opened: [News.Topic] = []
    var contributions: [News.Said] = []
    var corrected: [News.Said] = []
    var results: [News.Result] = []
    var closing: [News.Closing] = []
    var opening: [News.Topic] = []
    var unanswered: [News.Unanswered] = []

    mutating func takeAnnounced(_ topic: News.Topic) {
        if topic.opens.daysSince1970 - today.daysSince1970 <= News.soon { opening.append(topic) }
    }

    /// Takes what can be read of a discussion.
    mutating func take(_ topic: News.Topic, _ days: ClosingDays) {
        if period.contains(topic.opens) { opened.append(topic) }
        let posted = topic.discussion.contributions.compactMap { contribution -> (number: String, posted: Contribution.Posted)? in
            guard case .posted(let posted) = contribution.content else { return nil }
            return (contribution.number, posted)
        }
        let isNew = { [period] (posted: Contribution.Posted) in period.contains(max(posted.date, topic.opens)) }
        add(posted.filter { isNew($0.posted) }, of: topic, to: &contributions)
        add(posted.filter { !isNew($0.posted) && $0.posted.corrected.map(period.contains) ?? false }, of: topic, to: &corrected)
        for (isOutcome, texts) in [(false, topic.discussion.summaries), (true, topic.discussion.outcomes)] where !texts.isEmpty {
            guard let day = days.day(of: topic.discussion.id, isOutcome: isOutcome) ?? topic.ended, period.contains(max(day, topic.opens))
            else { continue }
            results.append(News.Result(topic: topic, isOutcome: isOutcome, texts: texts))
        }
        guard topic.status == .open else { return }
        if let end = topic.lastDay, end.daysSince1970 - today.daysSince1970 <= News.soon {
            closing.append(News.Closing(topic: topic, lastDay: end, left: end.daysSince1970 - today.daysSince1970))
        }
        let questions = topic.discussion.opening.values.map(\.questions.count).max() ?? 0
        let answered = Set(posted.compactMap(\.posted.question))
        let open = (1..<questions + 1).filter { !answered.contains($0) }
        // What has opened in the period stands above with all its questions.
        let isTold = posted.isEmpty && period.contains(topic.opens)
        if !isTold, !open.isEmpty || (questions == 0 && posted.isEmpty) {
            unanswered.append(News.Unanswered(topic: topic, questions: open))
        }
    }

    private func add(_ found: [(number: String, posted: Contribution.Posted)], of topic: News.Topic, to list: inout [News.Said]) {
        if !found.isEmpty { list.append(News.Said(topic: topic, contributions: found)) }
    }
}

import Access
import Model
import Theme

extension Writing {
    func discussion(_ id: String) -> Sheet {
        let crumbs = [TitledLink(url: url(.rooms), title: strings.text(.rooms))]
        guard let index = site.catalog.topicsByID[id] else { return withdrawnDiscussion(id, crumbs) }
        let topic = site.catalog.topics[index]
        let opening = topic.discussion.opening[language]
        if topic.status == .announced { return announcement(topic, crumbs) }
        // Guests see no title but this one.
        let others = reader == .members ? topic.facts.parallel : []
        let parallel = others.compactMap { site.catalog.topicsByID[$0] }.map { topicLink(site.catalog.topics[$0]) }
        let posted = topic.discussion.contributions.count { if case .posted = $0.content { true } else { false } }
        let room = roomLink(topic.facts.room)
        let view = DiscussionView(
            title: opening?.title ?? "", number: id, status: statusMark(topic), room: room,
            categories: categoryLinks(topic.facts.categories), opens: date(topic.opens),
            closes: topic.facts.closes.map { date(lastDay($0)) }, proposedBy: topic.facts.proposedBy.map(memberLink), parallel: parallel,
            announced: false, withdrawn: nil, contribute: formAddress(topic), opening: body(in: topic.discussion.opening, shown: language),
            questions: opening?.questions ?? [], summary: closing(topic.discussion.summaries), outcome: closing(topic.discussion.outcomes),
            count: count(contributions: posted), contributions: thread(topic))
        return Sheet(title: view.title, main: render(view), crumbs: crumbs + (room.map { [$0] } ?? []))
    }

    /// A discussion that has not opened: its title, its categories and the date.
    private func announcement(_ topic: Catalog.Topic, _ crumbs: [TitledLink]) -> Sheet {
        let view = DiscussionView(
            title: topic.discussion.opening[language]?.title ?? "", number: topic.discussion.id, status: statusMark(topic), room: nil,
            categories: categoryLinks(topic.facts.categories), opens: date(topic.opens), closes: nil, proposedBy: nil, parallel: [],
            announced: true, withdrawn: nil, contribute: nil, opening: nil, questions: [], summary: nil, outcome: nil, count: "",
            contributions: [])
        return Sheet(title: view.title, main: render(view), crumbs: crumbs)
    }

    private func withdrawnDiscussion(_ id: String, _ crumbs: [TitledLink]) -> Sheet {
        let withdrawal = site.catalog.withdrawnDiscussions.first { $0.id == id }?.withdrawal
        let title = id
        let view = DiscussionView(
            title: title, number: id, status: nil, room: nil, categories: [], opens: nil, closes: nil, proposedBy: nil, parallel: [],
            announced: false, withdrawn: withdrawal.map { sentence(.discussionWithdrawn, $0) }, contribute: nil, opening: nil,
            questions: [], summary: nil,
            outcome: nil, count: "",
            contributions: [])
        return Sheet(title: title, main: render(view), crumbs: crumbs)
    }

    /// A summary or outcome in the page's language, else in the language that its reader gets.
    private func closing(_ texts: [Language: Text]) -> Body? {
        texts.isEmpty ? nil : body(in: texts, shown: site.language(for: language, among: Set(texts.keys)))
    }

    /// That something was withdrawn, when, and at whose request.
    func sentence(_ what: StringKey, _ withdrawal: Withdrawal) -> String {
        let by: StringKey =
            switch withdrawal.requestedBy {
            case .author: .withdrawnByAuthor
            case .member: .withdrawnByMember
            case .moderator: .withdrawnByModerator
            }
        return words.sentences(strings.text(what, ["date": words.dates.day(withdrawal.date)]), strings.text(by))
    }

    /// The contributions that answer no other, in the order of their numbers, each with its replies below it.
    ///
    /// Replies deeper than `deepest` stand at that depth, each with its link to what it answers. A reply's number is
    /// higher than that of what it answers, so going backwards every reply is finished before what it belongs under.
    private func thread(_ topic: Catalog.Topic) -> [Card] {
        let deepest = 4
        let contributions = topic.discussion.contributions
        let numbers = Dictionary(contributions.enumerated().map { ($1.number, $0) }) { first, _ in first }
        var depths = [Int](repeating: 0, count: contributions.count)
        var parents = [Int?](repeating: nil, count: contributions.count)
        for (index, contribution) in contributions.enumerated() {
            guard case .posted(let posted) = contribution.content, let number = posted.replyTo else { continue }
            guard let answered = numbers[number], answered < index else { continue }
            parents[index] = depths[answered] < deepest ? answered : parents[answered]
            depths[index] = min(depths[answered] + 1, deepest)
        }
        var replies = [[Card]](repeating: [], count: contributions.count)
        var roots: [Card] = []
        for index in contributions.indices.reversed() {
            let card = Card(render(contribution(contributions[index], in: topic, replies: replies[index].reversed())))
            if let parent = parents[index] { replies[parent].append(card) } else { roots.append(card) }
            replies[index] = []
        }
        return roots.reversed()
    }

    private func contribution(_ contribution: Contribution, in topic: Catalog.Topic, replies: [Card]) -> ContributionView {
        switch contribution.content {
        case .withdrawn(let withdrawal):
            return ContributionView(
                id: "c\(contribution.number)", number: contribution.number, posted: nil,
                withdrawn: sentence(.contributionWithdrawn, withdrawal), replies: replies)
        case .posted(let posted):
            let text = posted.text(in: language)
            let body = body(text, original: text.translation == nil ? nil : posted.original)
            let folder = "content/discussions/\(topic.discussion.id)"
            let attachments = attachmentItems(posted.attachments, of: folder, among: topic.discussion.attachments)
            let shown = ContributionView.Posted(
                byline: byline(posted), note: posted.role == .moderator, date: date(posted.date), corrected: posted.corrected.map(date),
                question: posted.question.map { ("#q\($0)", strings.text(.onQuestion, ["number": words.numbers.text($0)])) },
                replyTo: posted.replyTo.map { ("#c\($0)", strings.text(.replyTo, ["number": $0])) },
                body: body, attachments: attachments, reply: formAddress(topic).map { "\($0)&reply-to=\(contribution.number)" })
            return ContributionView(
                id: "c\(contribution.number)", number: contribution.number, posted: shown, withdrawn: nil, replies: replies)
        }
    }

}

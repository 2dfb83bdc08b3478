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
        let thread = Thread(topic.discussion.contributions, mayFold: book == nil)
        let posted = thread.contributions.count { $0.posted != nil }
        let room = roomLink(topic.facts.room)
        let view = DiscussionView(
            title: opening?.title ?? "", number: id, status: statusMark(topic), room: room,
            categories: categoryLinks(topic.facts.categories), opens: date(topic.opens),
            closes: topic.facts.closes.map { date(lastDay($0)) }, proposedBy: topic.facts.proposedBy.map(memberLink), parallel: parallel,
            announced: false, withdrawn: nil, contribute: formAddress(topic),
            opening: body(in: topic.discussion.opening, shown: language, on: page(of: .discussion(id), "#background")),
            questions: questions(topic, thread), summary: closing(topic.discussion.summaries, on: page(of: .discussion(id), "#summary")),
            outcome: closing(topic.discussion.outcomes, on: page(of: .discussion(id), "#outcome")),
            count: count(contributions: posted), contributions: cards(thread, topic), guide: guide(thread),
            around: reader == .members && book == nil ? render(around(topic, thread)) : [],
            participants: book == nil ? [] : participants(thread),
            reading: readingScript(discussion: id))
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
    private func closing(_ texts: [Language: Text], on page: (Language) -> String?) -> Body? {
        texts.isEmpty ? nil : body(in: texts, shown: site.language(for: language, among: Set(texts.keys)), on: page)
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

    /// The guiding questions, each with what there is of it.
    private func questions(_ topic: Catalog.Topic, _ thread: Thread) -> [QuestionItem] {
        let form = formAddress(topic)
        return (topic.discussion.opening[language]?.questions ?? []).enumerated().map { index, text in
            let (number, answers) = (words.numbers.text(index + 1), thread.answers(index + 1))
            return QuestionItem(
                number: index + 1, shown: number, label: strings.text(.question, ["number": number]), text: text,
                form: form.map { "\($0)&question=\(index + 1)" }, isAnswered: !answers.isEmpty,
                answers: render(answersView(answers)))
        }
    }

    private func answersView(_ answers: [(number: String, posted: Contribution.Posted)]) -> AnswersView {
        let most = 5
        return AnswersView(
            answers: answers.map { number, posted in
                let member = posted.member.map { memberName($0).0 }
                return posted.author == nil && member != nil ? (number, member ?? "", nil) : (number, byline(posted).name, member)
            }, count: strings.plural(.answerCount, answers.count), isFolded: answers.count > most && book == nil)
    }

    private func guide(_ thread: Thread) -> ThreadGuide {
        let waiting = thread.waiting
        let label = strings.text(.waiting, ["count": words.numbers.text(waiting.count)])
        return ThreadGuide(
            newest: thread.newest.map { Self.anchor(thread.contributions[$0]) },
            waiting: waiting.first.map { (Self.anchor(thread.contributions[$0]), label) }, isLong: thread.isLong)
    }

    private static func anchor(_ contribution: Contribution) -> String { "c\(contribution.number)" }

    /// The contributions that answer no other, in the order of their numbers, each with its replies below it. Going backwards every reply is
    /// finished before what it belongs under.
    private func cards(_ thread: Thread, _ topic: Catalog.Topic) -> [Card] {
        var replies = [[Card]](repeating: [], count: thread.contributions.count)
        var roots: [Card] = []
        for index in thread.contributions.indices.reversed() {
            let card = Card(render(contribution(index, of: thread, in: topic, replies: replies[index].reversed())))
            if let parent = thread.parents[index] { replies[parent].append(card) } else { roots.append(card) }
            replies[index] = []
        }
        return roots.reversed()
    }

    private func contribution(_ index: Int, of thread: Thread, in topic: Catalog.Topic, replies: [Card]) -> ContributionView {
        let contribution = thread.contributions[index]
        let fold = thread.folds(index) ? strings.plural(.replyCount, thread.below[index]) : nil
        switch contribution.content {
        case .withdrawn(let withdrawal):
            return ContributionView(
                id: Self.anchor(contribution), number: contribution.number, posted: nil,
                withdrawn: sentence(.contributionWithdrawn, withdrawal), replies: replies, fold: fold)
        case .posted(let posted):
            let text = posted.text(in: language)
            let body = body(
                text, original: text.translation == nil ? nil : posted.original,
                on: page(of: .discussion(topic.discussion.id), "#" + Self.anchor(contribution)))
            let folder = "content/discussions/\(topic.discussion.id)"
            let attachments = attachmentItems(posted.attachments, of: folder, among: topic.discussion.attachments)
            let shown = ContributionView.Posted(
                byline: byline(posted), note: posted.role == .moderator, date: date(posted.date), corrected: posted.corrected.map(date),
                question: posted.question.map { ("#q\($0)", strings.text(.onQuestion, ["number": words.numbers.text($0)])) },
                replyTo: posted.replyTo.map { ("#c\($0)", strings.text(.replyTo, ["number": $0])) },
                body: body, attachments: attachments, reply: formAddress(topic).map { "\($0)&reply-to=\(contribution.number)" })
            return ContributionView(
                id: Self.anchor(contribution), number: contribution.number, posted: shown, withdrawn: nil, replies: replies, fold: fold,
                isWaiting: thread.waits(index), hasTools: hasTools)
        }
    }

}

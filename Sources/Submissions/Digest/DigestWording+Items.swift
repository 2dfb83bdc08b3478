import Model
import Theme

/// Discussions, contributions and entries, each as far as the forum lets mails tell of it.
extension DigestWording {
    /// - Parameters:
    ///   - details: what stands behind number and room.
    ///   - questions: numbers of guiding questions that are told, from 1.
    func item(
        _ topic: News.Topic, anchor: String? = nil, _ details: [String?], questions: [Int] = [], excerpt: DigestView.Excerpt? = nil,
        posts: [DigestView.Post] = [], more: String? = nil
    ) -> DigestView.Item {
        let isAnnounced = topic.status == .announced
        let url = isAnnounced ? nil : url(topic, anchor: anchor)
        let room = isAnnounced ? nil : room(topic)  // as on the site, which shows no more than title and date
        guard isOpen else {
            let name = strings.text(of: DigestString.discussion, ["number": number(topic.discussion.id)])
            return DigestView.Item(
                link: DigestView.Link(title: name, url: url), details: line([room] + details), posts: posts, more: more)
        }
        let shown = shown(among: known(topic.discussion.opening.keys))
        let text = topic.discussion.opening[shown]
        let title = OneLine.text(text?.title ?? topic.discussion.id, limit: DigestLimits.title)
        let told = questions.prefix(limits.questions).compactMap { number -> String? in
            guard let all = text?.questions, all.indices.contains(number - 1) else { return nil }
            return "\(number). " + OneLine.text(all[number - 1], limit: DigestLimits.question)
        }
        return DigestView.Item(
            link: DigestView.Link(title: title, url: url, tongue: tongue(shown)),
            details: line([named(shown), number(topic.discussion.id), room] + details + [told.isEmpty ? nil : note(text)]), questions: told,
            excerpt: excerpt, posts: posts, more: more)
    }

    /// How far a discussion is.
    func status(_ topic: News.Topic) -> String {
        switch topic.status {
        case .announced: strings.text(.announced, ["date": date(topic.opens)])
        case .open: topic.lastDay.map { strings.text(.openUntil, ["date": date($0)]) } ?? strings.text(.open)
        case .closed: strings.text(.closed)
        }
    }

    /// Contributions below their discussion.
    ///
    /// - Parameters:
    ///   - count: of all of them.
    ///   - corrected: whether they are told for having been corrected.
    func item(_ said: News.Said, count: String, corrected: Bool = false) -> DigestView.Item {
        let posts = said.contributions.prefix(limits.posts).map { post(said.topic, $0.number, $0.posted, corrected: corrected) }
        return item(said.topic, [count], posts: posts, more: more(said.contributions.count - posts.count))
    }

    private func post(_ topic: News.Topic, _ number: String, _ posted: Contribution.Posted, corrected: Bool) -> DigestView.Post {
        let url = url(topic, anchor: TextPart.contribution(number).anchor)
        let day = corrected ? posted.corrected.map { strings.text(of: DigestString.correctedOn, ["date": date($0)]) } : date(posted.date)
        guard isOpen else {
            let name = strings.text(of: DigestString.contribution, ["number": number])
            return DigestView.Post(link: DigestView.Link(title: name, url: url), details: line([day]))
        }
        let role = strings.text(StringKey(naming: posted.role))
        let text = posted.text(in: language)
        let details = [
            posted.member.map(state), posted.author == nil || posted.role == .participant ? nil : role, day,
            posted.question.map { strings.text(.onQuestion, ["number": words.numbers.text($0)]) },
            posted.replyTo.map { strings.text(.replyTo, ["number": $0]) }, corrected ? nil : named(text.language),
        ]
        let name = posted.author.map { OneLine.text($0, limit: DigestLimits.name) } ?? role
        return DigestView.Post(
            link: DigestView.Link(title: name, url: url), details: line(details), excerpt: corrected ? nil : excerpt(text))
    }

    func item(_ entry: LibraryEntry) -> DigestView.Item {
        let day = entry.facts.map { date($0.date) }
        guard isOpen else {
            let name = strings.text(of: DigestString.entry)
            return DigestView.Item(link: DigestView.Link(title: name, url: url(entry)), details: line([day]))
        }
        let shown = shown(among: known(entry.texts.keys))
        let text = entry.texts[shown]
        let title = OneLine.text(text?.title ?? entry.id, limit: DigestLimits.title)
        let kind = entry.facts.map { strings.text(StringKey(naming: $0.kind)) }
        let states = words.list((entry.facts?.members ?? []).prefix(6).map(state))
        return DigestView.Item(
            link: DigestView.Link(title: title, url: url(entry), tongue: tongue(shown)), details: line([named(shown), kind, states, day]),
            excerpt: excerpt(text))
    }

    /// That there is more; nil where there is not.
    func more(_ count: Int) -> String? { count > 0 ? strings.plural(of: DigestString.more, count) : nil }
}

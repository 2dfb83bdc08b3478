import Model
import Theme

/// The whole of a digest.
extension DigestWording {
    func view(_ news: News) -> DigestView {
        let counts = counts(news)
        let title = OneLine.text(title(forum.title), limit: 120)
        let period = words.dates.range(from: news.period.lowerBound, until: news.period.upperBound)
        let address = forum.contact ?? forum.submissionsAddress
        let stop = address.map { strings.text(of: DigestString.stop, ["address": $0]) } ?? strings.text(of: DigestString.stopAnswer)
        return DigestView(
            language: language.code, direction: language.isRightToLeft ? "rtl" : "ltr",
            title: strings.text(
                of: DigestString.subject, ["forum": title, "period": period, "count": words.list(Array(counts.prefix(3)))]),
            forum: title, address: forum.baseURL + language.code + "/", period: period, count: words.list(counts),
            notice: strings.text(of: isOpen ? DigestString.openNotice : .closedNotice), sections: sections(news),
            footer: [strings.text(of: DigestString.why), stop])
    }

    /// The paths of the texts that `view(_:)` shows the beginnings of.
    func texts(_ news: News) -> Set<String> {
        let posts = [news.replies, news.contributions].flatMap { $0.prefix(limits.items) }
            .flatMap { $0.contributions.prefix(limits.posts) }.map { $0.posted.text(in: language).path }
        let results = news.results.prefix(limits.items).compactMap { $0.texts[shown(among: $0.texts.keys)]?.path }
        let entries = news.entries.prefix(limits.items).compactMap { $0.texts[shown(among: known($0.texts.keys))]?.path }
        return Set(posts + results + entries)
    }

    /// How much of each thing there is, of those that there are.
    private func counts(_ news: News) -> [String] {
        let posts = { (said: [News.Said]) in said.reduce(0) { $0 + $1.contributions.count } }
        let answers = posts(news.replies)
        let parts: [(Int, (Int) -> String)] = [
            (news.opened.count, { strings.plural(of: DigestString.openedCount, $0) }),
            (posts(news.contributions) + answers, { strings.plural(.contributionCount, $0) }),
            (answers, { strings.plural(of: DigestString.replyCount, $0) }),
            (news.entries.count, { strings.plural(.entryCount, $0) }),
            (news.results.count, { strings.plural(of: DigestString.resultCount, $0) }),
            (posts(news.corrected), { strings.plural(of: DigestString.correctedCount, $0) }),
        ]
        return parts.compactMap { count, said in count > 0 ? said(count) : nil }
    }

    private func sections(_ news: News) -> [DigestView.Section] {
        [
            section(.replies, news.replies) { said in
                item(said, count: strings.plural(of: DigestString.replyCount, said.contributions.count))
            },
            section(.opened, news.opened) { topic in
                let count = topic.questions
                let told = isOpen || count == 0 ? nil : strings.plural(of: DigestString.questionCount, count)
                return item(topic, [status(topic), told], questions: Array(1..<count + 1))
            },
            section(.contributions, news.contributions) { said in
                item(said, count: strings.plural(.contributionCount, said.contributions.count))
            },
            section(.results, news.results, result),
            section(.corrected, news.corrected) { said in
                let count = strings.plural(of: DigestString.correctedCount, said.contributions.count)
                return item(said, count: count, corrected: true)
            },
            section(.entries, news.entries) { item($0) },
            section(.closing, news.closing) { closing in
                let left =
                    closing.left > 0
                    ? strings.plural(of: DigestString.daysLeft, closing.left) : strings.text(of: DigestString.lastDay)
                return item(closing.topic, [strings.text(.openUntil, ["date": date(closing.lastDay)]), left])
            },
            section(.opening, news.opening) { item($0, [status($0)]) },
            section(.unanswered, news.unanswered, unanswered),
        ].compactMap { $0 }
    }

    private func result(_ result: News.Result) -> DigestView.Item {
        let text = result.texts[shown(among: result.texts.keys)]
        let part: TextPart = result.isOutcome ? .outcome : .summary
        let name = strings.text(of: result.isOutcome ? DigestString.outcome : .summary)
        // The page's title may be in another language than the text: each says its own.
        let language = isOpen ? text.flatMap { named($0.language) } : nil
        return item(result.topic, anchor: part.anchor, [name, language], excerpt: excerpt(text))
    }

    private func unanswered(_ waiting: News.Unanswered) -> DigestView.Item {
        let count = waiting.questions.count
        let isSilent = waiting.topic.discussion.contributions.isEmpty
        return item(
            waiting.topic,
            [
                isOpen || count == 0 ? nil : strings.plural(of: DigestString.unansweredCount, count),
                isSilent ? strings.text(.noContributions) : nil,
            ], questions: waiting.questions)
    }

    /// Things below a heading; nil where there are none.
    private func section<Thing>(
        _ heading: DigestString, _ things: [Thing], _ item: (Thing) -> DigestView.Item
    ) -> DigestView.Section? {
        guard !things.isEmpty else { return nil }
        let items = things.prefix(limits.items).map(item)
        return DigestView.Section(heading: strings.text(of: heading), items: items, more: more(things.count - items.count))
    }
}

extension News.Topic {
    /// How many guiding questions it has.
    var questions: Int { discussion.opening.values.map(\.questions.count).max() ?? 0 }
}

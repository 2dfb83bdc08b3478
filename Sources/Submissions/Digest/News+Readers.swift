import Model

/// What is told to some readers only, and what is not.
extension News {
    /// The same for a State: contributions that answer one of its own stand apart.
    package func told(to member: String) -> News {
        var (others, replies): ([Said], [Said]) = ([], [])
        for said in contributions {
            let own = said.topic.contributionsOf(member)
            let isReply = { (posted: Contribution.Posted) in posted.member != member && posted.replyTo.map(own.contains) ?? false }
            let (to, rest) = (said.contributions.filter { isReply($0.posted) }, said.contributions.filter { !isReply($0.posted) })
            if !to.isEmpty { replies.append(Said(topic: said.topic, contributions: to)) }
            if !rest.isEmpty { others.append(Said(topic: said.topic, contributions: rest)) }
        }
        return with(contributions: others, replies: replies)
    }

    /// The same for guests, who may know of nothing but the discussions that they were invited to.
    package func told(toGuestsOf discussions: Set<String>) -> News {
        let own = { (topic: Topic) in discussions.contains(topic.discussion.id) && topic.facts.guests }
        return News(
            period: period, opened: opened.filter(own), contributions: contributions.filter { own($0.topic) },
            replies: replies.filter { own($0.topic) }, corrected: corrected.filter { own($0.topic) },
            results: results.filter { own($0.topic) }, entries: [], closing: closing.filter { own($0.topic) },
            opening: opening.filter(own), unanswered: unanswered.filter { own($0.topic) })
    }

    private func with(contributions: [Said], replies: [Said]) -> News {
        News(
            period: period, opened: opened, contributions: contributions, replies: replies, corrected: corrected, results: results,
            entries: entries, closing: closing, opening: opening, unanswered: unanswered)
    }
}

extension News.Topic {
    /// The numbers of what a State has written here.
    fileprivate func contributionsOf(_ member: String) -> Set<String> {
        Set(
            discussion.contributions.compactMap { contribution in
                guard case .posted(let posted) = contribution.content, posted.member == member else { return nil }
                return contribution.number
            })
    }
}

package import Model

extension Usage {
    /// Counts.
    ///
    /// - Parameters:
    ///   - now: what came after it does not count.
    ///   - members: the codes of the forum's members.
    ///   - regions: regions by member's code.
    ///   - office: nil for what everybody may see; then contributions without a member's name have none.
    package init(
        _ content: Content, period: Period, calendar: ForumCalendar, now: Instant, members: [String], regions: [String: String],
        office: OfficeFacts?
    ) {
        let forum = content.forum
        let begins = calendar.start(of: period.from)
        let end = min(calendar.closing(.day(period.to)), now)
        let ends = min(calendar.closing(.day(period.to)), Instant(seconds: now.seconds + 1))
        let all = Voices(content, until: min(period.to, calendar.day(of: now)), members: office?.members ?? [:])
        let voices = all.contributions.filter { period.contains($0.day) }
        self.period = period
        self.now = now
        total = Tally(voices)
        notes = all.notes.count { period.contains($0.day) }
        roles = Breakdown(voices, keys: [.participant, .guest, .staff], name: \.rawValue) { [$0.role] }
        origins = Breakdown(voices, keys: [], name: \.name) { [$0.origin] }
        self.regions = .regions(voices, members: members, regions: regions)
        rooms = Breakdown(voices, keys: forum.rooms.map(\.id), name: \.self) { [$0.room] }
        categories = Breakdown(voices, keys: forum.categories.map(\.id), name: \.self) { Array(Set($0.categories)) }
        months = Breakdown(voices, keys: period.months, name: \.description) { [Month($0.day)] }
        languages = LanguageUse.all(content, voices, period)
        let schedule = { (facts: Discussion.Facts) in calendar.day(of: calendar.opening(facts.opens)) }
        let byDiscussion = Dictionary(grouping: all.contributions, by: \.discussion)
        discussions = content.discussions.compactMap { discussion -> DiscussionUse? in
            guard discussion.withdrawal == nil, let facts = discussion.facts, calendar.opening(facts.opens) < ends else { return nil }
            let use = DiscussionUse(
                discussion, facts, voices: byDiscussion[discussion.id] ?? [], period: period, calendar: calendar, end: end)
            return use.closes.map { $0 >= period.from } ?? true ? use : nil
        }
        openings = Dictionary(grouping: discussions.filter { period.contains($0.opens) }, by: \.room).mapValues(\.count)
        library = LibraryUse(content, period)
        let heard = Heard(content, all.contributions, office: office, calendar: calendar, ends: ends)
        self.members = members.sorted().map { code in
            let last = heard.last(code)
            return MemberUse(
                code: code, region: regions[code], tally: Tally(voices.filter { $0.origin == .of(code) }),
                proposals: content.discussions.count { discussion in
                    guard discussion.withdrawal == nil, let facts = discussion.facts, facts.proposedBy == code else { return false }
                    return period.contains(schedule(facts)) && calendar.opening(facts.opens) < ends
                },
                entries: LibraryUse.standing(content).count { $0.facts.members.contains(code) && period.contains($0.facts.date) },
                lastHeard: last, isHeard: last.map { period.contains($0) } ?? false)
        }
        withdrawn = content.withdrawals.count { period.contains($0.date) }
        self.office = office.map { OfficeUse($0, content, begins: begins, ends: ends) }
        currency = forum.costs?.currency
    }
}

extension Content {
    /// Everything that was withdrawn.
    fileprivate var withdrawals: [Withdrawal] {
        let contributions = discussions.flatMap(\.contributions).compactMap { contribution -> Withdrawal? in
            if case .withdrawn(let withdrawal) = contribution.content { withdrawal } else { nil }
        }
        return contributions + discussions.compactMap(\.withdrawal) + entries.compactMap(\.withdrawal)
    }
}

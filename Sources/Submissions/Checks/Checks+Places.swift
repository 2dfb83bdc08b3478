import Check
import Model

/// What a submission says that it belongs to: it must be there, and open.
extension Checks {
    func checkPlaces(_ matter: CheckedMatter, _ list: inout RemarkList) {
        let submission = matter.submission
        let moment = matter.received ?? now
        if submission.kind != .removal { checkDiscussion(submission, at: moment, &list) }
        checkRoom(submission, at: moment, &list)
        checkCategories(submission, &list)
        for code in [submission.author.member].compactMap({ $0 }) + submission.members where !isMember(code) {
            list.add(.unknownMember, ["member": code].merging(members.values(near: code)) { own, _ in own })
        }
        if submission.kind == .removal, let target = submission.target { checkTarget(target, of: submission, &list) }
    }

    /// What is to go must be there, and the request come from those for whom it was posted.
    private func checkTarget(_ target: String, of submission: Submission, _ list: inout RemarkList) {
        guard isThere(target) else {
            list.add(.unknownTarget, ["target": target])
            return
        }
        let parts = target.split(separator: "/").map(String.init)
        let discussion = content.discussions.first { $0.id == parts.first }
        var owner = parts.count == 1 ? discussion?.facts?.proposedBy : nil
        if parts.count == 2, case .posted(let posted) = discussion?.contributions.first(where: { $0.number == parts[1] })?.content {
            owner = posted.member
        }
        if let owner, owner != submission.author.member { list.add(.removalByAnother, ["target": target, "member": owner]) }
    }

    private func checkDiscussion(_ submission: Submission, at moment: Instant, _ list: inout RemarkList) {
        guard let id = submission.discussion else { return }
        guard let discussion = content.discussions.first(where: { $0.id == id }) else {
            list.add(.unknownDiscussion, ["discussion": id].merging(discussions.values(near: id)) { own, _ in own })
            return
        }
        guard let facts = discussion.facts, discussion.withdrawal == nil else {
            list.add(.withdrawnDiscussion, ["discussion": id])
            return
        }
        checkOpening(facts, id, submission.kind, at: moment, &list)
        if submission.kind == .invitation, !facts.guests { list.add(.takesNoGuests, ["discussion": id]) }
        if let number = submission.replyTo, !discussion.contributions.contains(where: { $0.number == number }) {
            list.add(.replyToNothing, ["number": number, "discussion": id])
        }
        let questions = discussion.opening.values.map(\.questions.count).max() ?? 0
        if let number = submission.question, number > questions {
            list.add(.questionOutOfRange, ["number": String(number), "count": String(questions)])
        }
    }

    private func checkOpening(
        _ facts: Discussion.Facts, _ id: String, _ kind: SubmissionKind?, at moment: Instant, _ list: inout RemarkList
    ) {
        guard let calendar else { return }
        let room = content.forum.rooms.first { $0.id == facts.room }
        let schedule = Schedule(facts, in: room, calendar: calendar)
        if schedule.status(at: now) == .announced {
            checkAnnounced(facts, id, kind, calendar, &list)
        } else if schedule.status(at: now) == .closed, schedule.status(at: moment) != .open {
            if let closing = facts.closes.map({ calendar.closing($0) }), closing <= now {
                let last = calendar.day(of: Instant(seconds: closing.seconds - 1))
                list.add(.closedDiscussion, ["discussion": id, "date": last.description])
            } else {
                list.add(.closedRoom, ["room": facts.room])
            }
        }
    }

    private func checkAnnounced(
        _ facts: Discussion.Facts, _ id: String, _ kind: SubmissionKind?, _ calendar: ForumCalendar, _ list: inout RemarkList
    ) {
        if kind == .invitation { return }
        if facts.announce {
            list.add(.discussionNotOpen, ["discussion": id, "date": calendar.day(of: calendar.opening(facts.opens)).description])
        } else {
            // Of such a discussion nobody is told, not even that there will be one.
            list.add(.unknownDiscussion, ["discussion": id].merging(discussions.values(near: id)) { own, _ in own })
        }
    }

    /// Whether readers are told that there is a discussion.
    func isKnown(_ facts: Discussion.Facts) -> Bool {
        guard !facts.announce, let calendar else { return true }
        let room = content.forum.rooms.first { $0.id == facts.room }
        return Schedule(facts, in: room, calendar: calendar).status(at: now) != .announced
    }

    /// A topic may be proposed while its room pauses, but not to a room that never opens again.
    private func checkRoom(_ submission: Submission, at moment: Instant, _ list: inout RemarkList) {
        guard let id = submission.room else { return }
        guard let room = content.forum.rooms.first(where: { $0.id == id }) else {
            list.add(.unknownRoom, ["room": id].merging(rooms.values(near: id)) { own, _ in own })
            return
        }
        guard submission.kind == .topic, let calendar, case .periods(let periods) = room.opening else { return }
        if periods.allSatisfy({ calendar.closing(.day($0.until)) <= moment }) { list.add(.closedRoom, ["room": id]) }
    }

    private func checkCategories(_ submission: Submission, _ list: inout RemarkList) {
        let room = submission.kind == .topic ? content.forum.rooms.first { $0.id == submission.room } : nil
        for id in submission.categories {
            if !content.forum.categories.contains(where: { $0.id == id }) {
                list.add(.unknownCategory, ["category": id].merging(categories.values(near: id)) { own, _ in own })
            } else if let room, let held = room.categories, !held.contains(id) {
                list.add(.categoryOutsideRoom, ["category": id, "room": room.id])
            }
        }
    }

    /// Whether a code stands in the forum's list of members, or, where all States are, in the theme's.
    func isListedMember(_ code: String) -> Bool {
        switch content.forum.members {
        case .all: vocabulary?.states.contains(code) ?? false
        case .some(let members): members.contains { $0.code == code }
        }
    }

    /// Whether a member of that code takes part.
    func isMember(_ code: String) -> Bool {
        guard content.forum.members.member(code) != nil else { return false }
        if case .all = content.forum.members, let vocabulary { return vocabulary.states.contains(code) }
        return true
    }

    /// Whether something of that name is published and not withdrawn yet.
    private func isThere(_ target: String) -> Bool {
        let parts = target.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if let discussion = content.discussions.first(where: { $0.id == parts[0] && $0.withdrawal == nil }) {
            guard parts.count == 2 else { return parts.count == 1 }
            return discussion.contributions.contains { contribution in
                guard case .posted = contribution.content else { return false }
                return contribution.number == parts[1]
            }
        }
        let entry = parts.count == 2 && parts[0] == "library" ? parts[1] : parts.count == 1 ? parts[0] : nil
        return content.entries.contains { $0.id == entry && $0.withdrawal == nil }
    }
}

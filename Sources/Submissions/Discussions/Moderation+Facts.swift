import Diagnostics
import Model

extension Moderation {
    /// `discussion.yaml` with what is changed in it, and the names of the keys that are.
    func editedFacts(
        _ path: String, _ present: [UInt8], _ facts: Discussion.Facts, _ edit: DiscussionEdit, _ discussion: Discussion
    ) throws(Failure) -> (bytes: [UInt8], keys: [String]) {
        var file = try EditedFile(path: path, bytes: present)
        var keys: [String] = []
        if let categories = edit.categories, categories != facts.categories {
            try requireCategories(categories)
            try file.set("categories", .list(categories))
            keys.append("categories")
        }
        if let opens = edit.opens, opens != facts.opens {
            try requireBefore(discussion, opens)
            try file.set("opens", .plain(opens.words))
            keys.append("opens")
        }
        if let closes = edit.closes, closes != facts.closes {
            try file.set("closes", .plain(closes.words), below: ["opens"])
            keys.append("closes")
        }
        if edit.opens != nil || edit.closes != nil {
            try requireOrder(opens: edit.opens ?? facts.opens, closes: edit.closes ?? facts.closes)
        }
        if let guests = edit.guests, guests != facts.guests {
            try file.set("guests", .plain("\(guests)"), below: ["proposed-by", "closes", "opens"])
            keys.append("guests")
        }
        if let parallel = edit.parallel, parallel != facts.parallel {
            try requireParallel(parallel, to: discussion.id)
            try file.set("parallel", .list(parallel), below: ["guests", "proposed-by", "closes", "opens"])
            keys.append("parallel")
        }
        if let announced = edit.announced, announced != facts.announce {
            try file.set("announce", .plain("\(announced)"))
            keys.append("announce")
        }
        return (file.bytes, keys)
    }

    /// A discussion cannot open later than somebody has written in it.
    private func requireBefore(_ discussion: Discussion, _ opens: Moment) throws(Failure) {
        let first = discussion.contributions.compactMap { contribution -> Day? in
            if case .posted(let posted) = contribution.content { posted.date } else { nil }
        }.min()
        guard let first, content.day(of: opens) > first else { return }
        throw Failure(
            "discussion \(discussion.id) has contributions from \(first) on, and would open on \(opens.words) only",
            remedy: "Give \(first) or an earlier day with --opens.")
    }

    func remarks(_ facts: Discussion.Facts, _ edit: DiscussionEdit) -> [String] {
        var remarks: [String] = []
        if edit.guests == false, facts.guests { remarks.append("Guests who were invited to it cannot read it any more.") }
        guard edit.opens != nil || edit.closes != nil, let room = content.room(facts.room) else { return remarks }
        let new = Discussion.Facts(
            room: facts.room, categories: facts.categories, opens: edit.opens ?? facts.opens, closes: edit.closes ?? facts.closes)
        if let closed = content.closure(of: room, for: new) { remarks.append(closed) }
        return remarks
    }
}

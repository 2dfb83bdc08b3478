import Model

/// What the office did in the period.
package struct OfficeUse: Sendable {
    /// Over all submissions.
    package let times: DecisionTimes
    /// By room, in forum.yaml's order, with those of no room under nil where there are any.
    package let rooms: [(room: String?, times: DecisionTimes)]
    /// In the order of their names.
    package let moderators: [ModeratorUse]
    /// What came in.
    package let kinds: [ReceivedKind]

    /// - Parameters:
    ///   - begins: the period's first second.
    ///   - ends: the first second after it, or after now.
    init(_ facts: OfficeFacts, _ content: Content, begins: Instant, ends: Instant) {
        let receipts = facts.receipts
        let rooms = content.forum.rooms.map(\.id)
        let ofDiscussions = Dictionary(content.discussions.compactMap { one in one.facts.map { (one.id, $0.room) } }) { first, _ in first }
        let byRoom = Dictionary(grouping: receipts) { receipt -> String? in
            let room = receipt.discussion.flatMap { ofDiscussions[$0] } ?? receipt.room
            return room.flatMap { rooms.contains($0) ? $0 : nil }
        }
        let times = { (own: [Receipt]) in DecisionTimes(own, begins: begins, ends: ends) }
        self.times = times(receipts)
        self.rooms = rooms.map { ($0, times(byRoom[$0] ?? [])) } + (byRoom[nil].map { [(nil, times($0))] } ?? [])
        moderators = ModeratorUse.all(receipts, begins: begins, ends: ends)
        kinds = ReceivedKind.all(receipts, begins: begins, ends: ends)
    }
}

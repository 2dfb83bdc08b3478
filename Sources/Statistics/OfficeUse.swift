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
    init(_ facts: OfficeFacts, rooms: [String], begins: Instant, ends: Instant) {
        let receipts = facts.receipts
        let times = { (own: [Receipt]) in DecisionTimes(own, begins: begins, ends: ends) }
        self.times = times(receipts)
        let others = receipts.filter { $0.room.map { !rooms.contains($0) } ?? true }
        self.rooms =
            rooms.map { room in (room, times(receipts.filter { $0.room == room })) } + (others.isEmpty ? [] : [(nil, times(others))])
        moderators = ModeratorUse.all(receipts, begins: begins, ends: ends)
        kinds = ReceivedKind.all(receipts, begins: begins, ends: ends)
    }
}

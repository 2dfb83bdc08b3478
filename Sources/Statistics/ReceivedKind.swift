import Model

/// What came in of one kind in the period, and what has become of it by its end.
package struct ReceivedKind: Sendable, Hashable {
    /// `contribution`, `topic`, `practice` …; nil where nobody says, and for what was purged.
    package let kind: String?
    package let received: Int
    package let approved: Int
    package let returned: Int
    package let rejected: Int
    package let waiting: Int

    /// In the order of their names, what has none last.
    static func all(_ receipts: [Receipt], begins: Instant, ends: Instant) -> [ReceivedKind] {
        let own = receipts.filter { $0.rounds.first.map { begins <= $0.received && $0.received < ends } ?? false }
        return Dictionary(grouping: own, by: \.kind).map { kind, own in
            let verdicts = own.map { receipt in
                receipt.rounds.last { $0.received < ends }?.decision.flatMap { $0.time < ends ? $0.verdict : nil }
            }
            let count = { (verdict: Receipt.Verdict?) in verdicts.count { $0 == verdict } }
            return ReceivedKind(
                kind: kind, received: own.count, approved: count(.approved), returned: count(.returned), rejected: count(.rejected),
                waiting: count(nil))
        }.sorted { ($0.kind == nil ? 1 : 0, $0.kind ?? "") < ($1.kind == nil ? 1 : 0, $1.kind ?? "") }
    }
}

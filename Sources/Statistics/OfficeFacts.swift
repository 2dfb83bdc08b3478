package import Model

/// What the office knows that the content does not say, handed in as plain values. It names members even where readers are not told of them,
/// so nothing of it but times and numbers belongs on a page.
package struct OfficeFacts: Sendable, Hashable {
    /// Everything that came in.
    package let receipts: [Receipt]

    package init(receipts: [Receipt]) {
        self.receipts = receipts
    }

    /// The members of those who are published without a member's name, by place: `2026-014/0007`.
    var members: [String: String] {
        var members: [String: String] = [:]
        for receipt in receipts { if let place = receipt.place, let member = receipt.member { members[place] = member } }
        return members
    }
}

extension OfficeFacts {
    /// What it knew at a moment; nil where nothing had come in.
    package func before(_ moment: Instant) -> OfficeFacts? {
        let known = receipts.compactMap { receipt -> Receipt? in
            let rounds = receipt.rounds.filter { $0.received < moment }.map { round in
                Receipt.Round(received: round.received, decision: round.decision.flatMap { $0.time < moment ? $0 : nil })
            }
            guard !rounds.isEmpty else { return nil }
            return Receipt(
                kind: receipt.kind, discussion: receipt.discussion, room: receipt.room, language: receipt.language, member: receipt.member,
                place: receipt.place, rounds: rounds)
        }
        return known.isEmpty ? nil : OfficeFacts(receipts: known)
    }

    /// The same without members, places and moderators: times, and what they belong to.
    var anonymous: OfficeFacts {
        OfficeFacts(
            receipts: receipts.map { receipt in
                Receipt(
                    kind: receipt.kind, discussion: receipt.discussion, room: receipt.room, language: receipt.language, member: nil,
                    place: nil,
                    rounds: receipt.rounds.map { round in
                        let decision = round.decision.map { Receipt.Decision(time: $0.time, by: "", verdict: $0.verdict) }
                        return Receipt.Round(received: round.received, decision: decision)
                    })
            })
    }
}

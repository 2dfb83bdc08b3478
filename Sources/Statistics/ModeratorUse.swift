import Model

/// What a moderator decided in the period.
package struct ModeratorUse: Sendable, Hashable {
    /// As the log names them.
    package let name: String
    package let approved: Int
    package let returned: Int
    package let rejected: Int

    /// All decisions.
    package var decisions: Int { approved + returned + rejected }

    /// Each moderator who decided something, in the order of their names.
    static func all(_ receipts: [Receipt], begins: Instant, ends: Instant) -> [ModeratorUse] {
        let decisions = receipts.flatMap(\.rounds).compactMap(\.decision).filter { begins <= $0.time && $0.time < ends }
        return Dictionary(grouping: decisions, by: \.by).map { name, own in
            let count = { (verdict: Receipt.Verdict) in own.count { $0.verdict == verdict } }
            return ModeratorUse(name: name, approved: count(.approved), returned: count(.returned), rejected: count(.rejected))
        }.sorted { $0.name < $1.name }
    }
}

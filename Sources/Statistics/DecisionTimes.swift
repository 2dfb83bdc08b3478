import Model

/// How long those who send something wait for a decision.
package struct DecisionTimes: Sendable, Hashable {
    /// How many were decided in the period: each time that a text came in, and was approved, returned or rejected.
    package let decided: Int
    /// Seconds from receipt to decision that half of them took at most; of an even number the longer of the two in the middle. Nil without any.
    package let median: Int?
    /// The longest that any of them took, in seconds; nil without any.
    package let longest: Int?
    /// How many waited at the end of the period, or now where it has not ended.
    package let waiting: Int

    /// - Parameters:
    ///   - begins: the period's first second.
    ///   - ends: the first second after it, or after now.
    init(_ receipts: some Sequence<Receipt>, begins: Instant, ends: Instant) {
        var times: [Int] = []
        var waiting = 0
        for round in receipts.lazy.flatMap(\.rounds) where round.received < ends {
            if let time = round.decision?.time, time < ends {
                // A clock that was set back between the two makes no time negative.
                if time >= begins { times.append(max(0, time.seconds - round.received.seconds)) }
            } else {
                waiting += 1
            }
        }
        times.sort()
        decided = times.count
        median = times.isEmpty ? nil : times[times.count / 2]
        longest = times.last
        self.waiting = waiting
    }
}

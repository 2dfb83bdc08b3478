package import Model

/// What the passing of time makes of the records: pure functions of them and the time.
extension Keystore {
    /// The slots that open something: those whose invitation has not lapsed.
    package func standing(at now: Instant) -> [Slot] {
        slots.filter { !$0.hasLapsed(at: now) }
    }

    /// The next time at which an invitation lapses; nil when none will.
    package func nextLapse(after now: Instant) -> Instant? {
        slots.compactMap { $0.invitation?.lapses }.filter { $0 > now }.min()
    }

    /// Tells the keys that the guests of these discussions have from any others.
    package func guestFingerprint(of discussions: [String], at now: Instant) -> Fingerprint {
        var builder = Fingerprint.Builder()
        for number in discussions.sorted() {
            builder.add(number)
            builder.add(key(of: .guests(of: number), at: now).secret.bytes)
        }
        return builder.fingerprint
    }

    /// What is on record of a discussion's key.
    func discussion(_ number: String) -> DiscussionKey {
        discussions.first { $0.number == number } ?? DiscussionKey(number: number, generation: 1, since: 1)
    }

    /// How many invitations on record have lapsed, by the number of their discussion.
    func lapsed(at now: Instant) -> [String: Int] {
        var counts: [String: Int] = [:]
        for slot in slots where slot.hasLapsed(at: now) {
            if case .guest(_, let number) = slot.holder { counts[number, default: 0] += 1 }
        }
        return counts
    }
}

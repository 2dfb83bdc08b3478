package import Model

/// What the passing of time makes of the records: pure functions of them and the time.
extension Keystore {
    /// The slots that open something: those whose invitation has not lapsed.
    package func standing(at now: Instant) -> [Slot] {
        slots.filter { !$0.hasLapsed(at: now) }
    }

    /// The key that guests of a discussion have, and the one before it for what a half-finished upload has not replaced.
    ///
    /// Each invitation that has lapsed since the last change counts as one generation more, so that the key is another one from
    /// that second on, without anybody having to write it down.
    func guestKey(of number: String, at now: Instant) -> (
        epoch: Int, generation: Int, key: Secret, previous: (epoch: Int, generation: Int, key: Secret)?
    ) {
        let record = discussion(number)
        let lapsed = lapsed(at: now)[number] ?? 0
        let generation = record.generation + lapsed
        let key = guestMaster(master, number, generation)
        if lapsed > 0 || (record.generation > 1 && record.since == epoch) {
            return (epoch, generation, key, (epoch, generation - 1, guestMaster(master, number, generation - 1)))
        }
        let before = masters.last { $0.epoch < epoch }
        return (epoch, generation, key, before.map { ($0.epoch, generation, guestMaster($0.key, number, generation)) })
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
            builder.add(guestKey(of: number, at: now).key.bytes)
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

    private func guestMaster(_ master: Secret, _ number: String, _ generation: Int) -> Secret {
        DiscussionSecret.derive(master, site: site, discussion: number, generation: generation)
    }
}

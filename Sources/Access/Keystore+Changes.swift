package import Diagnostics
package import Model

/// The life of a key. Each change makes another keystore, one generation later, and first writes down what time has made of the records.
extension Keystore {
    /// Gives `holder` a new passphrase. One that they had before no longer opens the next build of the site.
    ///
    /// The passphrase is in the answer and nowhere else.
    ///
    /// - Parameter invitation: for a guest, and for nobody else.
    package func issue(
        _ holder: Holder, invitation: Invitation? = nil, at now: Instant, using generator: inout some RandomNumberGenerator
    ) throws(Failure) -> (keystore: Keystore, passphrase: Passphrase) {
        try holder.validate()
        try invitation?.validate(at: now)
        if case .guest = holder, invitation == nil { throw Failure("nobody is a guest without an invitation") }
        var changed = draft(at: now)
        changed.slots.removeAll { $0.holder == holder }
        guard changed.slots.count < Keystore.slotLimit else { throw Failure("there are already \(Keystore.slotLimit) passphrases") }
        let passphrase = Passphrase(using: &generator)
        let secret = try Stretching.stretch(passphrase, salt: salt, rounds: rounds)
        let salt = (0..<LoginHash.saltCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let login = try LoginHash.hash(passphrase.grouped, salt: salt)
        changed.slots.append(
            Slot(holder: holder, issued: now, invitation: holder.isGuest ? invitation : nil, secret: secret, login: login))
        // New keys have one for submissions from the start.
        if isNew { changed.submissionsKeys = [SubmissionsKey.create(site: site, at: now, using: &generator)] }
        return (changed.keystore, passphrase)
    }

    /// Takes a passphrase back. For a member or someone of the staff a new epoch begins; for a guest their discussion gets another key.
    /// The others keep their passphrases.
    package func revoke(
        _ holder: Holder, at now: Instant, using generator: inout some RandomNumberGenerator
    ) throws(Failure) -> Keystore {
        var changed = draft(at: now)
        guard changed.slots.contains(where: { $0.holder == holder }) else {
            throw Failure("there is no passphrase to take back", remedy: "See who has one with `rostrum access list`.")
        }
        changed.slots.removeAll { $0.holder == holder }
        if case .guest(_, let discussion) = holder {
            changed.raise(discussion, by: 1)
        } else {
            try changed.beginEpoch(using: &generator)
        }
        return changed.keystore
    }

    /// Begins a new epoch: another key for members, staff and the guests of every discussion, with the passphrases that they have.
    ///
    /// - Parameter secrets: makes the office's own secrets anew as well, with them the key that objects are signed with: for an office
    ///   that somebody else has seen. A new key for submissions is made as well, and those before are kept, for what is under way. Never
    ///   the names key.
    package func rotate(
        secrets: Bool = false, at now: Instant, using generator: inout some RandomNumberGenerator
    ) throws(Failure) -> Keystore {
        var changed = draft(at: now)
        try changed.beginEpoch(using: &generator)
        if secrets {
            changed.keyringSecret = Secret(using: &generator)
            changed.submissionsKeys.append(SubmissionsKey.create(site: site, at: now, using: &generator))
            changed.submissionsKeys = changed.submissionsKeys.suffix(Keystore.submissionsKeyLimit)
        }
        return changed.keystore
    }

    /// The same with other keys for submissions.
    func replacingSubmissionsKeys(_ keys: [SubmissionsKey], at now: Instant) -> Keystore {
        var changed = draft(at: now)
        changed.submissionsKeys = keys
        return changed.keystore
    }

    /// Whether nothing has been done with it yet.
    private var isNew: Bool { generation == 1 && slots.isEmpty && submissionsKeys.isEmpty }

    /// The next keystore, with this one's records settled: what has lapsed is dropped, and counted in the keys of its discussion.
    private func draft(at now: Instant) -> Draft {
        var draft = Draft(
            before: self, epoch: epoch, masters: masters, keyringSecret: keyringSecret, discussions: discussions,
            submissionsKeys: submissionsKeys, slots: standing(at: now))
        for (number, count) in lapsed(at: now) { draft.raise(number, by: count) }
        return draft
    }
}

/// A keystore in the making.
private struct Draft {
    let before: Keystore
    var epoch: Int
    var masters: [Keystore.Master]
    var keyringSecret: Secret
    var discussions: [DiscussionKey]
    var submissionsKeys: [SubmissionsKey]
    var slots: [Slot]

    /// Gives a discussion another key, in the epoch that there is.
    mutating func raise(_ number: String, by count: Int) {
        let generation = (discussions.first { $0.number == number }?.generation ?? 1) + count
        discussions.removeAll { $0.number == number }
        discussions.append(DiscussionKey(number: number, generation: generation, since: epoch))
    }

    mutating func beginEpoch(using generator: inout some RandomNumberGenerator) throws(Failure) {
        guard epoch < Int(UInt32.max) else { throw Failure("there are no more epochs") }
        epoch += 1
        masters.append(Keystore.Master(epoch: epoch, key: Secret(using: &generator)))
    }

    /// One generation later, everything in its order.
    var keystore: Keystore {
        Keystore(
            site: before.site, salt: before.salt, rounds: before.rounds, generation: before.generation + 1, epoch: epoch,
            masters: masters, keyringSecret: keyringSecret, namesKey: before.namesKey,
            discussions: discussions.sorted { $0.number.utf8.lexicographicallyPrecedes($1.number.utf8) },
            submissionsKeys: submissionsKeys, slots: slots.sorted { $0.holder < $1.holder })
    }
}

extension Holder {
    fileprivate var isGuest: Bool {
        if case .guest = self { true } else { false }
    }
}

extension Invitation {
    fileprivate func validate(at now: Instant) throws(Failure) {
        try Holder.member(requestedBy).validate()
        guard let lapses, let until, lapses <= now else { return }
        throw Failure("an invitation until \(until) would have ended already", remedy: "Give a day that is not over, or none.")
    }
}

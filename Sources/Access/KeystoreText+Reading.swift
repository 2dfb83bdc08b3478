import Diagnostics
import Model

extension KeystoreText {
    /// The value, when every field holds what it should.
    func keystore() throws(Damage) -> Keystore {
        guard Hexadecimal.bytes(site)?.count == 16, let salt = Hexadecimal.bytes(salt), salt.count == Keystore.saltCount else {
            throw Damage(reason: "site or salt is wrong")
        }
        guard Stretching.acceptedRounds.contains(rounds), (1...Int(UInt32.max)).contains(generation) else {
            throw Damage(reason: "rounds or generation is out of range")
        }
        guard (version == 1) == (discussions == nil), (version < 4) == (submissions == nil) else {
            throw Damage(reason: "its fields are not those of its version")
        }
        let masters = try readMasters()
        let discussions = try readDiscussions()
        var read: [Access.Slot] = []
        for slot in slots { read.append(try self.slot(slot)) }
        guard zip(read, read.dropFirst()).allSatisfy({ $0.holder < $1.holder }), read.count <= Keystore.slotLimit else {
            throw Damage(reason: "its slots are out of order")
        }
        return Keystore(
            site: site, salt: salt, rounds: rounds, generation: generation, epoch: epoch, masters: masters,
            keyringSecret: try secret(keyringSecret), namesKey: try secret(namesKey), discussions: discussions,
            submissionsKeys: try readSubmissionsKeys(), slots: read)
    }

    private func readMasters() throws(Damage) -> [Keystore.Master] {
        var keys: [Keystore.Master] = []
        for master in masters {
            guard (1...Int(UInt32.max)).contains(master.epoch), master.epoch > keys.last?.epoch ?? 0 else {
                throw Damage(reason: "an epoch is out of order")
            }
            keys.append(Keystore.Master(epoch: master.epoch, key: try secret(master.key)))
        }
        guard keys.last?.epoch == epoch else { throw Damage(reason: "the key of the epoch is missing") }
        return keys
    }

    private func readDiscussions() throws(Damage) -> [DiscussionKey] {
        var keys: [DiscussionKey] = []
        for discussion in discussions ?? [] {
            let ordered = keys.last.map { $0.number.utf8.lexicographicallyPrecedes(discussion.number.utf8) } ?? true
            guard ordered, Model.Discussion.isIdentifier(discussion.number), (1...epoch).contains(discussion.since),
                (1...Int(UInt32.max)).contains(discussion.generation)
            else { throw Damage(reason: "the key of a discussion is wrong") }
            keys.append(DiscussionKey(number: discussion.number, generation: discussion.generation, since: discussion.since))
        }
        return keys
    }

    private func readSubmissionsKeys() throws(Damage) -> [Access.SubmissionsKey] {
        var keys: [Access.SubmissionsKey] = []
        for key in submissions ?? [] {
            guard let made = Instant(iso: key.made), let read = Access.SubmissionsKey(try secret(key.key), site: site, made: made),
                !keys.contains(where: { $0.identifier == read.identifier }), keys.count < Keystore.submissionsKeyLimit
            else { throw Damage(reason: "a key for submissions is wrong") }
            keys.append(read)
        }
        return keys
    }

    private func slot(_ slot: Slot) throws(Damage) -> Access.Slot {
        let holder: Holder
        var invitation: Invitation?
        switch (slot.kind, slot.discussion, slot.requestedBy) {
        case ("member", nil, nil): holder = .member(slot.name)
        case ("staff", nil, nil): holder = .staff(slot.name)
        case ("guest", let number?, let code?) where version > 1:
            holder = .guest(name: slot.name, discussion: number)
            invitation = Invitation(requestedBy: code, end: try end(slot))
        default: throw Damage(reason: "there is no kind of slot called \(slot.kind), or it lacks something")
        }
        guard let issued = Instant(iso: slot.issued) else { throw Damage(reason: "a slot's time is wrong") }
        guard slot.login.map({ version > 2 && LoginHash.isValid($0) }) ?? true else { throw Damage(reason: "a slot's login is wrong") }
        return Access.Slot(
            holder: holder, issued: issued, invitation: invitation, secret: try secret(slot.secret), login: slot.login)
    }

    private func end(_ slot: Slot) throws(Damage) -> (Day, Instant)? {
        if slot.until == nil, slot.lapses == nil { return nil }
        guard let until = slot.until.flatMap({ Day($0) }), let lapses = slot.lapses.flatMap({ Instant(iso: $0) }) else {
            throw Damage(reason: "the end of an invitation is wrong")
        }
        return (until, lapses)
    }

    private func secret(_ text: String) throws(Damage) -> Secret {
        guard let bytes = Hexadecimal.bytes(text), let secret = Secret(bytes) else { throw Damage(reason: "a key is wrong") }
        return secret
    }
}

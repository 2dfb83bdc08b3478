package import Model

/// The keys of audiences at a time: pure functions of the records and the time.
extension Keystore {
    /// Which key an audience has.
    ///
    /// Each invitation that has lapsed since the last change counts as one generation more, so that the key of a discussion's guests is
    /// another one from that second on, without anybody having to write it down.
    func keyNumber(of audience: Audience, at now: Instant) -> KeyNumber {
        switch audience {
        case .members: KeyNumber(epoch: epoch, generation: 0)
        case .guests(let number):
            KeyNumber(epoch: epoch, generation: discussion(number).generation + (lapsed(at: now)[number] ?? 0))
        }
    }

    /// Which keys a site is sealed with that takes guests into these discussions, by the audiences' names.
    package func keyNumbers(guestsOf discussions: [String], at now: Instant) -> [String: KeyNumber] {
        let audiences = [.members] + discussions.map { Audience.guests(of: $0) }
        return Dictionary(audiences.map { ($0.name, keyNumber(of: $0, at: now)) }) { first, _ in first }
    }

    /// The key that an audience's objects are sealed with.
    func key(of audience: Audience, at now: Instant) -> SlotContents.Key {
        let number = keyNumber(of: audience, at: now)
        return SlotContents.Key(number, secret(of: audience, master: master, generation: number.generation))
    }

    /// The key that an audience's objects were sealed with before: those at the host, until an upload has replaced them.
    ///
    /// It is the one of the last build that sealed with another key. Where none is on record, or none that comes earlier, as after an
    /// office was restored, it is the key that was replaced last, which then is as good a guess as any; nil where there is none.
    func previousKey(of audience: Audience, at now: Instant, built: BuiltKeys) -> SlotContents.Key? {
        let current = keyNumber(of: audience, at: now)
        for number in [built.key(before: current, of: audience.name), replaced(audience, at: now)] {
            guard let number, number < current, let master = masters.last(where: { $0.epoch == number.epoch }) else { continue }
            return SlotContents.Key(number, secret(of: audience, master: master.key, generation: number.generation))
        }
        return nil
    }

    /// Which key of an audience was replaced last; nil where it has had no other.
    private func replaced(_ audience: Audience, at now: Instant) -> KeyNumber? {
        let current = keyNumber(of: audience, at: now)
        if case .guests(let number) = audience {
            let record = discussion(number)
            let lapsed = current.generation - record.generation
            if lapsed > 0 || (record.generation > 1 && record.since == epoch) {
                return KeyNumber(epoch: epoch, generation: current.generation - 1)
            }
        }
        return masters.last { $0.epoch < epoch }.map { KeyNumber(epoch: $0.epoch, generation: current.generation) }
    }

    private func secret(of audience: Audience, master: Secret, generation: Int) -> Secret {
        switch audience {
        case .members: master
        case .guests(let number): DiscussionSecret.derive(master, site: site, discussion: number, generation: generation)
        }
    }
}

extension SlotContents.Key {
    fileprivate init(_ number: KeyNumber, _ secret: Secret) {
        self.init(epoch: number.epoch, generation: number.generation, secret: secret)
    }
}

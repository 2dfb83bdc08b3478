package import Diagnostics
import Files

/// The keystore's place: `keystore.json` in the office, for its owner alone.
extension Keystore {
    /// Whether an office has keys.
    package static func exists(office: String) throws(Failure) -> Bool {
        try FileSystem.look(StoredKeystore.path(office)) != nil
    }

    /// The keystore of an office. Throws where there is none, where others may read it, and where it is damaged.
    ///
    /// - Parameters:
    ///   - office: path of the folder.
    ///   - ask: gives the passphrase where it is locked.
    package static func load(office: String, ask: AskPassphrase = askNobody) throws(Failure) -> Keystore {
        guard let stored = try StoredKeystore.find(office: office, ask: ask) else { throw none(office) }
        return stored.keystore
    }

    /// Loads the keystore, making one where there is none, and writes what `body` makes of it, while no other process can.
    ///
    /// What `body` answers beside the keystore is the answer here; it is given out only once the keystore is on the disk.
    ///
    /// - Parameter deliver: takes the answer to whom it is for. Where it cannot, the keystore is put back as it was: nobody would
    ///   know the passphrase that it holds, and the one before would be gone.
    @discardableResult
    package static func change<Generator: RandomNumberGenerator, T>(
        office: String, rounds: Int = Stretching.usualRounds, ask: AskPassphrase = askNobody, using generator: inout Generator,
        deliver: (T) throws(Failure) -> Void = { _ in }, _ body: (Keystore, inout Generator) throws(Failure) -> (Keystore, T)
    ) throws(Failure) -> T {
        let lock = try Office.hold(office)
        defer { withExtendedLifetime(lock) {} }
        let found = try StoredKeystore.find(office: office, ask: ask)
        let before = found?.keystore ?? create(rounds: rounds, using: &generator)
        let old: [UInt8]
        if let found { old = found.bytes } else { old = try StoredKeystore.bytes(before, lock: nil, using: &generator) }
        let (after, answer) = try body(before, &generator)
        guard after != found?.keystore else {
            try deliver(answer)
            return answer
        }
        let new = try StoredKeystore.bytes(after, lock: found?.lock, using: &generator)
        let backups = KeystoreBackups(office: office)
        if after.takesBack(before) {
            try backups.removeAll()
        } else if found != nil {
            try backups.keep(old, generation: before.generation)
        }
        try save(new, office: office)
        do {
            try deliver(answer)
        } catch {
            try putBack(old, office: office, because: error)
            throw error
        }
        try backups.keep(new, generation: after.generation)
        try backups.prune(to: after.generation)
        return answer
    }

    /// Locks the keys of an office with a passphrase, copies of them too.
    ///
    /// - Parameter cost: of scrypt, see `ChosenPassphrase`.
    package static func lock(
        office: String, with passphrase: ChosenPassphrase, cost: Int = ChosenPassphrase.usualCost,
        using generator: inout some RandomNumberGenerator
    ) throws(Failure) {
        try rewrite(office, ask: askNobody, lock: StoredKeystore.Lock(passphrase: passphrase, cost: cost), using: &generator)
    }

    /// Lets the keys be used without the passphrase that they are locked with.
    package static func unlock(
        office: String, ask: AskPassphrase, using generator: inout some RandomNumberGenerator
    ) throws(Failure) {
        try rewrite(office, ask: ask, lock: nil, using: &generator)
    }

    /// Whether the keys of an office are locked.
    package static func isLocked(office: String) throws(Failure) -> Bool {
        guard try exists(office: office) else { throw none(office) }
        return LockedText.isLocked(try FileSystem.read(StoredKeystore.path(office), limit: StoredKeystore.sizeLimit) ?? [])
    }

    /// Where nobody can be asked.
    package static let askNobody: AskPassphrase = { (locked) throws(Failure) in
        throw Failure("\(locked) are locked", remedy: "Unlock them first: `rostrum office unlock`.")
    }

    /// Writes the same keystore with another lock, or none.
    private static func rewrite(
        _ office: String, ask: AskPassphrase, lock new: StoredKeystore.Lock?, using generator: inout some RandomNumberGenerator
    ) throws(Failure) {
        guard try exists(office: office) else { throw none(office) }
        let lock = try Office.hold(office)
        defer { withExtendedLifetime(lock) {} }
        guard let found = try StoredKeystore.find(office: office, ask: ask) else { throw none(office) }
        let bytes = try StoredKeystore.bytes(found.keystore, lock: new, using: &generator)
        try save(bytes, office: office)
        let backups = KeystoreBackups(office: office)
        try backups.removeAll()
        try backups.keep(bytes, generation: found.keystore.generation)
    }

    private static func none(_ office: String) -> Failure {
        Failure(
            "there are no keys in \(office)",
            remedy: "Issue a first passphrase, as in `rostrum access issue --member CH`; that makes the keys.")
    }

    private static func save(_ bytes: [UInt8], office: String) throws(Failure) {
        try FileSystem.replace(StoredKeystore.path(office), bytes, mode: 0o600)
    }

    private static func putBack(_ bytes: [UInt8], office: String, because reason: Failure) throws(Failure) {
        do {
            try save(bytes, office: office)
        } catch {
            throw Failure(
                "the keys in \(office) were changed, but what came of it is lost: \(reason.message); \(error.message)",
                remedy: "Run the command again: the passphrase before this one no longer opens the next build.")
        }
    }

    /// Whether a copy of `before` would open again what this keystore no longer opens: a key, also one for submissions, or a passphrase is
    /// gone since.
    private func takesBack(_ before: Keystore) -> Bool {
        let secrets = Set(slots.map(\.secret))
        return epoch != before.epoch || before.slots.contains { !secrets.contains($0.secret) }
            || before.submissionsKeys.contains { !submissionsKeys.contains($0) }
    }
}

package import Diagnostics
import Files

/// The keystore's place: `keystore.json` in the office, for its owner alone.
extension Keystore {
    private static let fileName = "keystore.json"
    /// Larger than `slotLimit` slots with the longest names.
    private static let sizeLimit = 16 << 20

    /// The keystore of an office. Throws where there is none, where others may read it, and where it is damaged.
    ///
    /// - Parameter office: path of the folder.
    package static func load(office: String) throws(Failure) -> Keystore {
        guard let keystore = try find(office: office) else {
            throw Failure(
                "there are no keys in \(office)",
                remedy: "Issue a first passphrase, as in `rostrum access issue --member CH`; that makes the keys.")
        }
        return keystore
    }

    /// Loads the keystore, making one where there is none, and writes what `body` makes of it, while no other process can.
    ///
    /// What `body` answers beside the keystore is the answer here; it is given out only once the keystore is on the disk.
    ///
    /// - Parameter deliver: takes the answer to whom it is for. Where it cannot, the keystore is put back as it was: nobody would
    ///   know the passphrase that it holds, and the one before would be gone.
    @discardableResult
    package static func change<Generator: RandomNumberGenerator, T>(
        office: String, rounds: Int = Stretching.usualRounds, using generator: inout Generator,
        deliver: (T) throws(Failure) -> Void = { _ in }, _ body: (Keystore, inout Generator) throws(Failure) -> (Keystore, T)
    ) throws(Failure) -> T {
        try FileSystem.makeFolder(office, mode: 0o700)
        try requirePrivate(office, mode: "700")
        let busy = Failure("another command is changing the keys in \(office)", remedy: "Wait until it has ended, and run this one again.")
        let lock = try FolderLock(office + "/.lock", busy: busy)
        defer { withExtendedLifetime(lock) {} }
        let found = try find(office: office)
        let before = found ?? create(rounds: rounds, using: &generator)
        let (after, answer) = try body(before, &generator)
        if after != found { try save(after, office: office) }
        do {
            try deliver(answer)
        } catch {
            try putBack(before, office: office, because: error)
            throw error
        }
        return answer
    }

    private static func putBack(_ keystore: Keystore, office: String, because reason: Failure) throws(Failure) {
        do {
            try save(keystore, office: office)
        } catch {
            throw Failure(
                "the keys in \(office) were changed, but what came of it is lost: \(reason.message); \(error.message)",
                remedy: "Run the command again: the passphrase before this one no longer opens the next build.")
        }
    }

    private static func find(office: String) throws(Failure) -> Keystore? {
        let path = office + "/" + fileName
        guard try FileSystem.look(path) != nil else { return nil }
        try requirePrivate(office, mode: "700")
        try requirePrivate(path, mode: "600")
        guard let bytes = try FileSystem.read(path, limit: sizeLimit) else { throw damaged(path, "it is larger than any keystore") }
        do {
            return try KeystoreText.read(bytes)
        } catch {
            throw damaged(path, error.reason)
        }
    }

    private static func save(_ keystore: Keystore, office: String) throws(Failure) {
        let bytes: [UInt8]
        do {
            bytes = try KeystoreText.write(keystore)
        } catch {
            throw Failure("cannot write the keystore: \(error)")
        }
        try FileSystem.replace(office + "/" + fileName, bytes, mode: 0o600)
    }

    private static func damaged(_ path: String, _ reason: String) -> Failure {
        Failure(
            "\(path) cannot be used: \(reason)",
            remedy: "Put back a copy of it from a backup. Do not remove it: with new keys, every passphrase would have to be issued again.")
    }

    /// Throws when anybody but the owner can use it.
    private static func requirePrivate(_ path: String, mode: String) throws(Failure) {
        guard let found = try FileSystem.mode(path), found & 0o077 != 0 else { return }
        throw Failure("others on this machine may read \(path), which holds keys", remedy: "Run `chmod \(mode) \(path)`.")
    }
}

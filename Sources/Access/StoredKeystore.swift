import Diagnostics
import Files

/// The keystore's file as it was found: what it holds, and the passphrase that it is locked with.
struct StoredKeystore {
    let keystore: Keystore
    /// The whole file.
    let bytes: [UInt8]
    /// Nil where it is not locked.
    let lock: Lock?

    /// What a keystore is locked with.
    struct Lock {
        let passphrase: ChosenPassphrase
        /// The logarithm of scrypt's N.
        let cost: Int
    }

    /// Larger than `Keystore.slotLimit` slots with the longest names, locked.
    static let sizeLimit = 32 << 20

    static func path(_ office: String) -> String { office + "/keystore.json" }

    /// Reads the keystore of an office; nil where there is none and never was.
    ///
    /// Throws where others may read it, where it is damaged, where it is gone and its backups are not, and where the passphrase is wrong.
    static func find(office: String, ask: AskPassphrase) throws(Failure) -> StoredKeystore? {
        guard let bytes = try bytes(office) else { return nil }
        guard LockedText.isLocked(bytes) else {
            let keystore = try whole(office) { () throws(KeystoreText.Damage) in try KeystoreText.read(bytes) }
            return StoredKeystore(keystore: keystore, bytes: bytes, lock: nil)
        }
        let locked = try whole(office) { () throws(KeystoreText.Damage) in try LockedText.read(bytes) }
        let passphrase = try ask("the keys in \(office)")
        guard let text = try whole(office, { () throws(KeystoreText.Damage) in try locked.open(passphrase) }) else {
            throw Failure(
                "this is not the passphrase that the keys in \(office) are locked with", remedy: "Nothing was changed. Try again.")
        }
        let keystore = try whole(office) { () throws(KeystoreText.Damage) in try KeystoreText.read(text) }
        return StoredKeystore(keystore: keystore, bytes: bytes, lock: Lock(passphrase: passphrase, cost: locked.scrypt))
    }

    /// What `keystore` is written as.
    static func bytes(
        _ keystore: Keystore, lock: Lock?, using generator: inout some RandomNumberGenerator
    ) throws(Failure) -> [UInt8] {
        let text: [UInt8]
        do {
            text = try KeystoreText.write(keystore)
        } catch {
            throw Failure("cannot write the keystore: \(error)")
        }
        guard let lock else { return text }
        return try LockedText.write(text, passphrase: lock.passphrase, cost: lock.cost, using: &generator)
    }

    /// Throws when anybody but the owner can use it.
    static func requirePrivate(_ path: String, mode: String) throws(Failure) {
        guard let found = try FileSystem.mode(path), found & 0o077 != 0 else { return }
        throw Failure("others on this machine may read \(path), which holds keys", remedy: "Run `chmod \(mode) \(path)`.")
    }

    private static func bytes(_ office: String) throws(Failure) -> [UInt8]? {
        let path = path(office)
        guard try FileSystem.look(path) != nil else {
            guard let copy = try KeystoreBackups(office: office).newestWhole() else { return nil }
            throw Failure("the keys in \(office) are gone, but copies of them are there", remedy: remedy(copy, path))
        }
        try requirePrivate(office, mode: "700")
        try requirePrivate(path, mode: "600")
        if let bytes = try FileSystem.read(path, limit: sizeLimit) { return bytes }
        throw try damaged(office, KeystoreText.Damage(reason: "it is larger than any keystore"))
    }

    private static func whole<T>(_ office: String, _ read: () throws(KeystoreText.Damage) -> T) throws(Failure) -> T {
        do {
            return try read()
        } catch {
            throw try damaged(office, error)
        }
    }

    private static func damaged(_ office: String, _ damage: KeystoreText.Damage) throws(Failure) -> Failure {
        let path = path(office)
        let copy = try KeystoreBackups(office: office).newestWhole()
        let elsewhere = "Take it out of a backup of the office (`rostrum office restore`)."
        return Failure(
            "\(path) cannot be used: \(damage.reason)",
            remedy: (copy.map { remedy($0, path) } ?? elsewhere)
                + " Do not remove it: with new keys, every passphrase would have to be issued again.")
    }

    private static func remedy(_ copy: KeystoreBackups.Copy, _ path: String) -> String {
        "A whole copy is there, of generation \(copy.generation): put it back with `cp -p \(copy.path) \(path)`."
    }
}

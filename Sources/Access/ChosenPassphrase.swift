import CryptoExtras
package import Diagnostics
import Foundation

/// A passphrase that somebody has chosen, for what stays in the office: the lock of the keystore, a backup. Not for readers, whose
/// passphrases are generated, because the keyring is there for anybody to guess at.
package struct ChosenPassphrase: Sendable, CustomStringConvertible {
    /// As it goes into scrypt: composed (Unicode's form C), so that it does not matter which keyboard it was typed on.
    private let text: String

    /// One that was chosen before; whether it is the right one shows when something is opened.
    package init(_ typed: String) {
        text = typed.precomposedStringWithCanonicalMapping
    }

    /// A new one. Refuses what a program would guess: fewer than fifteen characters, or the same few over and over.
    package init(choosing typed: String) throws(Failure) {
        self.init(typed)
        let remedy = "Take five or six words that have nothing to do with each other, or fifteen characters and more."
        guard text.count >= ChosenPassphrase.shortest else { throw Failure("this passphrase is too short", remedy: remedy) }
        guard Set(text.lowercased()).count >= ChosenPassphrase.fewest else {
            throw Failure("this passphrase is too simple", remedy: remedy)
        }
        guard text.utf8.count <= 1_000 else { throw Failure("this passphrase is longer than anybody could type") }
    }

    /// Characters that a new one has at least. NIST SP 800-63B asks for fifteen where nothing else protects.
    private static let shortest = 15
    /// Different characters that a new one has at least.
    private static let fewest = 7

    /// The key for `purpose` that scrypt (RFC 7914) makes of it; takes a moment and 128 MB with the usual cost.
    ///
    /// - Parameter cost: the logarithm of scrypt's N; r is 8 and p is 1.
    func key(for purpose: String, salt: [UInt8], cost: Int) throws(Failure) -> Secret {
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: Array(text.utf8), salt: salt, outputByteCount: Secret.count, rounds: 1 << cost, blockSize: 8, parallelism: 1)
            if let secret = Secret(key.withUnsafeBytes({ Array($0) })) { return secret.child(Format.info(purpose)) }
        } catch {
            throw Failure("cannot derive a key from the passphrase: \(error)")
        }
        throw Failure("cannot derive a key from the passphrase")
    }

    /// What is written: 2¹⁷ (128 MB), about half a second.
    static let usualCost = 17
    /// What is read. Less would help who guesses; more would take more memory than a machine may have (2¹⁹: 512 MB).
    static let acceptedCosts = 14...19
    static let saltCount = 32

    package var description: String { "ChosenPassphrase" }
}

/// How a command comes by the passphrase of something that is locked.
///
/// Takes what is locked, as it is named to the person asked: "the keys in forum/office".
package typealias AskPassphrase = @Sendable (_ locked: String) throws(Failure) -> ChosenPassphrase

import Crypto
import CryptoExtras
import Diagnostics

/// How a passphrase becomes S: PBKDF2-HMAC-SHA256 with the site's salt.
package enum Stretching {
    /// What a new site uses: about half a second on a reader's machine of 2020, and the same for each guess.
    package static let usualRounds = 1_000_000
    /// What readers accept. Less would help somebody who guesses; more would stop a slow device for minutes.
    package static let acceptedRounds = 100_000...5_000_000

    static func stretch(_ passphrase: Passphrase, salt: [UInt8], rounds: Int) throws(Failure) -> Secret {
        do {
            let key = try KDF.Insecure.PBKDF2.deriveKey(
                from: Array(passphrase.symbols.utf8), salt: salt, using: .sha256, outputByteCount: Secret.count,
                unsafeUncheckedRounds: rounds)
            if let secret = Secret(key.withUnsafeBytes({ Array($0) })) { return secret }
        } catch {
            throw Failure("cannot derive a key from the passphrase: \(error)")
        }
        throw Failure("cannot derive a key from the passphrase")
    }
}

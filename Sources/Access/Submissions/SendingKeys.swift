/// What a form needs to seal a submission for the office, and to prove that somebody with a passphrase made it: all of it may be read by those
/// who read the form. See `SUBMISSIONS.md`.
package struct SendingKeys: Sendable {
    /// The site's identifier: 32 hexadecimal digits.
    package let site: String
    /// What passphrases are stretched with, in hexadecimal.
    package let salt: String
    package let rounds: Int
    /// The newest public key; nil where the office has none.
    package let key: Key?

    /// A public key that submissions are sealed for.
    package struct Key: Sendable {
        /// The uncompressed point in base 64.
        package let point: String
        /// Its identifier: 16 hexadecimal digits.
        package let id: String
    }

    /// Tells these from any others.
    package var fingerprint: Fingerprint {
        var builder = Fingerprint.Builder()
        for text in [site, salt, String(rounds), key?.point ?? "", key?.id ?? ""] { builder.add(text) }
        return builder.fingerprint
    }
}

extension Keystore {
    package var sendingKeys: SendingKeys {
        SendingKeys(site: site, salt: Hexadecimal.text(salt), rounds: rounds, key: nil)
    }
}

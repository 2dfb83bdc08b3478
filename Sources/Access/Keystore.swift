/// All keys of a site, and who has been given a passphrase. A value: changing it makes another.
///
/// Whoever has it can read everything and let anybody in. `Keystore.load` and `Keystore.change` keep it in the office.
package struct Keystore: Sendable, Equatable {
    /// A site's identifier: 32 lower-case hexadecimal digits, made once.
    let site: String
    let salt: [UInt8]
    let rounds: Int
    /// Rises with every change of the slots. It stays in the office: it tells how often passphrases were issued.
    package let generation: Int
    /// Which of the masters objects are sealed with.
    let epoch: Int
    /// The members' key of each epoch, ascending.
    let masters: [Master]
    /// What unused entries of the keyring are made from.
    let keyringSecret: Secret
    /// What opaque names are made from. Never changes, so that links in old mails go on working.
    let namesKey: Secret
    /// Ordered by number; discussions whose key is still the first have none.
    package let discussions: [DiscussionKey]
    /// What submissions are sealed for, in the order in which they were made; none in a keystore from before version 4.
    package let submissionsKeys: [SubmissionsKey]
    /// Ordered by holder; one for each. Those that have lapsed stay until the next change.
    package let slots: [Slot]

    /// A members' key and its epoch, from 1.
    struct Master: Sendable, Equatable {
        let epoch: Int
        let key: Secret
    }

    static let saltCount = 32
    /// More than all States and their staff; fewer than would make a reader load large files.
    static let slotLimit = 4096

    /// The key of the current epoch. There is one in every keystore: `init` and the reader of the file see to it.
    var master: Secret { masters.last { $0.epoch == epoch }?.key ?? masters[masters.count - 1].key }

    /// A new site's keys; nobody has a passphrase yet.
    ///
    /// - Parameter rounds: of PBKDF2; brought within `Stretching.acceptedRounds`.
    package static func create(rounds: Int = Stretching.usualRounds, using generator: inout some RandomNumberGenerator) -> Keystore {
        Keystore(
            site: Hexadecimal.text(Array(Secret(using: &generator).bytes.prefix(16))), salt: Secret(using: &generator).bytes,
            rounds: min(max(rounds, Stretching.acceptedRounds.lowerBound), Stretching.acceptedRounds.upperBound), generation: 1, epoch: 1,
            masters: [Master(epoch: 1, key: Secret(using: &generator))], keyringSecret: Secret(using: &generator),
            namesKey: Secret(using: &generator), discussions: [], submissionsKeys: [], slots: [])
    }

    /// The Ed25519 seed that the office signs objects with. From a secret that was there from the start, so that every keystore has one.
    var signingKey: Secret { keyringSecret.child(Format.info("signing key", site)) }

    /// Tells this keystore's sealed pages and opaque names from any other's, but for what guests can open. Issuing a passphrase does
    /// not change it.
    package var fingerprint: Fingerprint {
        var builder = Fingerprint.Builder()
        builder.add(Format.info("fingerprint", site, String(epoch)))
        builder.add(master.bytes)
        builder.add(namesKey.bytes)
        builder.add(signingKey.bytes)
        return builder.fingerprint
    }
}

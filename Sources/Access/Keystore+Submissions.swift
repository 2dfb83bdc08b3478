package import Diagnostics
package import Model

/// The keys that submissions are sealed for. SUBMISSIONS.md, section 2.
extension Keystore {
    /// The one that forms get: the newest; nil in a keystore from before there were any.
    package var submissionsKey: SubmissionsKey? { submissionsKeys.last }

    /// What a form says of the site, beside its key: the identifier in 32 hexadecimal digits, and what a passphrase is stretched with.
    package var formSite: (site: String, salt: [UInt8], rounds: Int) { (site, salt, rounds) }

    /// Tells what a form holds of this keystore from what it would hold of any other.
    package var formFingerprint: Fingerprint {
        var builder = Fingerprint.Builder()
        builder.add(Format.info("form", site, String(rounds)))
        builder.add(salt)
        builder.add(submissionsKey?.publicPoint ?? [])
        builder.add(submissionsKey?.made.seconds ?? 0)
        return builder.fingerprint
    }

    /// The site's identifier: 16 bytes.
    var siteBytes: [UInt8] { Hexadecimal.bytes(site) ?? [] }

    /// The most that are kept: each is tried by its name alone, so that this bounds nothing but a file that was made to be large.
    static let submissionsKeyLimit = 64

    /// A keystore with a new key, which forms get from the next build on; those before still open what is sealed for them.
    package func addingSubmissionsKey(at now: Instant, using generator: inout some RandomNumberGenerator) throws(Failure) -> Keystore {
        guard submissionsKeys.count < Self.submissionsKeyLimit else {
            throw Failure(
                "there are already \(submissionsKeys.count) keys for submissions",
                remedy: "Retire the older ones: `rostrum access submissions-key retire ID`.")
        }
        return replacingSubmissionsKeys(
            submissionsKeys + [SubmissionsKey.create(site: site, at: now, using: &generator)], at: now)
    }

    /// A keystore without one of the keys: what was sealed for it can no longer be opened by anybody.
    ///
    /// - Parameter last: whether it may be the last one, after which forms seal nothing.
    package func retiringSubmissionsKey(_ id: String, last: Bool = false, at now: Instant) throws(Failure) -> Keystore {
        guard submissionsKeys.contains(where: { $0.id == id }) else {
            throw Failure("there is no key \(id) for submissions", remedy: "See `rostrum access submissions-key list` for those there are.")
        }
        guard submissionsKeys.count > 1 || last else {
            throw Failure(
                "\(id) is the only key for submissions: without it, nothing that is under way could be opened",
                remedy: "Make a new one first, with `rostrum access submissions-key new`, or give --last to have none.")
        }
        return replacingSubmissionsKeys(submissionsKeys.filter { $0.id != id }, at: now)
    }
}

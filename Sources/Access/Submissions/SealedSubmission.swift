import Crypto
package import Diagnostics
package import Files

/// A file that anybody can make and only the office can open: a submission, with a proof of a passphrase or without. SUBMISSIONS.md, section 3.
package struct SealedSubmission: Sendable {
    /// What is in it, as it came: a bundle of nobody knows whom, and not looked into.
    package let bundle: [UInt8]
    package let proof: Proof

    /// What the file says of who made it.
    package enum Proof: Sendable, Hashable {
        /// None was made.
        case none
        /// One was made, and no passphrase that the office knows gives it.
        case unknown
        /// Somebody with this holder's passphrase made the file.
        case by(Holder)
    }

    private static let headerCount = 133
    private static let key = 28..<36
    private static let point = 36..<101
    private static let proofBytes = 101..<133

    /// Opens one with the keys of an office.
    package init(_ bytes: [UInt8], with keystore: Keystore) throws(SealedRefusal) {
        try SealedFile.submission.requireBeginning(of: bytes, site: keystore.siteBytes, count: Self.headerCount)
        guard let key = keystore.submissionsKeys.first(where: { bytes[Self.key].elementsEqual($0.identifier) }) else { throw .keyNotKept }
        let packed = key.open(
            bytes[Self.headerCount...], encapsulated: bytes[Self.point], info: Self.info(key, site: keystore.site),
            authenticated: bytes[..<Self.headerCount])
        guard let packed else { throw .damaged }
        let text = try SealedFile.unpack(packed)
        switch text.first {
        case 0: proof = .none
        case 1: proof = keystore.prover(Self.proven(bytes[Self.point], packed), by: bytes[Self.proofBytes]).map { .by($0) } ?? .unknown
        default: throw .badlyPacked
        }
        bundle = Array(text.dropFirst())
    }

    /// Seals a bundle for a site's key, as the form does.
    ///
    /// - Parameters:
    ///   - prover: the holder of a passphrase of the keystore whose proof is made; nil for none.
    ///   - keystore: the one with the key, its newest.
    package static func seal(
        _ bundle: FileBundle, provenBy prover: Holder? = nil, for keystore: Keystore, using generator: inout some RandomNumberGenerator
    ) throws(Failure) -> [UInt8] {
        let secret = keystore.slots.first { $0.holder == prover }?.secret
        let packed = Packing.pack([secret == nil ? 0 : 1] + bundle.bytes, with: Deflater(level: 9))
        let none = Secret(using: &generator).bytes
        return try seal(packed, for: keystore) { point in
            secret.map { Array(HMAC<SHA256>.authenticationCode(for: proven(point, packed), using: keystore.proofKey($0))) } ?? none
        }
    }

    /// Seals whatever is packed.
    ///
    /// - Parameter proof: makes the proof, of what HPKE encapsulates.
    static func seal(_ packed: [UInt8], for keystore: Keystore, proof: ([UInt8]) -> [UInt8]) throws(Failure) -> [UInt8] {
        guard let key = keystore.submissionsKey else { throw Failure("there is no key to seal submissions for") }
        do {
            return try key.seal(packed, info: info(key, site: keystore.site)) { point in
                SealedFile.submission.beginning(site: keystore.siteBytes) + key.identifier + point + proof(point)
            }
        } catch {
            throw Failure("the submission cannot be sealed: \(error)")
        }
    }

    private static func info(_ key: SubmissionsKey, site: String) -> [UInt8] { Format.info("submission", site, key.id) }

    /// What a proof is made of.
    private static func proven(_ point: some Collection<UInt8>, _ packed: [UInt8]) -> [UInt8] { Array(point) + Digest.sha256(packed) }
}

extension Keystore {
    /// Whose passphrase gives a proof; nil where no slot's does.
    fileprivate func prover(_ proven: [UInt8], by proof: ArraySlice<UInt8>) -> Holder? {
        slots.first { HMAC<SHA256>.isValidAuthenticationCode(proof, authenticating: proven, using: proofKey($0.secret)) }?.holder
    }

    fileprivate func proofKey(_ secret: Secret) -> SymmetricKey { secret.child(Format.info("proof", site)).key }
}

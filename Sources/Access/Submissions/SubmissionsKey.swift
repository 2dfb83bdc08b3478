import Crypto
package import Model

/// A key pair that participants seal what they send for: P-256, its public key in the form. SUBMISSIONS.md, section 2.
package struct SubmissionsKey: Sendable, Equatable {
    /// The private key. Who has it reads everything that was ever sealed for it.
    let scalar: Secret
    /// When it was made.
    package let made: Instant
    /// The public key: an uncompressed point, 65 bytes.
    package let publicPoint: [UInt8]
    /// What a sealed file names it by: 8 bytes.
    let identifier: [UInt8]

    static let pointCount = 65
    static let identifierCount = 8

    /// The identifier in hexadecimal: 16 digits.
    package var id: String { Hexadecimal.text(identifier) }

    /// Nil where the bytes are no private key of the curve, which one in 2³² is not.
    init?(_ scalar: Secret, site: String, made: Instant) {
        do {
            publicPoint = Array(try P256.KeyAgreement.PrivateKey(rawRepresentation: scalar.bytes).publicKey.x963Representation)
        } catch {
            return nil  // zero, or not below the order of the curve
        }
        self.scalar = scalar
        self.made = made
        identifier = Array(Digest.sha256(Format.info("submissions key", site) + publicPoint).prefix(Self.identifierCount))
    }

    /// A new one.
    static func create(site: String, at now: Instant, using generator: inout some RandomNumberGenerator) -> SubmissionsKey {
        while true {
            if let key = SubmissionsKey(Secret(using: &generator), site: site, made: now) { return key }
        }
    }
}

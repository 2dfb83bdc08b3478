import Crypto
import Diagnostics

/// Signs for the office: Ed25519 with the site's signing key.
struct Signer: Sendable {
    static let signatureCount = 64
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter seed: RFC 8032's private key; any 32 bytes are one.
    init(_ seed: Secret) throws(Failure) {
        do {
            key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed.bytes)
        } catch {
            throw Failure("cannot make the signing key: \(error)")
        }
    }

    /// 64 bytes; the same for the same bytes.
    func sign(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
        do {
            return Array(try key.signature(for: bytes))
        } catch {
            throw Failure("cannot sign: \(error)")
        }
    }

    /// What verifies, as slots hold it.
    var verificationKey: VerificationKey { VerificationKey(key.publicKey) }
}

/// Tells what the office signed from what others made.
struct VerificationKey: Sendable, Equatable {
    static let count = 32
    let bytes: [UInt8]
    private let key: Curve25519.Signing.PublicKey

    fileprivate init(_ key: Curve25519.Signing.PublicKey) {
        self.key = key
        bytes = Array(key.rawRepresentation)
    }

    /// Nil unless there are 32 bytes.
    init?(_ bytes: some Collection<UInt8>) {
        do {
            self.init(try Curve25519.Signing.PublicKey(rawRepresentation: Array(bytes)))
        } catch {
            return nil  // the one thing that swift-crypto says here is that the length is wrong
        }
    }

    func verifies(_ signature: some Collection<UInt8>, of bytes: [UInt8]) -> Bool {
        key.isValidSignature(Array(signature), for: bytes)
    }

    static func == (a: VerificationKey, b: VerificationKey) -> Bool { a.bytes == b.bytes }
}

import Crypto

/// Thirty-two bytes that nobody but the office and a slot's holder knows. It does not print itself.
struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    static let count = 32
    let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Secret.count else { return nil }
        self.bytes = Array(bytes)
    }

    init(using generator: inout some RandomNumberGenerator) {
        bytes = (0..<Secret.count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    private init(_ key: SymmetricKey) {
        bytes = key.withUnsafeBytes { Array($0) }
    }

    /// A key derived from this one for the purpose that `info` names: HKDF-SHA256 with an empty salt.
    func child(_ info: [UInt8]) -> Secret {
        Secret(derive(info, count: Secret.count))
    }

    /// `count` bytes derived from this secret, at most 8,160: HKDF-SHA256 with an empty salt.
    func bytes(_ info: [UInt8], count: Int) -> [UInt8] {
        derive(info, count: count).withUnsafeBytes { Array($0) }
    }

    /// For swift-crypto.
    var key: SymmetricKey { SymmetricKey(data: bytes) }

    private func derive(_ info: [UInt8], count: Int) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: info, outputByteCount: count)
    }

    var description: String { "Secret" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}

import Crypto
package import Diagnostics
package import Files

/// SHA-256, for the targets that may not import swift-crypto.
package enum Digest {
    /// The 32 bytes of the hash.
    package static func sha256(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return Array(hash.finalize())
    }

    /// The hash in lower-case hexadecimal: 64 digits.
    package static func sha256Hex(_ bytes: some Collection<UInt8>) -> String {
        Hexadecimal.text(sha256(bytes))
    }

    /// The hash of a file, which is read in pieces.
    package static func sha256Hex(of file: OpenFile) throws(Failure) -> String {
        var hash = SHA256()
        try file.forEachPiece { (piece) throws(Failure) in hash.update(piece) }
        return Hexadecimal.text(Array(hash.finalize()))
    }
}

extension HashFunction {
    /// Adds bytes without copying them where they lie in one piece.
    mutating func update(_ bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { update(bufferPointer: UnsafeRawBufferPointer($0)) }
        if done == nil { Array(bytes).withUnsafeBytes { update(bufferPointer: $0) } }
    }
}

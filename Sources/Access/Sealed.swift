import Files

/// A sealed object: header and ciphertext. Only a `Sealer` makes one, so what holds a `Sealed` holds no plain text.
package struct Sealed: Sendable, Hashable {
    package let bytes: [UInt8]

    /// What stands before the ciphertext, in bytes.
    static let headerCount = 48
    /// The tag of AES-GCM at the end, in bytes.
    static let tagCount = 16

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension Sealed: ContiguousBytes {
    package func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { bytes.withUnsafeBytes(body) }
}

/// Why a sealed object does not open.
package enum NotOpened: Error, Hashable {
    /// It is too short, or no sealed object.
    case malformed
    /// It was written in a version of the format that is not known here.
    case version(UInt8)
    /// It is of another kind, or for another audience, than the place says.
    case otherPlace
    /// It was sealed with keys that are not at hand.
    case unknownEpoch(Int)
    /// It was changed, or belongs to another place, site or key.
    case notAuthentic
    /// It is larger unpacked than a reader accepts.
    case tooLarge
}

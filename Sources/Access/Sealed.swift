import Files

/// A sealed object: header and ciphertext. Only a `Sealer` makes one, so what holds a `Sealed` holds no plain text.
package struct Sealed: Sendable, Hashable {
    package let bytes: [UInt8]
    /// What the manifest says of it.
    package let entry: ManifestEntry

    /// The tag of AES-GCM at the end, in bytes.
    static let tagCount = 16

    /// T: what this text at this place is known by.
    var tag: [UInt8] { Array(bytes[16..<Header.count]) }

    init(_ bytes: [UInt8], entry: ManifestEntry) {
        self.bytes = bytes
        self.entry = entry
    }
}

extension Sealed: ContiguousBytes {
    package func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { bytes.withUnsafeBytes(body) }
}

/// Why a sealed object does not open.
package enum NotOpened: Error, Hashable {
    /// It is too short, no sealed object, or laid out in no way that a `Sealer` does it.
    case malformed
    /// It was written in a version of the format that is not known here.
    case version(UInt8)
    /// It is of another kind, or for another audience, than the place says.
    case otherPlace
    /// It was sealed with keys that are not at hand; the epoch of these.
    case unknownEpoch(Int)
    /// It was changed, or belongs to another place, site or key.
    case notAuthentic
    /// The office has not signed it.
    case notSigned
    /// It is larger unpacked than a reader accepts.
    case tooLarge
}

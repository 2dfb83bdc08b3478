/// What the files have in common that participants and the office send each other: their beginning. SUBMISSIONS.md, sections 3 and 4.
package enum SealedFile: String, Sendable {
    /// Made by anybody, for the office alone.
    case submission = "ROSSUBMI"
    /// Made by the office, for one holder of a passphrase.
    case returnedText = "ROSRETUR"

    /// The most bytes that such a file has.
    package static let byteLimit = 25_165_824
    /// The most bytes that are unpacked of one: a bundle, and the byte before it.
    static let textLimit = 24_000_001
    static let site = 12..<28

    /// Which of them bytes begin as; nil for anything else. They are told by this, and not by a name.
    package init?(_ bytes: some Collection<UInt8>) {
        self.init(rawValue: String(decoding: bytes.prefix(8), as: UTF8.self))
    }

    /// What stands before that of which the two differ: 28 bytes.
    func beginning(site: [UInt8]) -> [UInt8] { Array(rawValue.utf8) + [Format.version, 0, 0, 0] + site }

    /// Throws where a file does not begin as one of this kind for this site.
    ///
    /// - Parameter count: how long its header is.
    func requireBeginning(of bytes: [UInt8], site: [UInt8], count: Int) throws(SealedRefusal) {
        guard bytes.count <= Self.byteLimit else { throw .tooLong }
        guard SealedFile(bytes) == self else { throw .notKnown }
        guard bytes.count >= Self.site.upperBound, bytes[8..<12].elementsEqual([Format.version, 0, 0, 0]) else { throw .notKnown }
        guard bytes[Self.site].elementsEqual(site) else { throw .anotherSite }
        guard bytes.count >= count else { throw .damaged }
    }

    /// The text that was packed and padded.
    static func unpack(_ packed: [UInt8]) throws(SealedRefusal) -> [UInt8] {
        do {
            return try Packing.unpack(packed, limit: textLimit)
        } catch {
            throw .badlyPacked
        }
    }
}

/// Why a file that participants and the office send each other is not opened.
package enum SealedRefusal: Error, Sendable, Hashable, CaseIterable {
    /// Another beginning, or a version that this program does not know.
    case notKnown
    /// It is for another forum.
    case anotherSite
    /// It was sealed for a key that the office does not have, or no longer.
    case keyNotKept
    /// It does not open: bytes are missing, others, or more.
    case damaged
    /// It opens, and what is in it is packed otherwise than the form packs, or too long.
    case badlyPacked
    case tooLong
    /// It opens, and what is in it is no bundle that is taken.
    case badBundle
}

package import Diagnostics

/// A sealed object in several chunks, which is written piece by piece and never held in memory as a whole.
///
/// A text is read twice: for the table that stands before the ciphertexts, and for the ciphertexts. What has changed
/// between the two is noticed.
package struct LongObject: Sendable {
    /// Gives the bytes of the text in a range.
    package typealias Reading = @Sendable (Range<Int>) throws(Failure) -> [UInt8]

    /// A packed chunk, and the text in it, in bytes.
    static let chunkCount = 1 << 20
    static let pieceCount = chunkCount - Packing.headCount
    /// 4 GiB.
    static let chunkLimit = 4096
    /// A chunk's line in the table: its length and its T.
    static let lineCount = 36

    /// What stands before the ciphertexts: header, table and signature. Another text has another one.
    package let preface: [UInt8]
    /// What the manifest says of it.
    package let entry: ManifestEntry
    private let count: Int
    private let place: Place
    private let keys: ObjectKeys
    private let tags: [[UInt8]]
    private let read: Reading

    /// Whether a text of that many bytes is sealed in several chunks.
    package static func isFor(_ count: Int) -> Bool { count > pieceCount }

    /// - Parameter count: the length of the text in bytes, for which `isFor` holds.
    init(_ count: Int, at place: Place, keys: ObjectKeys, signer: Signer, read: @escaping Reading) throws(Failure) {
        self.count = count
        self.place = place
        self.keys = keys
        self.read = read
        let lengths = Self.lengths(count)
        guard lengths.count <= Self.chunkLimit else {
            throw Failure("\(place.path) is larger than \(Self.chunkLimit >> 10) GB and cannot be sealed", remedy: "Divide it.")
        }
        let flags = Header.signed | Header.chunked
        var tags: [[UInt8]] = []
        var table: [UInt8] = []
        Format.append(UInt32(lengths.count), to: &table)
        for (chunk, length) in lengths.enumerated() {
            let packed = try Self.packed(chunk, length, of: count, read)
            let tag = keys.tag(keys.encode(place, flags: flags, chunk: chunk, chunks: lengths.count), packed)
            Format.append(UInt32(length + Sealed.tagCount), to: &table)
            table += tag
            tags.append(tag)
        }
        self.tags = tags
        let whole = keys.encode(place, flags: flags, chunk: lengths.count, chunks: lengths.count)
        let tag = keys.tag(whole, table)
        var preface: [UInt8] = []
        Header(place, flags: flags, keys: keys, tag: tag).append(to: &preface)
        self.preface = preface + table + (try signer.sign(whole + tag))
        entry = ManifestEntry(place, tag: tag, site: keys.site)
    }

    /// Gives the object's bytes, in order, piece by piece.
    package func write(_ write: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        try write(preface)
        let lengths = Self.lengths(count)
        for (chunk, length) in lengths.enumerated() {
            let packed = try Self.packed(chunk, length, of: count, read)
            let encoded = keys.encode(place, flags: Header.signed | Header.chunked, chunk: chunk, chunks: lengths.count)
            guard keys.tag(encoded, packed) == tags[chunk] else {
                throw Failure(
                    "an attachment changed while it was being sealed", remedy: "Let nothing write to it, and run the build again.")
            }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(length + Sealed.tagCount)
            do {
                try keys.encrypt(packed, tag: tags[chunk], place: encoded, to: &bytes)
            } catch {
                throw Failure("cannot seal \(place.path): \(error)")
            }
            try write(bytes)
        }
    }

    /// The lengths of the packed chunks of a text of `count` bytes.
    static func lengths(_ count: Int) -> [Int] {
        let heads = (count + pieceCount - 1) / pieceCount * Packing.headCount
        let all = Padding.padded(count + heads)
        return stride(from: 0, to: all, by: chunkCount).map { min(chunkCount, all - $0) }
    }

    private static func packed(_ chunk: Int, _ length: Int, of count: Int, _ read: Reading) throws(Failure) -> [UInt8] {
        let start = min(chunk * pieceCount, count)
        let piece = try read(start..<min(start + pieceCount, count))
        var packed: [UInt8] = [0]
        packed.reserveCapacity(length)
        Format.append(UInt32(piece.count), to: &packed)
        packed += piece
        packed += repeatElement(0, count: length - packed.count)
        return packed
    }
}

extension Sealer {
    /// Seals a text that is too long for one chunk; see `LongObject.isFor`.
    ///
    /// - Parameter read: gives its bytes, the same each time.
    package func seal(_ count: Int, at place: Place, read: @escaping LongObject.Reading) throws(Failure) -> LongObject {
        try LongObject(count, at: place, keys: try keys(for: place), signer: signer, read: read)
    }
}

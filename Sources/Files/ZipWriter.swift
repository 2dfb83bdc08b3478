package import Diagnostics

/// A zip archive, written from its beginning on: without times of files, so that the same entries give the same bytes.
///
/// The format is PKWARE's APPNOTE.TXT, sections 4.3 and 4.4; with ZIP64's records where there are too many entries or bytes for the older
/// fields.
package struct ZipWriter {
    /// What an archive with at least one entry begins with.
    package static let mark: [UInt8] = [0x50, 0x4B, 3, 4]

    private let file: NewFile
    private var directory: [UInt8] = []
    private var entries = 0
    private var offset = 0

    package init(_ file: NewFile) {
        self.file = file
    }

    /// Adds a file as it is, read piece by piece, and twice.
    ///
    /// - Parameter path: where it stands in the archive, with `/`.
    package mutating func add(_ path: String, _ source: OpenFile) throws(Failure) {
        var crc = CRC32()
        try source.forEachPiece { (piece) throws(Failure) in crc.add(piece) }
        try begin(path, Content(count: source.count, packed: source.count, crc: crc.value, method: .stored))
        try source.forEachPiece { (piece) throws(Failure) in try file.append(piece) }
    }

    /// Adds bytes as they are.
    package mutating func add(_ path: String, _ bytes: [UInt8]) throws(Failure) {
        try begin(path, Content(count: bytes.count, packed: bytes.count, crc: CRC32.of(bytes), method: .stored))
        try file.append(bytes)
    }

    /// Adds bytes that have been packed.
    ///
    /// - Parameters:
    ///   - plain: what they were.
    ///   - packed: the same as raw deflate (RFC 1951).
    package mutating func add(_ path: String, _ plain: [UInt8], deflated packed: [UInt8]) throws(Failure) {
        guard packed.count < plain.count else { return try add(path, plain) }
        try begin(path, Content(count: plain.count, packed: packed.count, crc: CRC32.of(plain), method: .deflated))
        try file.append(packed)
    }

    /// Writes what tells where everything stands; nothing is added after it.
    package func finish() throws(Failure) {
        try file.append(directory + Self.end(entries: entries, directory: directory.count, at: offset))
    }

    private enum Method: Int {
        case stored = 0
        case deflated = 8
    }

    private struct Content {
        let count: Int
        let packed: Int
        let crc: UInt32
        let method: Method
    }

    private mutating func begin(_ path: String, _ content: Content) throws(Failure) {
        guard content.count < 0xFFFF_FFFF else {
            throw Failure("\(path) is too large for a zip archive", remedy: "Leave it out: four gigabytes are the most.")
        }
        let head = Self.head(of: path, content)
        try file.append(Self.mark + head + path.utf8)
        directory += Self.entry(path, head: head, at: offset)
        offset += 30 + path.utf8.count + content.packed
        entries += 1
    }

    /// The fields that an entry has before its bytes as well as in the directory.
    private static func head(of path: String, _ content: Content) -> [UInt8] {
        // Version 2.0; a name in UTF-8 where it is more than ASCII; 1980-01-01, the first day that the format knows.
        let flags = path.utf8.allSatisfy { $0 < 128 } ? 0 : 1 << 11
        return bytes(20, 2) + bytes(flags, 2) + bytes(content.method.rawValue, 2) + bytes(0, 2) + bytes(0x21, 2)
            + bytes(Int(content.crc), 4) + bytes(content.packed, 4) + bytes(content.count, 4) + bytes(path.utf8.count, 2) + bytes(0, 2)
    }

    private static func entry(_ path: String, head: [UInt8], at offset: Int) -> [UInt8] {
        let far = offset >= 0xFFFF_FFFF
        let extra = far ? bytes(1, 2) + bytes(8, 2) + bytes(offset, 8) : []
        // Made by Unix, so that the mode counts; of the head all but the length of the extra field, which differs.
        var entry = bytes(0x0201_4B50, 4) + bytes(3 << 8 | 45, 2) + head.dropLast(2) + bytes(extra.count, 2)
        entry += bytes(0, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0o100644 << 16, 4) + bytes(far ? 0xFFFF_FFFF : offset, 4)
        return entry + path.utf8 + extra
    }

    private static func end(entries: Int, directory: Int, at offset: Int) -> [UInt8] {
        var end: [UInt8] = []
        if entries >= 0xFFFF || offset + directory >= 0xFFFF_FFFF {
            end += bytes(0x0606_4B50, 4) + bytes(44, 8) + bytes(3 << 8 | 45, 2) + bytes(45, 2) + bytes(0, 4) + bytes(0, 4)
            end += bytes(entries, 8) + bytes(entries, 8) + bytes(directory, 8) + bytes(offset, 8)
            end += bytes(0x0706_4B50, 4) + bytes(0, 4) + bytes(offset + directory, 8) + bytes(1, 4)
        }
        let count = min(entries, 0xFFFF)
        end += bytes(0x0605_4B50, 4) + bytes(0, 2) + bytes(0, 2) + bytes(count, 2) + bytes(count, 2)
        return end + bytes(min(directory, 0xFFFF_FFFF), 4) + bytes(min(offset, 0xFFFF_FFFF), 4) + bytes(0, 2)
    }

    /// A number in as many bytes, the lowest first.
    private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}

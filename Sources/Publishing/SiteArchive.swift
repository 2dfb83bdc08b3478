import Access
package import Diagnostics
import Files

/// The whole site as a zip archive, for hosts that take nothing else: stored, since ciphertext does not become shorter; in the
/// order of the upload; without times of files, so that the same site gives the same bytes.
///
/// The format is PKWARE's APPNOTE.TXT, sections 4.3 and 4.4; with ZIP64's records where there are too many entries or bytes
/// for the older fields.
package struct SiteArchive: Sendable {
    private let site: FinishedSite
    private let path: String
    private let record: PublicationRecord

    /// Looks, and writes nothing.
    ///
    /// - Parameter takeOver: whether an archive may be replaced that no publication from this office has written.
    package init(_ site: FinishedSite, at path: String, takeOver: Bool) throws(Failure) {
        self.site = site
        self.path = try site.folders.placeForSite(path)
        record = try PublicationRecord(office: site.office, target: "zip \(self.path)")
        guard let found = try FileSystem.look(self.path) else { return }
        guard found.kind == .file, try OpenFile(self.path).read(0..<4) == Self.local else {
            throw Failure("\(self.path) is there and is no zip archive", remedy: "Name another file with --zip.")
        }
        if takeOver { return }
        guard record.archives.contains(try Digest.sha256Hex(of: try OpenFile(self.path))) else {
            throw Failure(
                "\(self.path) is an archive that no publication from this office has written",
                remedy: "Name another file; or, where this one may be replaced, add --take-over.")
        }
    }

    /// What the archive made before had and the site has no more: whoever unpacks the new one over the old has to remove it.
    package var removals: [String] {
        let paths = Set(site.files.map(\.path))
        return record.put.keys.filter { !paths.contains($0) }.sorted()
    }

    /// Writes it in place of an older one, whole or not at all.
    package func write(progress: PublishingProgress) throws(Failure) {
        let staged = path + ".rostrum-new"
        try FileSystem.remove(staged)
        do throws(Failure) {
            try FileSystem.create(staged, flush: true) { (new) throws(Failure) in try pack(into: new, progress) }
            var record = record
            let hash = try Digest.sha256Hex(of: try OpenFile(staged))
            try record.begin(archive: hash)
            try FileSystem.rename(staged, to: path)
            try record.finish(archive: hash, site.files)
        } catch {
            try FileSystem.remove(staged)
            throw error
        }
    }

    private func pack(into new: NewFile, _ progress: PublishingProgress) throws(Failure) {
        var directory: [UInt8] = []
        var offset = 0
        for (index, file) in site.files.enumerated() {
            progress.step("packing", index + 1, of: site.files.count)
            let source = try OpenFile(site.folder + "/" + file.path)
            guard source.count < 0xFFFF_FFFF else {
                throw Failure("\(file.path) is too large for a zip archive", remedy: "Publish with --to or --rsync.")
            }
            var crc = CRC32()
            try source.forEachPiece { (piece) throws(Failure) in crc.add(piece) }
            let head = Self.head(of: file.path, count: source.count, crc: crc.value)
            try new.append(Self.local + head + file.path.utf8)
            try source.forEachPiece { (piece) throws(Failure) in try new.append(piece) }
            directory += Self.entry(file.path, head: head, at: offset)
            offset += 30 + file.path.utf8.count + source.count
        }
        try new.append(directory + Self.end(entries: site.files.count, directory: directory.count, at: offset))
    }

    private static let local: [UInt8] = [0x50, 0x4B, 3, 4]

    /// The fields that an entry has before its bytes as well as in the directory.
    private static func head(of path: String, count: Int, crc: UInt32) -> [UInt8] {
        // Version 2.0; no flags; stored; 1980-01-01, the first day that the format knows.
        bytes(20, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0x21, 2) + bytes(Int(crc), 4) + bytes(count, 4) + bytes(count, 4)
            + bytes(path.utf8.count, 2) + bytes(0, 2)
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

import Access
import ContentStore
import Diagnostics
import Files

/// The folders that the last build loaded, by the stamps of their files. Only folders without findings are kept, so that
/// a finding is found anew each time. Kept in parts, of which only those with a change are written anew.
struct TextCache: Sendable {
    private struct Kept: Sendable {
        /// Fingerprint of the names and stamps of the folder's files.
        let stamps: Fingerprint
        let digest: Fingerprint
        let bytes: ArraySlice<UInt8>
    }

    static let parts = 16

    private let kept: [[String: Kept]]

    init(_ cache: Cache, workers: Workers) throws(Failure) {
        kept = try workers.map(Self.parts, chunk: 1) { (part) throws(Failure) in
            guard let payload = try cache.read(.texts(part)) else { return [:] }
            do throws(ByteReader.Malformed) {
                return try Self.read(payload)
            } catch {
                return [:]  // counts as missing
            }
        }
    }

    /// The record of a folder whose files are those of the last build; nil where anything about them differs.
    func record(_ path: String, stamps: Fingerprint) -> FolderRecord? {
        guard let known = kept[Self.part(of: path)][path], known.stamps == stamps else { return nil }
        do throws(ByteReader.Malformed) {
            return try FolderRecord(path: path, bytes: known.bytes, digest: known.digest)
        } catch {
            return nil  // a record that cannot be read counts as missing, and the folder is loaded anew
        }
    }

    /// Brings the cache up to date: afterwards it holds just these folders.
    func update(_ records: [(record: FolderRecord, stamps: Fingerprint)], in cache: Cache, workers: Workers) throws(Failure) {
        var divided = [[(record: FolderRecord, stamps: Fingerprint)]](repeating: [], count: Self.parts)
        for entry in records { divided[Self.part(of: entry.record.path)].append(entry) }
        let parts = divided
        _ = try workers.map(Self.parts, chunk: 1) { (part) throws(Failure) in
            let entries = parts[part]
            let same = entries.count == kept[part].count && entries.allSatisfy { kept[part][$0.record.path]?.stamps == $0.stamps }
            if !same { try cache.write(.texts(part), Self.bytes(entries)) }
        }
    }

    /// Which part a folder belongs to: the same in every run, and about as many in each.
    private static func part(of path: String) -> Int {
        path.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % parts
    }

    private static func bytes(_ entries: [(record: FolderRecord, stamps: Fingerprint)]) -> ByteWriter {
        var writer = Cache.writer(reserving: entries.reduce(64) { $0 + $1.record.bytes.count + 128 })
        writer.write(list: entries) { writer, entry in
            writer.write(entry.record.path)
            writer.write(entry.stamps)
            writer.write(entry.record.digest)
            writer.write(entry.record.bytes)
        }
        return writer
    }

    private static func read(_ payload: ArraySlice<UInt8>) throws(ByteReader.Malformed) -> [String: Kept] {
        var reader = ByteReader(payload)
        return try reader.table { (reader) throws(ByteReader.Malformed) in
            let stamps = try reader.fingerprint()
            return Kept(stamps: stamps, digest: try reader.fingerprint(), bytes: try reader.data())
        }
    }
}

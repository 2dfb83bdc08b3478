import Access
import ContentStore
import Diagnostics
import Files

/// The folders that the last build loaded, by the stamps of their files. Only folders without findings are kept, so that
/// a finding is found anew each time.
struct TextCache: Sendable {
    struct Kept: Sendable {
        /// Fingerprint of the names and stamps of the folder's files.
        let stamps: Fingerprint
        let digest: Fingerprint
        let bytes: ArraySlice<UInt8>
    }

    private let kept: [String: Kept]

    var count: Int { kept.count }

    init(_ cache: Cache) throws(Failure) {
        guard let payload = try cache.read(.texts) else {
            kept = [:]
            return
        }
        do throws(ByteReader.Malformed) {
            var reader = ByteReader(payload)
            let list = try reader.list { (reader) throws(ByteReader.Malformed) in
                let path = try reader.string()
                let stamps = try reader.fingerprint()
                return (path, Kept(stamps: stamps, digest: try reader.fingerprint(), bytes: try reader.data()))
            }
            kept = Dictionary(list) { _, last in last }
        } catch {
            kept = [:]
        }
    }

    /// The record of a folder whose files are those of the last build; nil where anything about them differs.
    func record(_ path: String, stamps: Fingerprint) -> FolderRecord? {
        guard let known = kept[path], known.stamps == stamps else { return nil }
        do throws(ByteReader.Malformed) {
            return try FolderRecord(path: path, bytes: known.bytes, digest: known.digest)
        } catch {
            return nil  // a record that cannot be read counts as missing, and the folder is loaded anew
        }
    }

    /// Writes the cache anew, unless it holds just these folders already.
    static func write(_ records: [(record: FolderRecord, stamps: Fingerprint)], to cache: Cache) throws(Failure) {
        var writer = ByteWriter(reserving: records.reduce(64) { $0 + $1.record.bytes.count + 80 })
        writer.write(list: records) { writer, entry in
            writer.write(entry.record.path)
            writer.write(entry.stamps)
            writer.write(entry.record.digest)
            writer.write(entry.record.bytes)
        }
        try cache.write(.texts, writer.bytes)
    }
}

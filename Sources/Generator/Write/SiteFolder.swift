import Diagnostics
import Files

/// The folder `site/` with what the cache knows of it, and the folder in which its successor grows.
struct SiteFolder: Sendable {
    let path: String
    /// What stands in it as the last build left it.
    let present: TreeRecord
    /// The site before the present one; nil when it is unknown or was touched.
    private let spare: TreeRecord?
    /// Whether it is, to the last file, what the last build left.
    let isWhole: Bool
    private let cache: Cache

    init(root: String, cache: Cache, workers: Workers) throws(Failure) {
        path = root + "/site"
        self.cache = cache
        try Self.recover(path, cache)
        if try FileSystem.look(path).map({ $0.kind != .folder }) ?? false {
            throw Failure("\(path) is no ordinary folder", remedy: "Remove it, or rename it; the build makes the folder itself.")
        }
        let record = try Self.record(.site, cache)
        (present, isWhole) = try record?.standing(under: path, workers: workers) ?? (TreeRecord(), false)
        let before = try Self.record(.spare, cache)
        spare = try before?.standing(under: cache.spareFolder, workers: workers).whole == true ? before : nil
    }

    /// Fills the next site and swaps it in.
    ///
    /// - Parameter fill: places every file, and gives their records.
    func replace(
        workers: Workers, _ fill: (Staging) throws(Failure) -> [String: TreeRecord.File]
    ) throws(Failure) {
        // From here on the folder beside the site is in motion: should this process end, the next build starts it anew.
        try cache.forget(.spare)
        try FileSystem.makeFolder(path)
        let staging = try Staging(site: path, next: cache.spareFolder, present: present, spare: spare)
        let files = try fill(staging)
        let record = try staging.finish(files, workers: workers)
        let old = isWhole ? Alongside { () throws(Failure) in try save(present, .spare) } : nil
        try save(record, .site)
        try old?.value()
        if !isWhole { try FileSystem.remove(cache.spareFolder) }
    }

    /// Whether git keeps the folder by an empty file, which then goes along.
    var isKept: Bool {
        get throws(Failure) { try FileSystem.look(path + "/.gitkeep")?.stamp.size == 0 }
    }

    private static func record(_ name: Cache.Name, _ cache: Cache) throws(Failure) -> TreeRecord? {
        guard let payload = try cache.read(name) else { return nil }
        do throws(ByteReader.Malformed) {
            var reader = ByteReader(payload)
            return try TreeRecord(from: &reader)
        } catch {
            return nil  // counts as missing: every file is made anew
        }
    }

    private func save(_ record: TreeRecord, _ name: Cache.Name) throws(Failure) {
        var writer = Cache.writer(reserving: record.files.count * 128)
        record.encode(to: &writer)
        try cache.write(name, writer)
    }

    /// Where a file system cannot swap folders in one step, a build may have ended between two steps.
    private static func recover(_ path: String, _ cache: Cache) throws(Failure) {
        let set = FileSystem.setAside(path)
        if try FileSystem.look(path) == nil, try FileSystem.look(set) != nil { try FileSystem.rename(set, to: path) }
    }
}

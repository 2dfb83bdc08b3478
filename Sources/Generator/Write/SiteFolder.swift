import Diagnostics
import Files

/// The folder `site/` with what the cache knows of it, and the folder in which its successor grows.
struct SiteFolder: Sendable {
    let path: String
    /// What the last build left in it; nil when that is unknown.
    private let record: TreeRecord?
    /// What of it still stands.
    private let present: TreeRecord
    private let workers: Workers
    private let cache: Cache

    init(root: String, cache: Cache, workers: Workers) throws(Failure) {
        path = root + "/site"
        self.cache = cache
        try Self.recover(path, cache)
        _ = try Self.isThere(path)
        self.workers = workers
        record = try Self.record(.site, cache)
        if let record, let root = try Anchor(path) {
            present = try record.standing(under: root, workers: workers)
        } else {
            present = TreeRecord()
        }
    }

    /// Whether there is one; throws where something else stands in its place.
    static func isThere(_ path: String) throws(Failure) -> Bool {
        guard let found = try FileSystem.look(path) else { return false }
        if found.kind == .folder { return true }
        let what = found.kind == .link ? "a link" : "no ordinary folder"
        throw Failure("\(path) is \(what)", remedy: "Remove it, or rename it; the build makes the folder itself.")
    }

    /// Whether it is, to the last file, what the last build left, and holds nothing else.
    var isWhole: Bool {
        get throws(Failure) {
            guard let record, record.files.count == present.files.count, let root = try Anchor(path) else { return false }
            return try record.hasItsFolders(under: root, workers: workers)
        }
    }

    /// Fills the next site and swaps it in. Beside it stays the site before or, where there was none, a twin of the new one:
    /// the folder in which the next build's site grows, so that a small change costs little from the first one on.
    ///
    /// - Parameters:
    ///   - accept: is given the folder of the next site when it is whole. Where it says no, that folder is removed, and what was
    ///     in `site/` stays.
    ///   - fill: places every file, and gives their records.
    func replace(
        accept: (String) throws(Failure) -> Bool, _ fill: (Staging) throws(Failure) -> [String: TreeRecord.File]
    ) throws(Failure) {
        let spare = try Self.record(.spare, cache)
        // From here on the folder beside the site is in motion: should this process end, the next build starts it anew.
        try cache.forget(.spare)
        try FileSystem.makeFolder(path)
        let staging = try Staging(site: path, next: cache.spareFolder, present: present, spare: spare, workers: workers)
        guard let next = try staging.finish(try fill(staging), workers: workers, accept: accept) else {
            return try FileSystem.remove(cache.spareFolder)
        }
        if record != nil {
            // What was the site is the folder beside it now, and so is its record; the next build looks whether it is true.
            try cache.rename(.site, to: .spare)
            try save(next, .site)
        } else {
            try save(next, .site)
            try makeTwin(of: next)
        }
    }

    /// Only saves the next build some time: the site is in its place, and where there is no room for a twin there is none.
    private func makeTwin(of record: TreeRecord) throws(Failure) {
        do throws(Failure) {
            if let twin = try Staging.twin(of: record, in: path, at: cache.spareFolder, workers: workers) { return try save(twin, .spare) }
        } catch {
            try FileSystem.remove(cache.spareFolder)
        }
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

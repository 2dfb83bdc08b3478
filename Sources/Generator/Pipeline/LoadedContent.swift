import Access
import Check
import ContentStore
import Diagnostics
import Files
import Markdown
import Model

/// The first stage: everything in `content/` as values, with what is wrong in each file by itself.
struct LoadedContent: Sendable {
    /// Nil where forum.yaml says too little to go on.
    let content: Content?
    /// Rendered bodies by the path of their files.
    let texts: [String: RenderedText]
    /// Fingerprints by the path of a folder.
    let digests: [String: Fingerprint]
    /// Of forum.yaml.
    let forumDigest: Fingerprint
    let findings: [Finding]
    /// Paths of what is there but could not be made into a value: what leads to them is not broken.
    let faulty: Set<String>
    /// How many folders were read anew.
    let fresh: Int
    /// What the next load need not read anew.
    let remembered: RememberedFolders

    /// Loads what `listing` names, with the settings that `loader` found in forum.yaml.
    ///
    /// - Parameters:
    ///   - cache: folders that are as it knows them are taken from there, and it is brought up to date. Nil where everything is to be
    ///     read anew, and nothing kept on the disk.
    ///   - earlier: what an earlier load in this process has left.
    init(
        _ listing: ContentListing, loader: ContentLoader, forum: Loaded<Forum>, cache: Cache?, earlier: RememberedFolders?,
        settings: Build.Settings
    ) throws(Failure) {
        let (workers, command, progress) = (settings.workers, settings.command, settings.progress)
        let kept = try cache.map { (cache) throws(Failure) in try TextCache(cache, workers: workers) }
        let folders = listing.folders
        let start: @Sendable () -> FolderLoader = { FolderLoader(loader: loader, command: command) }
        let loaded = try workers.map(folders.count, chunk: 16, state: start) {
            (own, index) throws(Failure) -> Folder in
            defer { progress.step(.loading, of: folders.count) }
            let folder = folders[index]
            let stamps = folder.stamps
            if let record = earlier?.record(folder.path, stamps: stamps) ?? kept?.record(folder.path, stamps: stamps) {
                return Folder(outcome: FolderLoader.Outcome(record: record, findings: [], faulty: []), stamps: stamps, fresh: false)
            }
            return Folder(outcome: try own.load(folder), stamps: stamps, fresh: true)
        }
        fresh = loaded.count { $0.fresh }
        findings = listing.findings + forum.findings + loaded.flatMap(\.outcome.findings)
        faulty = Set(loaded.flatMap(\.outcome.faulty))
        let records = loaded.compactMap(\.outcome.record)
        let young = YoungFiles()
        let clean = zip(folders, loaded).compactMap { folder, loaded in
            loaded.outcome.findings.isEmpty && !young.contains(folder)
                ? loaded.outcome.record.map { (record: $0, stamps: loaded.stamps) } : nil
        }
        if let cache, let kept { try kept.update(clean, in: cache, workers: workers) }
        remembered = RememberedFolders(clean)
        var texts = [String: RenderedText](minimumCapacity: records.reduce(0) { $0 + $1.texts.count })
        var digests = [String: Fingerprint](minimumCapacity: records.count)
        for record in records {
            digests[record.path] = record.digest
            for entry in record.texts { texts[entry.path] = entry.text }
        }
        self.texts = texts
        self.digests = digests
        var builder = Fingerprint.Builder()
        builder.add(try FileSystem.read(settings.root + "/content/forum.yaml", limit: 1 << 20) ?? [])
        forumDigest = builder.fingerprint
        content = forum.value.map { Content($0, records.map(\.item)) }
    }

    private struct Folder: Sendable {
        let outcome: FolderLoader.Outcome
        let stamps: Fingerprint
        let fresh: Bool
    }
}

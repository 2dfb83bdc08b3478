import Access

/// The folders of a load, in memory, by the stamps of their files: what a program that looks again and again need not read anew.
/// As in the cache, only folders without findings are among them.
struct RememberedFolders: Sendable {
    private let kept: [String: (stamps: Fingerprint, record: FolderRecord)]

    init(_ clean: [(record: FolderRecord, stamps: Fingerprint)]) {
        kept = Dictionary(clean.map { ($0.record.path, ($0.stamps, $0.record)) }) { first, _ in first }
    }

    /// The record of a folder whose files are those of that load; nil where anything about them differs.
    func record(_ path: String, stamps: Fingerprint) -> FolderRecord? {
        guard let known = kept[path], known.stamps == stamps else { return nil }
        return known.record
    }
}

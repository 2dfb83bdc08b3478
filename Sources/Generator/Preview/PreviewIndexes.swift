import Search
import Synchronization

/// The files of the indexes, each index made when something of it is asked for first. A class, as it remembers them.
final class PreviewIndexes: Sendable {
    private let site: Site
    private let made = Mutex<[SearchPlan.Entry: [String: [UInt8]]]>([:])

    init(_ site: Site) {
        self.site = site
    }

    /// - Parameter path: from the site's root.
    /// - Returns: nil where there is no such file.
    func file(_ path: String) -> [UInt8]? {
        // Stand-ins for names begin alike for all files of an index.
        let found = site.search.entries.first { path.hasPrefix(site.search.path($0, .table, 0).dropLast("table.bin".count)) }
        guard let entry = found else { return nil }
        return made.withLock { made in
            if made[entry] == nil { made[entry] = files(of: entry) }
            return made[entry]?[path]
        }
    }

    private func files(of entry: SearchPlan.Entry) -> [String: [UInt8]] {
        let index = SearchIndex(SearchDocuments(site, entry).all, language: entry.language) { site.search.name(entry, $0, $1) }
        return Dictionary(index.files.map { (site.search.path(entry, $0.section, $0.number), $0.bytes) }) { first, _ in first }
    }
}

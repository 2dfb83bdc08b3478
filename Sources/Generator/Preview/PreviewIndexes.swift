import Search
import Synchronization

/// The files of the indexes, each index made when its table is asked for first. A class, as it remembers them.
final class PreviewIndexes: Sendable {
    private let site: Site
    /// By the paths of their tables.
    private let entries: [String: SearchPlan.Entry]
    /// By their paths from the site's root.
    private let made = Mutex<[String: [UInt8]]>([:])

    init(_ site: Site) {
        self.site = site
        entries = Dictionary(site.search.entries.map { (site.search.path($0, .table, 0), $0) }) { first, _ in first }
    }

    /// - Parameter path: from the site's root.
    /// - Returns: nil where there is no such file of an index whose table somebody has read.
    func file(_ path: String) -> [UInt8]? {
        made.withLock { made in
            if made[path] == nil, let entry = entries[path] {
                made.merge(site.index(entry).map { ($0.path, $0.plain) }) { first, _ in first }
            }
            return made[path]
        }
    }
}

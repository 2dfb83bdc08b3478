package import Diagnostics
import Files

extension Build {
    /// Empties a forum's cache, the site before the present one too, so that nothing in it tells what was in the content. The next
    /// build makes everything anew, and keeps nothing of the site that it takes the place of.
    package static func forgetEverything(root: String) throws(Failure) {
        guard try FileSystem.look(root + "/.rostrum") != nil else { return }
        let lock = try lock(root)
        defer { withExtendedLifetime(lock) {} }
        let cache = try Cache(root: root)
        try cache.forgetAll()
        try FileSystem.remove(cache.spareFolder)
    }
}

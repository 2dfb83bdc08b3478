package import Diagnostics
package import Files

extension Build {
    /// Empties a forum's cache, the site before the present one too, so that nothing in it tells what was in the content. The next
    /// build makes everything anew, and keeps nothing of the site that it takes the place of.
    ///
    /// - Returns: the lock on the forum's site: as long as it is held, no build fills the cache again.
    package static func forgetEverything(root: String) throws(Failure) -> FolderLock {
        let lock = try lock(root)
        let cache = try Cache(root: root)
        try cache.forgetAll()
        try FileSystem.remove(cache.spareFolder)
        return lock
    }
}

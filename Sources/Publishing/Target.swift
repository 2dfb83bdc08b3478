import Diagnostics

/// A place that a site is published to.
protocol Target: Sendable {
    /// Its kind and place in one line, as the record has it.
    var name: String { get }
    /// What stands there in the places of a site's files, by path.
    func compare(_ site: FinishedSite) throws(Failure) -> [String: Standing]
    /// Those of the paths that stand there with one of the contents they may have; where that cannot be told, all.
    func standing(_ paths: [String: Set<String>]) throws(Failure) -> [String]
    /// How many files and folders stand beside those of the site, in it and in its folders; nil where that is not told.
    func others(than site: FinishedSite) throws(Failure) -> Int?
    /// Puts files of one turn there, each in one step, all of them after each is whole.
    func send(_ files: [FinishedSite.File], of site: FinishedSite) throws(Failure)
    /// Removes files, and the folders that become empty by it.
    func remove(_ paths: [String], of site: FinishedSite) throws(Failure)
    /// Clears away what only served the sending.
    func end() throws(Failure)
}

/// What stands at a target in the place of a file.
enum Standing: Sendable {
    case nothing, same, other
}

/// Where a publication goes.
package enum PublishingPlace: Sendable {
    /// A folder of this machine, or one that is mounted.
    case folder(String)
    /// As rsync takes it: `user@host:path`.
    case rsync(String)

    func target(for site: FinishedSite) throws(Failure) -> any Target {
        switch self {
        case .folder(let path): try FolderTarget(path, for: site)
        case .rsync(let target): try RsyncTarget(target, for: site)
        }
    }
}

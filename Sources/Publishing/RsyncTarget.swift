import Access
import Confinement
import Diagnostics
import Files

/// A folder that the system's rsync reaches: on another machine, as a rule.
///
/// Every call names its files in a list; nothing is ever removed but by name.
struct RsyncTarget: Target {
    private let place: String
    private let tool: Tool
    private let scratch: ScratchFolder

    /// - Parameter place: as rsync takes it, with or without `/` at its end.
    init(_ place: String, for site: FinishedSite) throws(Failure) {
        guard !place.isEmpty, !place.hasPrefix("-"), !place.contains(where: \.isNewline) else {
            throw Failure("\"\(place)\" is no target for rsync", remedy: "Write it as in --rsync user@host:/srv/www/forum")
        }
        let isRemote = place.prefix { $0 != "/" }.contains(":")
        self.place = (isRemote ? place : try site.folders.placeForSite(place)) + (place.hasSuffix("/") && isRemote ? "" : "/")
        tool = try Tool("rsync")
        scratch = try ScratchFolder()
    }

    var name: String { "rsync \(place)" }

    func compare(_ site: FinishedSite) throws(Failure) -> [String: Standing] {
        var standing = Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, Standing.same) })
        let output = try run(
            ["--dry-run", "--out-format=%i %n"] + Self.sending, site.files.map(\.path), from: site.folder, "cannot look at \(place)")
        for line in output.split(separator: "\n") {
            // `>f+++++++++ path` is new, `<fc........ path` differs; `.f` differs in nothing that is sent.
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let mark = parts.first, mark.hasPrefix("<f") || mark.hasPrefix(">f") else { continue }
            standing[String(parts[1])] = mark.hasSuffix("+++") ? .nothing : .other
        }
        return standing
    }

    /// Cannot be told without fetching them: a file that is not there is removed without a word.
    func standing(_ paths: [String: Set<String>]) throws(Failure) -> [String] { Array(paths.keys) }

    func others(than site: FinishedSite) throws(Failure) -> Int? { nil }

    func send(_ files: [FinishedSite.File], of site: FinishedSite) throws(Failure) {
        // All files of the turn are put in their places at its end: half a new keyring opens for half of the readers.
        _ = try run(["--delay-updates"] + Self.sending, files.map(\.path), from: site.folder, "cannot publish to \(place)")
    }

    /// rsync removes a named file that is missing where it sends from: here from a folder that has only the folders above it.
    func remove(_ paths: [String], of site: FinishedSite) throws(Failure) {
        try removeMissing(paths)
        let used = Set(site.files.flatMap { SitePath.folders(above: $0.path) })
        let empty = Set(paths.flatMap { SitePath.folders(above: $0) }).subtracting(used)
        // The deepest first; one in which something else lies stays.
        let depths = Dictionary(grouping: empty) { $0.split(separator: "/").count }
        for (_, folders) in depths.sorted(by: { $0.key > $1.key }) { try removeMissing(folders.sorted()) }
    }

    func end() throws(Failure) {}

    private func removeMissing(_ paths: [String]) throws(Failure) {
        let skeleton = scratch.path + "/folders"
        try FileSystem.remove(skeleton)
        try FileSystem.makeFolder(skeleton)
        for folder in Set(paths.flatMap { SitePath.folders(above: $0) }) { try FileSystem.makeFolder(skeleton + "/" + folder) }
        _ = try run(["--delete-missing-args", "--no-implied-dirs"], paths, from: skeleton, "cannot remove what is old from \(place)")
    }

    /// What is published is for the web server to read, whoever built it.
    private static let sending = ["--checksum", "--perms", "--chmod=D755,F644"]

    private func run(_ options: [String], _ paths: [String], from folder: String, _ attempt: String) throws(Failure) -> String {
        let call = options + ["--files-from=-", "--timeout=60", "--", folder + "/", place]
        let outcome = try tool.run(call, input: paths.map { $0 + "\n" }.joined(), in: scratch)
        guard outcome.status == 0 else {
            throw Failure("\(attempt): \(outcome.reason(lines: 3))", remedy: "Publish again when that is mended; what has arrived stays.")
        }
        return outcome.output
    }
}

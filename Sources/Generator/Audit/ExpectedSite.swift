import Access
import Diagnostics
import Model

/// What the plan has at each path of the site, but for the manifest, which follows from the rest.
struct ExpectedSite: Sendable {
    enum File: Sendable {
        /// Open by name, with these bytes.
        case open([UInt8])
        case page(Plan.Entry)
        case attached(FilePlan.Entry)
        case made(MadeFile)
    }

    let files: [String: File]
    /// Of the files, in order.
    let paths: [String]
    let shells: Shells

    /// - Parameter built: which keys the last build sealed with.
    init(_ site: Site, keystore: Keystore, built: BuiltKeys, workers: Workers) throws(Failure) {
        let names = AssetNames(site)
        shells = Shells(site, names: names)
        var files: [String: File] = [:]
        for (path, file) in try OpenAssets(site, keystore: keystore, built: built, names: names).files {
            if case .open(let asset) = file { files[path] = .open(asset.bytes) }
        }
        for entry in site.plan.entries {
            if let path = site.file(entry) { files[path] = .page(entry) }
        }
        for entry in site.files.entries { files[entry.path] = .attached(entry) }
        let indexes = site.search.entries
        let made = try workers.map(indexes.count, chunk: 1) { (index) throws(Failure) in site.index(indexes[index]) }
        for file in made.flatMap({ $0 }) + CalendarFile.all(of: site) { files[file.path] = .made(file) }
        self.files = files
        paths = files.keys.sorted()
    }

    /// The paths in each tree that readers of the site are in (see `Audience.tree`), from its root: nothing in one leads into another.
    func trees(_ site: Site) -> [String: [String]] {
        let roots = Set(site.plan.entries.map { site.audience(of: $0.subject).tree(site.forum.gate) })
        let inner = roots.filter { !$0.isEmpty }.sorted()
        var trees = Dictionary(uniqueKeysWithValues: roots.map { ($0, [String]()) })
        for path in paths {
            let tree = inner.first { path.hasPrefix($0) } ?? ""
            trees[tree, default: []].append(String(path.dropFirst(tree.count)))
        }
        return trees
    }

    /// Whether what stands at a path is ciphertext as a whole, or names and hashes of such.
    static func isCiphertext(_ path: String) -> Bool {
        ["keyring/", "files/", "search/", Manifest.folder + "/"].contains { path.hasPrefix($0) } && path != "keyring/head.js"
    }
}

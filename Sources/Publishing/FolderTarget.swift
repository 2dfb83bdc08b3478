import Access
import Diagnostics
import Files

/// A folder of this machine. Links in it are not followed.
struct FolderTarget: Target {
    private let folder: String

    init(_ path: String, for site: FinishedSite) throws(Failure) {
        folder = try site.folders.placeForSite(path)
        if let found = try FileSystem.look(folder), found.kind != .folder {
            throw Failure("\(folder) is no folder", remedy: "Name a folder with --to.")
        }
    }

    var name: String { "folder \(folder)" }

    func compare(_ site: FinishedSite) throws(Failure) -> [String: Standing] {
        guard let anchor = try Anchor(folder) else { return [:] }
        try refuseLinks(above: site.files.map(\.path), anchor)
        var standing: [String: Standing] = [:]
        for file in site.files {
            guard let found = try FileSystem.look(file.path, from: anchor) else { continue }
            let alike = found.kind == .file && found.stamp.size == file.size
            standing[file.path] = alike ? try hash(file.path) == file.hash ? .same : .other : .other
        }
        return standing
    }

    func standing(_ paths: [String: Set<String>]) throws(Failure) -> [String] {
        guard let anchor = try Anchor(folder) else { return [] }
        try refuseLinks(above: Array(paths.keys), anchor)
        var found: [String] = []
        for (path, hashes) in paths where try FileSystem.look(path, from: anchor)?.kind == .file {
            if hashes.contains(try hash(path)) { found.append(path) }
        }
        return found
    }

    func others(than site: FinishedSite) throws(Failure) -> Int? {
        var own: [String: Set<String>] = [:]
        for file in site.files {
            var path = file.path
            for parent in SitePath.folders(above: path) + [""] {
                own[parent, default: []].insert(String(path.dropFirst(parent.isEmpty ? 0 : parent.utf8.count + 1)))
                path = parent
            }
        }
        var count = 0
        for (parent, names) in own {
            count += try FileSystem.entries(of: folder + "/" + parent).count { !names.contains($0.name) && $0.name != Self.uploads }
        }
        return count
    }

    /// Every file is written beside the others first, then all are put in their places: a full disk changes nothing of the turn. What an
    /// interrupted publication has written there is not written again.
    func send(_ files: [FinishedSite.File], of site: FinishedSite) throws(Failure) {
        try FileSystem.makeFolder(folder)
        let uploads = folder + "/" + Self.uploads
        if let found = try FileSystem.look(uploads), found.kind != .folder { try FileSystem.remove(uploads) }
        try FileSystem.makeFolder(uploads)
        for file in files {
            let upload = upload(of: file)
            if try isWhole(upload, file) { continue }
            try FileSystem.remove(upload)
            let source = try OpenFile(site.folder + "/" + file.path)
            try FileSystem.create(upload) { (new) throws(Failure) in
                try source.forEachPiece { (piece) throws(Failure) in try new.append(piece) }
            }
        }
        guard let anchor = try Anchor(folder) else { throw Failure("\(folder) is gone", remedy: "Publish again.") }
        try FileSystem.flushAll(anchor)
        for file in files {
            if let parent = SitePath.folders(above: file.path).first { try FileSystem.makeFolder(folder + "/" + parent) }
            let place = folder + "/" + file.path
            guard try FileSystem.look(place)?.kind != .folder else {
                throw Failure("\(place) is a folder, where the site has a file", remedy: "Remove it, or rename it, and publish again.")
            }
            try FileSystem.rename(upload(of: file), to: place)
        }
        try FileSystem.flushAll(anchor)
    }

    func remove(_ paths: [String], of site: FinishedSite) throws(Failure) {
        var folders: Set<String> = []
        for path in paths {
            try FileSystem.remove(folder + "/" + path)
            folders.formUnion(SitePath.folders(above: path))
        }
        for path in folders.sorted(by: >) where try FileSystem.look(folder + "/" + path)?.kind == .folder {
            if try FileSystem.entries(of: folder + "/" + path).isEmpty { try FileSystem.remove(folder + "/" + path) }
        }
    }

    func end() throws(Failure) {
        try FileSystem.remove(folder + "/" + Self.uploads)
    }

    /// In the target itself, because only within one file system is a file put in its place in one step.
    private static let uploads = ".rostrum-upload"

    /// Where a file waits for its turn: under its path, with `+` for `/`, which no path of a site has.
    private func upload(of file: FinishedSite.File) -> String {
        folder + "/" + Self.uploads + "/" + file.path.split(separator: "/").joined(separator: "+")
    }

    private func isWhole(_ upload: String, _ file: FinishedSite.File) throws(Failure) -> Bool {
        guard let found = try FileSystem.look(upload), found.kind == .file, found.stamp.size == file.size else { return false }
        return try Digest.sha256Hex(of: try OpenFile(upload)) == file.hash
    }

    private func hash(_ path: String) throws(Failure) -> String {
        try Digest.sha256Hex(of: try OpenFile(folder + "/" + path))
    }

    /// A link in the place of a folder of the site would lead what is written, or removed, somewhere else.
    private func refuseLinks(above paths: [String], _ anchor: Anchor) throws(Failure) {
        for path in Set(paths.flatMap { SitePath.folders(above: $0) }).sorted() {
            guard let kind = try FileSystem.look(path, from: anchor)?.kind, kind != .folder else { continue }
            let what = kind == .link ? "a link" : "no folder"
            throw Failure("\(folder)/\(path) is \(what), where the site has a folder", remedy: "Remove it, and publish again.")
        }
    }
}

import Diagnostics
import Files

/// What lies in a site's folder. Links are not followed.
struct SiteListing: Sendable {
    /// Ordinary files, by path from the site's root.
    private(set) var files: Set<String> = []
    /// Whether git keeps the folder by an empty file.
    let isKept: Bool
    private(set) var folders: [String] = []
    /// What is neither.
    private(set) var others: Set<String> = []
    /// For what is no ordinary file or can be executed.
    private(set) var findings: [Finding] = []

    private struct Level: Sendable {
        var files: [String] = []
        var folders: [String] = []
        var others: Set<String> = []
        var findings: [Finding] = []
    }

    /// - Parameter anchor: the folder `root`.
    init(_ root: String, from anchor: Anchor, workers: Workers) throws(Failure) {
        isKept = try FileSystem.look(root + "/.gitkeep")?.stamp.size == 0
        var waiting = [""]
        while !waiting.isEmpty {
            let level = waiting
            let found = try workers.map(level.count, chunk: 64) { (index) throws(Failure) in try Self.list(level[index], in: root, anchor) }
            for part in found {
                files.formUnion(part.files)
                folders += part.folders
                others.formUnion(part.others)
                findings += part.findings
            }
            waiting = found.flatMap(\.folders)
        }
    }

    private static func list(_ folder: String, in root: String, _ anchor: Anchor) throws(Failure) -> Level {
        var level = Level()
        for entry in try FileSystem.entries(of: folder.isEmpty ? root : root + "/" + folder) {
            let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
            switch entry.kind {
            case .folder: level.folders.append(path)
            case .file:
                level.files.append(path)
                guard let mode = try FileSystem.mode(path, from: anchor) else {
                    level.findings.append(.site(.siteUnsafeFile, path, "this file cannot be reached: its name is not text in UTF-8"))
                    continue
                }
                if mode & 0o111 != 0 {
                    level.findings.append(.site(.siteUnsafeFile, path, "this file can be executed"))
                }
            case .link, .other:
                level.others.insert(path)
                let what = entry.kind == .link ? "this is a link to somewhere else" : nil
                level.findings.append(.site(.siteUnsafeFile, path, what))
            }
        }
        return level
    }
}

import ContentStore

/// A path from the forum's root to something in a content folder, taken apart.
struct ContentPath {
    let kind: ContentFolder.Kind
    /// The folder's name.
    let id: String
    /// What follows: `index.en.md`, `files/plan.pdf`; empty for the folder itself.
    let name: String

    /// Nil for a path that leads to no content folder.
    init?(_ path: String) {
        self.init(path.split(separator: "/", omittingEmptySubsequences: false))
    }

    /// - Parameter parts: the path, cut at each `/`.
    init?(_ parts: [Substring]) {
        guard parts.count >= 3, parts[0] == "content" else { return nil }
        guard let kind = ContentFolder.Kind.allCases.first(where: { $0.folderName == parts[1] }), !parts[2].isEmpty else { return nil }
        self.kind = kind
        id = String(parts[2])
        name = parts.count == 4 ? String(parts[3]) : parts[3...].joined(separator: "/")
    }

    /// The folder's path from the forum's root.
    var folder: String { "content/\(kind.folderName)/\(id)" }
    var whole: String { name.isEmpty ? folder : folder + "/" + name }
}

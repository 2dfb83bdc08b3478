package import Diagnostics
import Documents
import Files
package import Model

/// Reads what `ContentLister` listed.
package struct ContentLoader: Sendable {
    private let root: String
    private let digest: @Sendable ([UInt8]) -> String
    private let overlay: [String: [UInt8]]

    /// - Parameters:
    ///   - root: the forum's root folder.
    ///   - overlay: files that are read in place of those on the disk, by their paths from the root: what content would be with them.
    ///   - digest: SHA-256 in lower-case hexadecimal.
    package init(root: String, overlay: [String: [UInt8]] = [:], digest: @escaping @Sendable ([UInt8]) -> String) {
        self.root = root
        self.overlay = overlay
        self.digest = digest
    }

    /// Reads `content/forum.yaml`. Throws where there is none.
    ///
    /// There is no value where anything is wrong with what the rest of the content is measured by: languages, members,
    /// categories, rooms. Findings may be there with a value, too.
    package func forum() throws(Failure) -> Loaded<Forum> {
        let path = "content/forum.yaml"
        guard let found = try FileSystem.look(root + "/" + path) else {
            throw Failure(
                "there is no forum in \(root): content/forum.yaml is missing",
                remedy: "Name the forum with --root, or make one with `rostrum init`.")
        }
        guard found.kind == .file else { return Loaded(value: nil, findings: []) }  // the lister told
        var folder = FolderReader(root: root, path: "content", overlay: overlay, digest: digest)
        guard var map = folder.yaml("forum.yaml") else { return Loaded(value: nil, findings: folder.findings) }
        let forum = Forum(reading: &map)
        return Loaded(value: forum, findings: folder.findings + map.finish())
    }

    /// Reads a content folder. May be called on several threads at once.
    ///
    /// A file that cannot be read is a finding. Throws only where the machine is at fault: no memory, too many open files, a bad disk.
    package func load(_ folder: ContentFolder) throws(Failure) -> LoadedFolder {
        var reader = FolderReader(root: root, path: folder.path, overlay: overlay, digest: digest)
        let item: ContentItem? =
            switch folder.kind {
            case .discussion: reader.discussion(folder).map { .discussion($0) }
            case .entry: reader.entry(folder).map { .entry($0) }
            case .page: reader.page(folder).map { .page($0) }
            }
        if let failure = reader.failure { throw failure }
        let faulty = item == nil ? reader.faulty + [folder.path] : reader.faulty
        return LoadedFolder(item: item, bodies: reader.bodies, findings: reader.findings, faulty: faulty)
    }
}

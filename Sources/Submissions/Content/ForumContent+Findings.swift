import Access
import Check
import ContentStore
import Diagnostics
import Files
import Markdown
import Model

extension ForumContent {
    /// What the content would have wrong with it after changes of one folder, and has not now: in that folder, and where something in it
    /// is replaced or removed, in those that lead there.
    func findings(after changes: [Change], in kind: ContentFolder.Kind, _ id: String) throws(Failure) -> [Finding] {
        let path = "content/\(kind.folderName)/\(id)"
        let before = folders.first { $0.kind == kind && $0.id == id }
        let others = changes.contains(where: \.isLoss) ? try leading(to: path) : []
        let present = try findings([before].compactMap { $0 } + others, [:])
        var files = Dictionary((before?.files ?? []).map { ($0.name, $0.stamp) }) { first, _ in first }
        var overlay: [String: [UInt8]] = [:]
        for change in changes where change.path.hasPrefix(path + "/") {
            let name = String(change.path.dropFirst(path.utf8.count + 1))
            switch change {
            case .put(_, let bytes, _):
                overlay[change.path] = bytes
                files[name] = FileStamp(inode: 0, size: bytes.count, modified: 0, changed: 0)
            case .remove, .removeFolder: files[name] = nil
            }
        }
        let inOrder = files.keys.sorted { ($0.hasPrefix("files/") ? 1 : 0, $0) < ($1.hasPrefix("files/") ? 1 : 0, $1) }
        let after = ContentFolder(
            kind: kind, id: id, path: path, stamp: before?.stamp ?? FileStamp(inode: 0, size: 0, modified: 0, changed: 0),
            files: inOrder.compactMap { name in files[name].map { ContentFolder.File(name: name, stamp: $0) } })
        let told = Set(present.map { "\($0.kind) \($0.message) \($0.location?.file ?? "")" })
        // A folder that loses its last file goes with it.
        let left = after.files.isEmpty ? others : [after] + others
        return try findings(left, overlay, without: path).filter { !told.contains("\($0.kind) \($0.message) \($0.location?.file ?? "")") }
    }

    /// The other folders with a text that names a folder, and so may hold a link into it.
    private func leading(to path: String) throws(Failure) -> [ContentFolder] {
        let name = [UInt8](((path.split(separator: "/").last ?? "") + "/").utf8)
        var found: [ContentFolder] = []
        for folder in folders where folder.path != path {
            for file in folder.files where file.name.hasSuffix(".md") {
                guard let bytes = try FileSystem.read(folder.path(in: root, file.name), limit: 4 << 20), bytes.contains(name) else {
                    continue
                }
                found.append(folder)
                break
            }
        }
        return found
    }

    /// What is wrong in folders, and in their places among the others.
    ///
    /// - Parameter gone: a folder that counts only where it is among them.
    private func findings(
        _ folders: [ContentFolder], _ overlay: [String: [UInt8]], without gone: String? = nil
    ) throws(Failure) -> [Finding] {
        if folders.isEmpty { return [] }
        let loader = ContentLoader(root: root, overlay: overlay) { Digest.sha256Hex($0) }
        var findings: [Finding] = []
        var items: [ContentItem] = []
        var bodies: [TextBody] = []
        var faulty: Set<String> = []
        for folder in folders {
            let loaded = try loader.load(folder)
            findings += loaded.findings
            bodies += loaded.bodies
            faulty.formUnion(loaded.faulty)
            if let item = loaded.item { items.append(item) }
        }
        let paths = Set(folders.map(\.path) + [gone].compactMap { $0 })
        let content = Content(forum, content.items.filter { !paths.contains($0.path) } + items)
        var texts: [String: RenderedText] = [:]
        for (body, result) in zip(bodies, try render(bodies)) {
            switch result {
            case .success(let text): texts[body.path] = text
            case .failure: findings.append(Finding(.textTooCostly, "this text takes too much to render", at: Location(file: body.path)))
            }
        }
        for (path, text) in try linked(from: texts, but: paths) { texts[path] = text }
        var checker = try Checker(content: content, texts: texts, now: now, vocabulary: nil, faulty: faulty) { path in
            do {
                return try overlay[path] ?? FileSystem.read(root + "/" + path, limit: 4 << 20)
            } catch {
                return nil  // gone since it was loaded: the finding is shown without its line
            }
        }
        return (findings + checker.findings()).filter { finding in
            guard let file = finding.location?.file else { return false }
            return paths.contains(file) || paths.contains { file.hasPrefix($0 + "/") }
        }
    }

    private func render(_ bodies: [TextBody]) throws(Failure) -> [Result<RenderedText, MarkdownFault>] {
        try markdown.render(
            bodies.map { MarkdownText(body: $0.bytes, prefix: $0.part.prefix, headings: $0.part.headingLevel) })
    }

    /// The texts of other folders that these texts lead into: their headings are what anchors are held against.
    private func linked(from texts: [String: RenderedText], but rendered: Set<String>) throws(Failure) -> [String: RenderedText] {
        let loader = ContentLoader(root: root) { Digest.sha256Hex($0) }
        var wanted: Set<String> = []
        for (path, text) in texts {
            for link in text.links where link.destination.contains("#") {
                let parts = path.split(separator: "/").dropLast() + link.destination.prefix { $0 != "#" }.split(separator: "/")
                var folder: [Substring] = []
                for part in parts where part != "." { if part == ".." { _ = folder.popLast() } else { folder.append(part) } }
                wanted.insert(folder.prefix(3).joined(separator: "/"))
            }
        }
        var found: [String: RenderedText] = [:]
        for folder in folders where wanted.contains(folder.path) && !rendered.contains(folder.path) {
            let bodies = try loader.load(folder).bodies
            for (body, result) in zip(bodies, try render(bodies)) { if case .success(let text) = result { found[body.path] = text } }
        }
        return found
    }
}

extension ContentItem {
    /// The folder's, from the forum's root.
    fileprivate var path: String {
        let (kind, id): (ContentFolder.Kind, String) =
            switch self {
            case .discussion(let discussion): (.discussion, discussion.id)
            case .entry(let entry): (.entry, entry.id)
            case .page(let page): (.page, page.id)
            }
        return "content/\(kind.folderName)/\(id)"
    }
}

extension ContentFolder {
    fileprivate func path(in root: String, _ file: String) -> String { root + "/" + path + "/" + file }
}

extension Change {
    /// Whether something that was there is not there any more as it was.
    fileprivate var isLoss: Bool {
        if case .put(_, _, nil) = self { return false }
        return true
    }
}

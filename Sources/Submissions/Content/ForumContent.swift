import Access
import Check
import ContentStore
package import Diagnostics
import Files
package import Markdown
package import Model

/// The forum's content as the office sees it: for finding where a submission belongs, and for seeing that a change leaves it whole.
package struct ForumContent: Sendable {
    /// The forum's root folder.
    package let root: String
    package let forum: Forum
    package let content: Content
    package let calendar: ForumCalendar
    package let now: Instant
    let markdown: MarkdownChild
    /// Every text, in the order of the folders.
    let bodies: [TextBody]
    private let folders: [ContentFolder]

    /// Reads `content/`. Throws where it is so broken that nothing can be decided on.
    ///
    /// - Parameter markdown: renders what is looked at.
    package init(root: String, now: Instant, markdown: MarkdownChild) throws(Failure) {
        let loader = ContentLoader(root: root) { Digest.sha256Hex($0) }
        let listing = try ContentLister(root: root).list()
        guard let forum = try loader.forum().value else {
            throw Failure("content/forum.yaml cannot be used as it is", remedy: "See what `rostrum check` says of it.")
        }
        guard let calendar = ForumCalendar(forum.timeZone) else {
            throw Failure("there is no time zone \(forum.timeZone) on this machine", remedy: "Install the time zone database.")
        }
        var items: [ContentItem] = []
        var bodies: [TextBody] = []
        for folder in listing.folders {
            let loaded = try loader.load(folder)
            if let item = loaded.item { items.append(item) }
            bodies += loaded.bodies
        }
        self.root = root
        self.forum = forum
        self.calendar = calendar
        self.now = now
        self.markdown = markdown
        self.bodies = bodies
        folders = listing.folders
        content = Content(forum, items)
    }

    /// Today, in the forum's time zone.
    package var today: Day { calendar.day(of: now) }

    /// The discussion of that number.
    package func discussion(_ id: String) -> Discussion? { content.discussions.first { $0.id == id } }

    /// The entry of the library of that name.
    package func entry(_ id: String) -> LibraryEntry? { content.entries.first { $0.id == id } }

    /// The room of that name.
    package func room(_ id: String) -> Room? { forum.rooms.first { $0.id == id } }

    /// The names of the files in a folder of the content, as it names them itself: `0003.fr.md`, `files/plan.pdf`.
    func files(of kind: ContentFolder.Kind, _ id: String) -> [String] {
        folders.first { $0.kind == kind && $0.id == id }?.files.map(\.name) ?? []
    }

    /// The paths of all texts, from the forum's root.
    var textPaths: [String] {
        folders.flatMap { folder in folder.files.filter { $0.name.hasSuffix(".md") }.map { folder.path + "/" + $0.name } }
    }

    /// The names of all folders of a kind, also of those that cannot be read.
    func names(of kind: ContentFolder.Kind) -> Set<String> { Set(folders.filter { $0.kind == kind }.map(\.id)) }

    /// What the content would have wrong with it after changes of one folder, and has not now. Other folders are not looked at.
    func findings(after changes: [Change], in kind: ContentFolder.Kind, _ id: String) throws(Failure) -> [Finding] {
        let path = "content/\(kind.folderName)/\(id)"
        let before = folders.first { $0.kind == kind && $0.id == id }
        let present = try before.map { (folder) throws(Failure) in try findings(folder, [:]) } ?? []
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
        return try findings(after, overlay).filter { !told.contains("\($0.kind) \($0.message) \($0.location?.file ?? "")") }
    }

    /// What is wrong in a folder, and in its place among the others.
    private func findings(_ folder: ContentFolder, _ overlay: [String: [UInt8]]) throws(Failure) -> [Finding] {
        let loaded = try ContentLoader(root: root, overlay: overlay) { Digest.sha256Hex($0) }.load(folder)
        let others = content.items.filter { $0.key != (folder.kind, folder.id) }
        let content = Content(forum, others + (loaded.item.map { [$0] } ?? []))
        var texts: [String: RenderedText] = [:]
        var findings = loaded.findings
        let bodies = loaded.bodies
        for (body, result) in zip(bodies, try render(bodies)) {
            switch result {
            case .success(let text): texts[body.path] = text
            case .failure: findings.append(Finding(.textTooCostly, "this text takes too much to render", at: Location(file: body.path)))
            }
        }
        for (path, text) in try linked(from: texts, loader: ContentLoader(root: root) { Digest.sha256Hex($0) }) { texts[path] = text }
        var checker = try Checker(
            content: content, texts: texts, now: now, vocabulary: nil, faulty: Set(loaded.faulty)
        ) { path in
            do {
                return try overlay[path] ?? FileSystem.read(root + "/" + path, limit: 4 << 20)
            } catch {
                return nil  // gone since it was loaded: the finding is shown without its line
            }
        }
        return (findings + checker.findings()).filter { $0.location?.file.hasPrefix(folder.path) == true }
    }

    private func render(_ bodies: [TextBody]) throws(Failure) -> [Result<RenderedText, MarkdownFault>] {
        try markdown.render(
            bodies.map { MarkdownText(body: $0.bytes, prefix: $0.part.prefix, headings: $0.part.headingLevel) })
    }

    /// The texts of other folders that these texts lead into: their headings are what anchors are held against.
    private func linked(from texts: [String: RenderedText], loader: ContentLoader) throws(Failure) -> [String: RenderedText] {
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
        for folder in folders where wanted.contains(folder.path) {
            let bodies = try loader.load(folder).bodies.filter { texts[$0.path] == nil }
            for (body, result) in zip(bodies, try render(bodies)) { if case .success(let text) = result { found[body.path] = text } }
        }
        return found
    }
}

extension Content {
    fileprivate var items: [ContentItem] {
        discussions.map { .discussion($0) } + entries.map { .entry($0) } + pages.map { .page($0) }
    }
}

extension ContentItem {
    fileprivate var key: (ContentFolder.Kind, String) {
        switch self {
        case .discussion(let discussion): (.discussion, discussion.id)
        case .entry(let entry): (.entry, entry.id)
        case .page(let page): (.page, page.id)
        }
    }
}

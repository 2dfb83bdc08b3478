import Access
import Check
import ContentStore
import Markdown
import Model

/// Every attachment and picture that the site holds: those that a shown text lists, links or shows, and no others, so that
/// what belonged to a withdrawn text goes with it.
struct FilePlan: Sendable {
    /// One file of the site.
    struct Entry: Sendable, Hashable {
        /// Path of the file from the forum's root.
        let source: String
        /// Bytes.
        let size: Int
        let audience: Audience
        /// Path from the site's root.
        let path: String
        /// The same from the root of the tree that its readers' pages lie in.
        let url: String
    }

    /// In the order of their paths.
    let entries: [Entry]
    private let bySource: [String: [Entry]]

    /// - Parameters:
    ///   - texts: rendered bodies by the path of their files.
    ///   - names: nil for a look at single texts before there are keys; names are then only stand-ins.
    init(_ catalog: Catalog, texts: [String: RenderedText], links: LinkResolver, names: OpaqueNames?) {
        var shown: [String: Int] = [:]
        let sizes = Self.sizes(catalog)
        func add(_ source: String) {
            if let size = sizes[source] { shown[source] = size }
        }
        for topic in catalog.topics where topic.status != .announced {
            for case .posted(let posted) in topic.discussion.contributions.map(\.content) {
                for path in posted.attachments { add("content/discussions/\(topic.discussion.id)/\(path)") }
            }
        }
        for item in catalog.items { for file in item.entry.attachments { add("content/library/\(item.entry.id)/\(file.path)") } }
        for page in catalog.pages { for file in page.attachments { add("content/pages/\(page.id)/\(file.path)") } }
        // Few texts lead to a file, so which of them are shown is asked for these alone.
        let leading = texts.compactMapValues { Self.destinations($0) }
        for text in leading.isEmpty ? [] : Self.texts(catalog) {
            for destination in leading[text.path] ?? [] {
                do throws(LinkFault) {
                    let link = try links.resolve(destination, in: text.path, for: text.language, explains: false)
                    if case .attachment(let kind, let id, let path) = link.target { add(Self.source(kind, id, path)) }
                } catch {
                    // With an error in it, no site is built.
                }
            }
        }
        var entries: [Entry] = []
        let guests = catalog.topics.filter(\.facts.guests).map(\.discussion.id)
        let gate = catalog.forum.gate
        for (source, size) in shown {
            let parts = source.split(separator: "/")
            let own = source.dropFirst("content/".count)
            func add(_ audience: Audience, _ purpose: String) {
                entries.append(Entry(source, size, audience, names?.name(for: purpose) ?? purpose.replacing("/", with: "-"), gate))
            }
            let owner = parts[1] == "discussions" ? guests.first { $0 == parts[2] } : nil
            // What is sealed for guests members open too; of what is not sealed each tree has its own.
            add(gate == .sealed ? owner.map { .guests(of: $0) } ?? .members : .members, "file/\(own)")
            let shared = parts[1] == "pages" && Plan.guestPages.contains(String(parts[2]))
            for discussion in guests where shared || gate == .server && discussion == owner {
                add(.guests(of: discussion), "guests/\(discussion)/file/\(own)")
            }
        }
        self.entries = entries.sorted { $0.path < $1.path }
        bySource = Dictionary(grouping: entries) { $0.source }
    }

    /// The file that a reader opens; nil where there is none for them. Members open what is sealed for guests, too.
    func file(_ source: String, for reader: Audience) -> Entry? {
        let found = bySource[source] ?? []
        return found.first { $0.audience == reader } ?? (reader == .members ? found.first : nil)
    }

    /// The path of a file under `files/`, from the forum's root.
    static func source(_ kind: ContentFolder.Kind, _ id: String, _ path: String) -> String {
        let folder =
            switch kind {
            case .discussion: "discussions"
            case .entry: "library"
            case .page: "pages"
            }
        return "content/\(folder)/\(id)/\(path)"
    }

    /// The page that has a file, by the path of the file from the forum's root.
    static func owner(of source: String) -> Subject? {
        let parts = source.split(separator: "/").map(String.init)
        guard parts.count > 3 else { return nil }
        return switch parts[1] {
        case "discussions": .discussion(parts[2])
        case "library": .entry(parts[2])
        case "pages": .page(parts[2])
        default: nil
        }
    }

    /// Where a text leads that may be a file; nil where it leads to none.
    private static func destinations(_ text: RenderedText) -> [String]? {
        guard !text.links.isEmpty || !text.images.isEmpty else { return nil }
        let found = (text.links.map(\.destination) + text.images.map(\.source)).filter { $0.contains("files/") }
        return found.isEmpty ? nil : found
    }

    private static func sizes(_ catalog: Catalog) -> [String: Int] {
        var sizes: [String: Int] = [:]
        for topic in catalog.topics where topic.status != .announced {
            for file in topic.discussion.attachments { sizes["content/discussions/\(topic.discussion.id)/\(file.path)"] = file.size }
        }
        for item in catalog.items {
            for file in item.entry.attachments { sizes["content/library/\(item.entry.id)/\(file.path)"] = file.size }
        }
        for page in catalog.pages { for file in page.attachments { sizes["content/pages/\(page.id)/\(file.path)"] = file.size } }
        return sizes
    }

    /// Every text that a page shows.
    private static func texts(_ catalog: Catalog) -> [Text] {
        catalog.topics.filter { $0.status != .announced }.flatMap(\.discussion.texts)
            + catalog.items.flatMap { $0.entry.texts.values } + catalog.pages.flatMap { $0.texts.values }
    }
}

extension FilePlan.Entry {
    fileprivate init(_ source: String, _ size: Int, _ audience: Audience, _ name: String, _ gate: Forum.Gate) {
        self.source = source
        self.size = size
        self.audience = audience
        switch (gate, audience) {
        case (.sealed, .guests(let discussion)): url = "files/\(discussion)/\(name).bin"
        case (.sealed, .members): url = "files/\(name).bin"
        // A server tells the browser the type by this ending; what is not shown has none that says anything.
        case (.server, _): url = "files/\(name).\(MediaType(path: source).shownEnding ?? "bin")"
        }
        path = audience.tree(gate) + url
    }
}

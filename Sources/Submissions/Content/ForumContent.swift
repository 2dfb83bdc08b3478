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
    /// Everything under `content/`, also what cannot be read.
    let folders: [ContentFolder]

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
}

extension Content {
    var items: [ContentItem] {
        discussions.map { .discussion($0) } + entries.map { .entry($0) } + pages.map { .page($0) }
    }
}

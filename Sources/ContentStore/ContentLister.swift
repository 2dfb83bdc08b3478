package import Diagnostics
import Files
import Glibc
import Model

/// Walks `content/` and tells what lies there.
package struct ContentLister: Sendable {
    private let root: String
    private let jobs: Int

    /// - Parameter root: the forum's root folder.
    /// - Parameter jobs: on how many threads to look; the answer is the same.
    package init(root: String, jobs: Int = 1) {
        self.root = root
        self.jobs = jobs
    }

    /// Everything in `content/`, with a finding for all that does not belong there.
    ///
    /// Throws where there is no folder `content/` that can be listed.
    package func list() throws(Failure) -> ContentListing {
        guard let content = OpenFolder(root + "/content"), let entries = content.entries() else {
            if errno == ENOENT {
                throw Failure(
                    "there is no forum in \(root): no folder content",
                    remedy: "Name the forum with --root, or make one with `rostrum init`.")
            }
            throw FileSystem.failure("cannot list", root + "/content")
        }
        var walk = Walk(root: root)
        for entry in entries {
            switch (entry.name, entry.kind) {
            case ("forum.yaml", .file): walk.forum = entry.stamp
            case ("forum.yaml", .other): walk.unreadable("content/forum.yaml", "it is no ordinary file")
            case ("README.md", .file): break
            case (_, .folder):
                if let kind = ContentFolder.Kind.allCases.first(where: { $0.folderName == entry.name }) {
                    walk.kind(kind, in: content, jobs: jobs)
                } else {
                    let names = ContentFolder.Kind.allCases.map(\.folderName)
                    walk.unexpected("content/" + entry.name, hint: Suggestion.hint(for: entry.name, among: names))
                }
            default: walk.stray(entry, "content/" + entry.name, hint: Self.hint(entry.name))
            }
        }
        walk.folders.sort { ($0.kind.rank, $0.id) < ($1.kind.rank, $1.id) }
        return ContentListing(forum: walk.forum, folders: walk.folders, findings: walk.findings)
    }

    private static func hint(_ name: String) -> String {
        Suggestion.nearest(to: name, among: ["forum.yaml", "discussions", "library", "pages"]).map { "did you mean \"\($0)\"?" }
            ?? "content/ holds forum.yaml, discussions, library and pages"
    }
}

extension ContentFolder.Kind {
    fileprivate var rank: Int {
        switch self {
        case .discussion: 0
        case .entry: 1
        case .page: 2
        }
    }
}

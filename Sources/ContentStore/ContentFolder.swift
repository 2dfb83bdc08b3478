package import Files

/// One discussion, library entry or page as it lies on the disk.
///
/// The rules of this target: it reads `content/` and never writes there, but for a new forum; symbolic links are not followed;
/// what an author can mend is a finding with its place, and reading goes on; the same files give the same values in the same
/// order; a folder is read without regard to the others, so that folders can be read at once on several threads.
package struct ContentFolder: Sendable, Hashable {
    /// What a folder holds, by the folder of `content/` that it lies in.
    package enum Kind: String, Sendable, CaseIterable {
        case discussion, entry, page
    }

    /// A file with its name relative to the folder: `index.en.md`, `files/plan.pdf`.
    package struct File: Sendable, Hashable {
        /// From the folder, with `/`.
        package let name: String
        /// Tells a change of it without reading it.
        package let stamp: FileStamp

        package init(name: String, stamp: FileStamp) {
            self.name = name
            self.stamp = stamp
        }
    }

    /// By the folder of `content/` that it lies in.
    package let kind: Kind
    /// The folder's name: `2026-014`.
    package let id: String
    /// From the forum's root, with `/`: `content/discussions/2026-014`.
    package let path: String
    /// Changes with every name that comes or goes in it.
    package let stamp: FileStamp
    /// In the order of their names' bytes, those of `files/` last.
    package let files: [File]

    package init(kind: Kind, id: String, path: String, stamp: FileStamp, files: [File]) {
        self.kind = kind
        self.id = id
        self.path = path
        self.stamp = stamp
        self.files = files
    }
}

extension ContentFolder.Kind {
    /// In words, with its article.
    var named: String {
        switch self {
        case .discussion: "a discussion"
        case .entry: "a library entry"
        case .page: "a page"
        }
    }

    /// The folder of `content/` that holds all of this kind.
    package var folderName: String {
        switch self {
        case .discussion: "discussions"
        case .entry: "library"
        case .page: "pages"
        }
    }
}

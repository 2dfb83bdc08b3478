package import Diagnostics
import Files
import Glibc
package import Model

/// A new, small forum that passes every check: settings with an explanation of each key, three rooms, the usual categories,
/// the pages that a forum needs, and a first discussion.
package struct TemplateForum: Sendable {
    private let root: String
    private let files: [(path: String, bytes: [UInt8])]

    /// - Parameters:
    ///   - root: the folder that becomes the forum; missing or empty.
    ///   - today: the day on which the first discussion opens.
    ///   - further: files beside `content/`, by their path from the root, that are to be written with it, as a theme.
    package init(root: String, today: Day, further: [(path: String, bytes: [UInt8])] = []) {
        self.root = root
        let texts =
            [("content/forum.yaml", Self.settings), (".gitignore", Self.ignored)] + Self.pages("en", Self.english)
            + Self.pages("fr", Self.french) + Self.pages("es", Self.spanish) + Self.help + Self.discussion(today)
        files = texts.map { ($0.0, Array($0.1.utf8)) } + further
    }

    /// Writes the forum: all of it, or nothing.
    ///
    /// Throws where the folder holds anything, or cannot be written; what was there stays as it was.
    package func write() throws(Failure) {
        let isNew = try FileSystem.look(root) == nil
        guard try FileSystem.entries(of: root).isEmpty else {
            throw Failure("\(root) is not empty", remedy: "Name an empty or a new folder with --root.")
        }
        let staged = root + "/.new-\(getpid())"
        var moved: [String] = []
        do throws(Failure) {
            for file in files {
                let path = staged + "/" + file.path
                try FileSystem.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
                try FileSystem.create(path, file.bytes, flush: true)
            }
            // `content` last: a folder without it is no forum yet.
            for entry in try FileSystem.entries(of: staged).sorted(by: { $0.name != "content" && $1.name == "content" }) {
                try FileSystem.rename(staged + "/" + entry.name, to: root + "/" + entry.name)
                moved.append(entry.name)
            }
            try FileSystem.remove(staged)
            FileSystem.flushFolder(root)
        } catch {
            for path in [staged] + moved.map({ root + "/" + $0 }) + (isNew ? [root] : []) { try FileSystem.remove(path) }
            throw error
        }
    }

    private static func pages(_ language: String, _ texts: Texts) -> [(String, String)] {
        [
            ("content/pages/about/index.\(language).md", texts.about), ("content/pages/help/index.\(language).md", texts.help),
            ("content/pages/terms-of-use/index.\(language).md", texts.terms),
        ]
    }

    private static let help =
        furtherHelp.sorted { $0.key < $1.key }.map { ("content/pages/help/index.\($0.key).md", $0.value) }
        + [("content/pages/help/files/contribution.txt", contribution(terms: 1))]

    private static func discussion(_ today: Day) -> [(String, String)] {
        let folder = "content/discussions/\(today.year)-001"
        let facts = """
            room: english
            categories: [training]
            opens: \(today)
            # closes: the last day, as in 2026-12-18; without it the discussion stays open
            # proposed-by: the code of the member that proposed the topic
            # parallel: [discussions of the same topic in other rooms]

            """
        return [
            (folder + "/discussion.yaml", facts), (folder + "/index.en.md", english.welcome),
            (folder + "/index.fr.md", french.welcome), (folder + "/index.es.md", spanish.welcome),
        ]
    }

    private static let ignored = """
        # What is built, what is private, and what can be made again.
        /site/*
        /office*
        /.rostrum/

        """

    /// The texts of one language.
    struct Texts {
        let about: String
        let help: String
        let terms: String
        let welcome: String
    }
}

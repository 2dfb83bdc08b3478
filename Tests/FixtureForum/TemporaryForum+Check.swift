import Check
package import ContentStore
package import Diagnostics
import Files
import Markdown
package import Model

extension TemporaryForum {
    /// All that loading and checking brings out.
    package struct Outcome {
        package let listing: ContentListing
        package let folders: [LoadedFolder]
        /// Nil where forum.yaml cannot be read.
        package let content: Content?
        package let findings: [Finding]
    }

    /// The time of all fixtures.
    package static let now = Instant(seconds: 1_795_424_400)  // 2026-11-23T09:00:00Z

    /// Loads and checks the forum, as a build does.
    ///
    /// - Parameter digest: SHA-256, or something cheaper where no translation matters.
    package func check(digest: @escaping @Sendable ([UInt8]) -> String = SHA256.hex) throws -> Outcome {
        let listing = try ContentLister(root: root).list()
        let loader = ContentLoader(root: root, digest: digest)
        let forum = try loader.forum()
        let folders = try listing.folders.map { try loader.load($0) }
        var findings = listing.findings + forum.findings + folders.flatMap(\.findings)
        let content = forum.value.map { Content(forum: $0, folders.compactMap(\.item)) }
        if let content {
            var texts: [String: RenderedText] = [:]
            for body in folders.flatMap(\.bodies) {
                texts[body.path] = MarkdownRenderer.render(
                    MarkdownText(body: body.bytes, prefix: body.part.prefix, headings: body.part.headingLevel))
            }
            let languages = ["ar", "zh", "en", "fr", "ru", "es"].map { Language($0) }
            let vocabulary = Vocabulary(languages: Set(languages), states: ["CH", "CN", "FR"]) { ["CH", "CN", "FR"].contains($0) }
            var checker = try Checker(
                content: content, texts: texts, now: Self.now, vocabulary: vocabulary, faulty: Set(folders.flatMap(\.faulty))
            ) { [root] path in
                do { return try FileSystem.read(root + "/" + path, limit: 2_000_000) } catch { return nil }
            }
            findings += checker.findings()
        }
        return Outcome(listing: listing, folders: folders, content: content, findings: Finding.ordered(findings))
    }
}

extension Content {
    package init(forum: Forum, _ items: [ContentItem]) {
        var discussions: [Discussion] = []
        var entries: [LibraryEntry] = []
        var pages: [Page] = []
        for item in items {
            switch item {
            case .discussion(let discussion): discussions.append(discussion)
            case .entry(let entry): entries.append(entry)
            case .page(let page): pages.append(page)
            }
        }
        self.init(forum: forum, discussions: discussions, entries: entries, pages: pages)
    }
}

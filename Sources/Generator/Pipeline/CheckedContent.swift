import Access
import Check
import Diagnostics
import Files
import Markdown
import Model
import Theme

/// The second stage: content and theme with every finding there is.
struct CheckedContent: Sendable {
    /// In the order of the files.
    let findings: [Finding]
    private let loaded: LoadedContent
    private let theme: Theme?
    private let themeFiles: ThemeFiles
    private let calendar: ForumCalendar?
    private let now: Instant

    /// - Parameter themes: folders of themes, the most particular first.
    init(_ loaded: LoadedContent, root: String, themes: [String], now: Instant) throws(Failure) {
        self.loaded = loaded
        self.now = now
        var findings = loaded.findings
        let forum = loaded.content?.forum
        let files = try ThemeFiles.read(root: root, folders: themes, findings: &findings)
        let (theme, faults) = try Theme.load(files, languages: forum?.languages ?? [])
        self.theme = theme
        themeFiles = files
        findings += faults
        calendar = forum.flatMap { ForumCalendar($0.timeZone) }
        if let content = loaded.content {
            var checker = try Checker(
                content: content, texts: loaded.texts, now: now, uiLanguages: Set(theme?.languages ?? []), faulty: loaded.faulty
            ) { path in
                do {
                    return try FileSystem.read(root + "/" + path, limit: 4 << 20)
                } catch {
                    return nil  // gone since it was loaded: the finding is shown without its line
                }
            }
            findings += checker.findings()
        }
        self.findings = Finding.ordered(findings)
    }

    /// What rendering needs; nil where a finding leaves nothing to render.
    ///
    /// - Parameter keystore: nil to look at single texts before there are keys; the names of pages are then only stand-ins.
    func site(keystore: Keystore?) -> Site? {
        guard let content = loaded.content, let theme, let calendar else { return nil }
        let catalog = Catalog(content, calendar: calendar, now: now, digests: loaded.digests)
        let plan = Plan(catalog)
        return Site(
            catalog: catalog, plan: plan, addresses: Addresses(plan, names: keystore.map { OpaqueNames($0) }), theme: theme,
            links: LinkResolver(content: content, now: now) { [texts = loaded.texts] in texts[$0]?.headings ?? [] }, texts: loaded.texts)
    }

    /// The text in a file; nil where there is none.
    func text(_ path: String) -> Text? {
        guard let content = loaded.content else { return nil }
        let texts =
            content.discussions.flatMap(\.texts) + content.entries.flatMap { $0.texts.values } + content.pages.flatMap { $0.texts.values }
        return texts.first { $0.path == path }
    }

    /// Fingerprint of what goes into every page: theme, settings and keys.
    func inputs(_ keystore: Keystore) -> Fingerprint {
        var builder = Fingerprint.Builder()
        builder.add(loaded.forumDigest)
        builder.add(keystore.fingerprint)
        for file in themeFiles.files {
            builder.add(file.name)
            builder.add(file.bytes)
        }
        return builder.fingerprint
    }
}

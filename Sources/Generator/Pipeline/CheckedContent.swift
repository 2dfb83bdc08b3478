import Access
import Check
import Diagnostics
import Files
import Markdown
import Model
import Statistics
import Theme

/// The second stage: content and theme with every finding there is. Checking goes on alongside what needs no findings yet.
struct CheckedContent: Sendable {
    private let checking: Alongside<[Finding]>
    private let loaded: LoadedContent
    private let theme: LoadedTheme
    private let calendar: ForumCalendar?
    private let now: Instant
    private let root: String
    private let facts: PageFacts

    /// - Parameter theme: the forum's theme, with what is wrong in it.
    init(_ loaded: LoadedContent, theme: LoadedTheme, settings: Build.Settings) {
        self.loaded = loaded
        self.theme = theme
        now = settings.now
        root = settings.root
        facts = settings.facts
        calendar = (loaded.content?.forum).flatMap { ForumCalendar($0.timeZone) }
        checking = Alongside { () throws(Failure) in
            Finding.ordered(try loaded.findings + theme.findings + Self.check(loaded, theme, settings))
        }
    }

    /// All findings, in the order of the files; waits until they are known.
    func findings() throws(Failure) -> [Finding] {
        try checking.value()
    }

    /// What is wrong across files.
    private static func check(_ loaded: LoadedContent, _ theme: LoadedTheme, _ settings: Build.Settings) throws(Failure) -> [Finding] {
        guard let content = loaded.content else { return [] }
        var checker = try Checker(
            content: content, texts: loaded.texts, now: settings.now, vocabulary: theme.theme.map(Vocabulary.init), faulty: loaded.faulty
        ) { path in
            do {
                return try FileSystem.read(settings.root + "/" + path, limit: 4 << 20)
            } catch {
                return nil  // gone since it was loaded: the finding is shown without its line
            }
        }
        return checker.findings()
    }

    /// What rendering needs; nil where a finding leaves nothing to render.
    ///
    /// - Parameter keystore: nil to look at single texts before there are keys; the names of pages are then only stand-ins.
    func site(keystore: Keystore?) throws(Failure) -> Site? {
        try site(names: keystore.map { OpaqueNames($0) }, sending: keystore?.sendingKeys)
    }

    /// - Parameters:
    ///   - names: nil: the names of pages are only stand-ins, of a form that no address has.
    ///   - sending: what submissions are sealed with; nil where that is not known.
    func site(names: OpaqueNames?, sending: SendingKeys?) throws(Failure) -> Site? {
        guard let content = loaded.content, let theme = theme.theme, let calendar else { return nil }
        let catalog = Catalog(content, calendar: calendar, now: now, digests: loaded.digests, states: theme.states.codes, facts: facts)
        let plan = Plan(catalog)
        let links = LinkResolver(content: content, now: now) { [texts = loaded.texts] in texts[$0]?.headings ?? [] }
        let files = FilePlan(catalog, texts: loaded.texts, links: links, names: names)
        return Site(
            catalog: catalog, plan: plan, addresses: Addresses(plan, names: names), theme: theme, links: links, texts: loaded.texts,
            files: files, calendar: CalendarPlan(catalog, names: names), search: SearchPlan(catalog, names: names),
            smallPictures: try smallPictures(files),
            formAssets: FormAssets(theme, forum: content.forum, preview: self.theme.preview), sending: sending)
    }

    /// In a sealed site, pictures of at most 4 KB stand in their pages: they show from `file://` too, and cost less than a file of their own.
    private func smallPictures(_ files: FilePlan) throws(Failure) -> [String: String] {
        var pictures: [String: String] = [:]
        guard loaded.content?.forum.gate == .sealed else { return pictures }  // there the browser loads them by itself
        for file in files.entries where file.size <= 4096 && MediaType(path: file.source).isShown {
            guard let bytes = try FileSystem.read(root + "/" + file.source, limit: 4096) else { continue }  // grew since
            pictures[file.source] = "\(MediaType(path: file.source).name) " + String(decoding: Base64.encode(bytes), as: UTF8.self)
        }
        return pictures
    }

    /// Nil where forum.yaml says too little to go on.
    var content: Content? { loaded.content }

    /// What the next load need not read anew.
    var remembered: RememberedFolders { loaded.remembered }

    /// The words of the theme.
    var themeText: Audit.ThemeText {
        let files = theme.files.files.filter { $0.name != "states.yaml" }
        return Audit.ThemeText(
            strings: files.filter { $0.name.hasPrefix("strings/") }.map(\.bytes),
            others: files.filter { !$0.name.hasPrefix("strings/") }.map(\.bytes))
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
        for file in theme.files.files {
            builder.add(file.name)
            builder.add(file.bytes)
        }
        return builder.fingerprint
    }
}

extension Vocabulary {
    fileprivate init(_ theme: Theme) {
        self.init(languages: Set(theme.languages), states: Set(theme.states.codes), names: theme.states.knows)
    }
}

/// The theme's files, what they make, and what is wrong in them.
struct LoadedTheme: Sendable {
    let files: ThemeFiles
    /// Nil where there are errors.
    let theme: Theme?
    /// See `PreviewLibrary`.
    let preview: [UInt8]?
    let findings: [Finding]

    /// - Parameter languages: those of the forum.
    init(_ settings: Build.Settings, languages: [Language]) throws(Failure) {
        var findings: [Finding] = []
        files = try ThemeFiles.read(root: settings.root, folders: settings.themes, findings: &findings)
        let (theme, faults) = try Theme.load(files, languages: languages)
        self.theme = theme
        self.findings = findings + faults
        preview = try PreviewLibrary.read()
    }
}

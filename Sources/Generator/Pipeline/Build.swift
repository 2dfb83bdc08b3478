package import Access
import Check
package import ContentStore
package import Diagnostics
package import Files
import Markdown
package import Model
package import Statistics
import Theme

/// One run over a forum, from its files to findings or to a finished site.
///
///     load → check → plan → render → index → seal → write
///
/// The rules of this target: each stage is a value that takes the one before; plan, render and index are pure; threads work
/// inside a stage, and results are ordered before they are used; the clock and the keys are handed in; the same content,
/// office and time give the same bytes, whatever the number of threads and whatever the cache holds; only what is sealed,
/// or open by name, can be written.
package struct Build: Sendable {
    /// What a run works on, and with.
    package struct Settings: Sendable {
        /// The forum's root folder.
        package let root: String
        /// The moderators' folder.
        package let office: String
        /// Gives the passphrase where the office's keys are locked.
        package let ask: AskPassphrase
        /// Folders of themes, the most particular first; a file is taken from the first that has it.
        package let themes: [String]
        /// The time that the content is looked at: what has opened, what lies in the future.
        package let now: Instant
        /// The threads; the result does not depend on their number.
        package let workers: Workers
        /// What runs this program as a Markdown worker, see `MarkdownChild`.
        package let command: [String]
        /// Is told how far the run is.
        package let progress: Progress
        /// What the office tells for the page of statistics.
        package let facts: PageFacts

        /// - Parameter office: where it is not `office/` in the forum.
        package init(
            root: String, office: String? = nil, ask: @escaping AskPassphrase = Keystore.askNobody, themes: [String], now: Instant,
            workers: Workers, command: [String], progress: Progress = Progress(), facts: PageFacts = .none
        ) {
            self.root = root
            self.office = office ?? root + "/office"
            self.ask = ask
            self.themes = themes
            self.now = now
            self.workers = workers
            self.command = command
            self.progress = progress
            self.facts = facts
        }
    }

    let settings: Settings

    package init(_ settings: Settings) {
        self.settings = settings
    }

    /// All findings in the content and the theme, in the order of the files. Nothing is written.
    package func check() throws(Failure) -> [Finding] {
        try requireForum()
        return try checked(try list(), Cache(reading: settings.root)).findings()
    }

    /// Builds the site, unless an error is found; then the old site stays as it is.
    ///
    /// - Parameter auditing: whether the new site is taken apart, as `audit` does, before it takes the place of the old one;
    ///   where nothing has changed, the site that stands.
    package func run(auditing: Bool = false) throws(Failure) -> Report {
        let (cache, lock) = try open()
        defer { withExtendedLifetime(lock) {} }
        let site = Alongside { [settings] () throws(Failure) in
            try SiteFolder(root: settings.root, cache: cache, workers: settings.workers)
        }
        let listing = try list()
        let keystore = try Keystore.load(office: settings.office, ask: settings.ask)
        let reminders = try Office.reminders(office: settings.office, keystore: keystore, at: settings.now)
        let sources = try Sources(listing, settings: settings, keystore: keystore)
        if let last = try LastBuild(cache), last.covers(sources, at: settings.now), try site.value().isWhole,
            try LoginList.exist(last.lists, office: settings.office)
        {
            let told = auditing ? try audit(settings.root + "/site", keystore).findings : []
            if !told.isEmpty { try cache.forgetAll() }
            return Report(findings: last.findings, audit: told, totals: last.totals.unchanged, listing: listing, reminders: reminders)
        }
        let checked = try checked(listing, cache)
        guard let pages = try checked.site(keystore: keystore) else {
            return Report(findings: try checked.findings(), totals: nil)
        }
        let output = try SiteOutput(pages, keystore: keystore, inputs: checked.inputs(keystore), settings: settings)
        let findings = try checked.findings()
        guard !findings.contains(where: { $0.kind.severity == .error }) else { return Report(findings: findings, totals: nil) }
        // From here on the site is not what an earlier build remembers: its word would count again when the content is as it was then.
        try cache.forget(.state)
        let counted = auditing ? try ManifestCounter(office: settings.office, keystore: keystore) : nil
        var told: [Finding] = []
        let totals = try output.write(into: try site.value(), workers: settings.workers, progress: settings.progress) {
            (folder) throws(Failure) in
            if auditing { told = try audit(folder, keystore).findings }
            return told.isEmpty
        }
        guard told.isEmpty else {
            try cache.forgetAll()
            try counted?.restore()
            return Report(findings: findings, audit: told, totals: nil)
        }
        let logins = try Logins(pages, keystore: keystore)
        let news = try logins.write(office: settings.office)
        try LastBuild(
            sources, at: settings.now, until: pages.nextChange(keystore), findings: findings, totals: totals,
            lists: logins.trees.map(\.list.name))?
            .save(cache)
        return Report(
            findings: findings, totals: totals, listing: listing, reminders: reminders + news, workings: [checked, pages, output, site])
    }

    /// What came of a build.
    package struct Report: Sendable {
        /// In the order of the files.
        package let findings: [Finding]
        /// What an audit found: in the new site, which is then no more, or where nothing has changed in the one that stands.
        package let audit: [Finding]
        /// Nil when errors stopped the build.
        package let totals: Totals?
        /// The content that the site is made of; nil when errors stopped the build.
        package let listing: ContentListing?
        /// What the office should be told, in sentences.
        package let reminders: [String]
        /// What the build worked with: a program that ends after it need not spend the time to take it apart.
        package let workings: [any Sendable]

        init(
            findings: [Finding], audit: [Finding] = [], totals: Totals?, listing: ContentListing? = nil, reminders: [String] = [],
            workings: [any Sendable] = []
        ) {
            self.findings = findings
            self.audit = audit
            self.totals = totals
            self.listing = listing
            self.reminders = reminders
            self.workings = workings
        }
    }

    func list() throws(Failure) -> ContentListing {
        try ContentLister(root: settings.root, jobs: settings.workers.count).list()
    }

    func requireForum() throws(Failure) {
        guard try FileSystem.look(settings.root + "/content") != nil else {
            throw Failure(
                "there is no forum in \(settings.root): no folder content",
                remedy: "Name the forum with --root, or make one with `rostrum init`.")
        }
    }

    func open() throws(Failure) -> (Cache, FolderLock) {
        try requireForum()
        return (try Cache(root: settings.root), try Self.lock(settings.root))
    }

    /// Holds a forum's site: as long as the value lives, no build swaps it and no other publication reads it.
    package static func lock(_ root: String) throws(Failure) -> FolderLock {
        let busy = Failure(
            "another build or publication of this forum is under way", remedy: "Wait until it has ended, and run this one again.")
        return try FolderLock(try Cache(root: root).lockFile, busy: busy)
    }

    /// - Parameters:
    ///   - cache: nil where everything is to be read and rendered anew, and nothing kept on the disk.
    ///   - earlier: what an earlier load in this process has left.
    func checked(_ listing: ContentListing, _ cache: Cache?, earlier: RememberedFolders? = nil) throws(Failure) -> CheckedContent {
        let loader = ContentLoader(root: settings.root) { Digest.sha256Hex($0) }
        let forum = try loader.forum()
        let theme = Alongside { [settings] () throws(Failure) in
            try LoadedTheme(settings, languages: forum.value?.languages ?? [])
        }
        let loaded = try LoadedContent(listing, loader: loader, forum: forum, cache: cache, earlier: earlier, settings: settings)
        return CheckedContent(loaded, theme: try theme.value(), settings: settings)
    }
}

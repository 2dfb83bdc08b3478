import Access
import Diagnostics
import Files
import Model
import Theme

/// The last stages: every planned page rendered, sealed and put into the next site, with attachments, the manifest, and the
/// assets that are open by name; with `gate: server` there is nothing to seal, and no manifest of what is sealed.
struct SiteOutput: Sendable {
    private let site: Site
    private let keystore: Keystore
    private let office: String
    private let assets: [(path: String, file: SiteFile)]
    private let gate: SiteGate
    private let inputs: PageInputs
    private let files: AttachedFiles
    private let indexes: SearchFiles

    /// - Parameter inputs: fingerprint of what goes into every page.
    init(_ site: Site, keystore: Keystore, inputs: Fingerprint, settings: Build.Settings) throws(Failure) {
        self.site = site
        self.keystore = keystore
        office = settings.office
        let names = AssetNames(site)
        let built = try ManifestCounter(office: office, keystore: keystore).keys
        assets = try OpenAssets(site, keystore: keystore, built: built, names: names).files
        gate = try SiteGate(site, keystore: keystore, names: names, shells: Shells(site, names: names))
        let keys = keystore.guestFingerprint(of: site.guestDiscussions, at: site.catalog.now)
        self.inputs = PageInputs(site, common: inputs, guestKeys: keys)
        files = AttachedFiles(site, root: settings.root, gate: gate, keys: inputs, guestKeys: keys)
        indexes = SearchFiles(site, gate: gate, common: inputs, guestKeys: keys)
    }

    /// Writes the site; what is as it was is taken over.
    ///
    /// - Parameter accept: whether what was written takes the place of the site before, see `SiteFolder`.
    func write(
        into folder: SiteFolder, workers: Workers, progress: Progress, accept: (String) throws(Failure) -> Bool
    ) throws(Failure) -> Totals {
        let entries = site.plan.entries
        var totals = Totals(pages: entries.count, written: 0, kept: 0, rendered: 0, plainBytes: 0)
        let kept = try folder.isKept
        let published = try publishedCounter(in: folder)
        try folder.replace(accept: accept) { (staging) throws(Failure) in
            var files: [String: TreeRecord.File] = [:]
            files.reserveCapacity(entries.count + 1024)
            func note(_ placed: Staging.Placed) {
                files[placed.path] = placed.record
                totals.count(fresh: placed.fresh)
            }
            func put(_ path: String, _ file: SiteFile) throws(Failure) {
                note(try staging.place(path, inputs: nil) { () throws(Failure) in file })
            }
            for (path, file) in assets { try put(path, file) }
            if kept { try put(".gitkeep", .open(.keeper)) }
            for placed in try self.files.place(in: staging, workers: workers) { note(placed) }
            for file in CalendarFile.all(of: site) { try put(file.path, try gate.made(file)) }
            for done in try make(in: staging, workers: workers, progress: progress) {
                for placed in done.placed { note(placed) }
                for plain in done.plain { totals.count(plain: plain) }
                totals.indexing += done.indexing / .seconds(workers.count)
            }
            if case .sealed = gate {
                let manifest = Manifest(files.values.flatMap(\.objects), keystore: keystore)
                let counter = try ManifestCounter(office: office, keystore: keystore).counter(
                    for: manifest, published: published,
                    sealed: keystore.keyNumbers(guestsOf: site.guestDiscussions, at: site.catalog.now))
                for (path, bytes) in try manifest.files(keystore, counter: counter) { try put(path, .open(OpenAsset(manifest: bytes))) }
            }
            try SitePaths(site, open: assets.map(\.path) + [".gitkeep"]).hold(files, workers: workers)
            return files
        }
        return totals
    }

    /// The counter of the site that stands; nil where there is none of this office's.
    private func publishedCounter(in folder: SiteFolder) throws(Failure) -> Int? {
        let path = folder.path + "/" + Manifest.head
        guard try FileSystem.look(path)?.kind == .file, let head = try FileSystem.read(path, limit: 1024) else { return nil }
        return try Manifest.counter(inHead: head, of: keystore)
    }

    /// What a worker did at once.
    private struct Done: Sendable {
        var placed: [Staging.Placed] = []
        /// Bytes of the pages' texts before sealing, of those that were rendered.
        var plain: [Int] = []
        /// Files of an index, which are not placed yet.
        var index: [SearchFiles.File] = []
        /// How long an index, or its files, took.
        var indexing = Duration.zero
    }

    /// Indexes and pages, from one queue: an index takes as long as hundreds of pages, so that they come first, and no worker waits for another's.
    /// Then the files of the indexes, each of which is small.
    private func make(in staging: Staging, workers: Workers, progress: Progress) throws(Failure) -> [Done] {
        let works = indexes.count + (site.plan.entries.count + Self.chunk - 1) / Self.chunk
        @Sendable func renderers() -> [Language: TemplateRenderer] { [:] }
        let made = try workers.map(works, chunk: 1, state: renderers) { (renderers, work) throws(Failure) in
            guard work < indexes.count else { return try pages(work - indexes.count, in: staging, &renderers, progress) }
            let begun = ContinuousClock.now
            let files = indexes.files(of: work, in: staging)
            return Done(index: files, indexing: ContinuousClock.now - begun)
        }
        let files = made.flatMap(\.index)
        let placed = try workers.map(files.count, chunk: Self.chunk) { (index) throws(Failure) in
            let begun = ContinuousClock.now
            return Done(placed: [try indexes.place(files[index], in: staging)], indexing: ContinuousClock.now - begun)
        }
        return made + placed
    }

    /// How many pages a worker takes at once.
    private static let chunk = 16

    private func pages(
        _ chunk: Int, in staging: Staging, _ renderers: inout [Language: TemplateRenderer], _ progress: Progress
    ) throws(Failure) -> Done {
        let entries = site.plan.entries
        var done = Done()
        for entry in entries.dropFirst(chunk * Self.chunk).prefix(Self.chunk) {
            progress.step(.rendering, of: entries.count)
            try place(entry, in: staging, &renderers, &done)
        }
        return done
    }

    private func place(
        _ entry: Plan.Entry, in staging: Staging, _ renderers: inout [Language: TemplateRenderer], _ done: inout Done
    ) throws(Failure) {
        guard let path = site.file(entry) else {
            throw Failure("a page was planned without an address", remedy: "Please report this fault of the program.")
        }
        var plain: Int?
        let placed = try staging.place(path, inputs: inputs.fingerprint(entry)) { () throws(Failure) in
            let page = try gate.page(entry, at: path, with: &renderers)
            plain = page.plain
            return page.file
        }
        done.placed.append(placed)
        if let plain { done.plain.append(plain) }
    }
}

/// The shells of all pages: one for each language and depth.
struct Shells: Sendable {
    /// By depth, from 1.
    private let shells: [[Language: Shell]]

    init(_ site: Site, names: AssetNames) {
        let noscript = site.forum.languages.map {
            LanguageSentence(code: $0.code, direction: Writing.direction($0), text: site.theme.strings($0).text(.noscript))
        }
        func shell(_ language: Language, _ root: String) -> Shell {
            let forum = site.forum.title.title(in: language, else: site.forum.defaultLanguage).text
            let homes = site.forum.languages.map {
                LanguageLink(
                    url: "\(root)\($0)/", code: $0.code, direction: Writing.direction($0), name: site.ownNames[$0] ?? $0.code,
                    current: $0 == language, home: true)
            }
            return Shell(site.theme.renderer(for: language)) { sealed, part in
                ShellView(
                    language: language.code, direction: Writing.direction(language), forum: forum, root: root, style: names.style,
                    script: names.gate, strings: names.strings[language] ?? "", noscript: noscript, languages: homes,
                    ownOrigin: site.forum.ownOrigin, sealed: sealed, part: part)
            }
        }
        shells = (1...3).map { depth in
            Dictionary(uniqueKeysWithValues: site.forum.languages.map { ($0, shell($0, String(repeating: "../", count: depth))) })
        }
    }

    /// Each of them.
    var all: [Shell] { shells.flatMap(\.values) }

    func shell(for entry: Plan.Entry) -> Shell {
        // Each table holds every language of the forum, and pages are planned in no other.
        shells[entry.subject.depth - 1][entry.language]!
    }
}

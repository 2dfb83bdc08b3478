import Access
import Diagnostics
import Model
import Theme

/// The last stages: every planned page rendered, sealed and put into the next site, with the assets that are open by name.
struct SiteOutput: Sendable {
    private let site: Site
    private let assets: [(path: String, file: SiteFile)]
    private let shells: Shells
    private let pages: PageRenderer
    private let sealer: Sealer
    private let inputs: PageInputs

    /// - Parameter inputs: fingerprint of what goes into every page.
    init(_ site: Site, keystore: Keystore, inputs: Fingerprint) throws(Failure) {
        self.site = site
        let names = AssetNames(site)
        assets = try OpenAssets(site, keystore: keystore, names: names).files
        shells = Shells(site, names: names)
        pages = PageRenderer(site)
        sealer = Sealer(keystore)
        self.inputs = PageInputs(site, common: inputs)
    }

    /// Writes the site; what is as it was is taken over.
    func write(into folder: SiteFolder, workers: Workers, progress: Progress) throws(Failure) -> Totals {
        let entries = site.plan.entries
        var totals = Totals(pages: entries.count, written: 0, kept: 0, rendered: 0, plainBytes: 0)
        let kept = try folder.isKept
        try folder.replace { (staging) throws(Failure) in
            var files: [String: TreeRecord.File] = [:]
            let open = assets + (kept ? [(".gitkeep", SiteFile.open(.keeper))] : [])
            for (path, file) in open {
                let placed = try staging.place(path, inputs: nil) { () throws(Failure) in file }
                files[path] = placed.record
                totals.count(fresh: placed.fresh)
            }
            let placed = try workers.map(entries.count, chunk: 16, state: { () throws(Failure) in [Language: TemplateRenderer]() }) {
                (renderers, index) throws(Failure) in
                progress.step(.rendering, of: entries.count)
                return try place(entries[index], in: staging, &renderers)
            }
            for page in placed {
                files[page.path] = page.record
                totals.count(fresh: page.fresh)
                totals.count(plain: page.plain)
            }
            return files
        }
        return totals
    }

    private struct Placed: Sendable {
        let path: String
        let record: TreeRecord.File
        let fresh: Bool
        /// Bytes of the text before sealing; nil when it was not rendered.
        let plain: Int?
    }

    private func place(
        _ entry: Plan.Entry, in staging: Staging, _ renderers: inout [Language: TemplateRenderer]
    ) throws(Failure) -> Placed {
        guard let folder = site.addresses.path(entry.subject, in: entry.language) else {
            throw Failure("a page was planned without an address", remedy: "Please report this fault of the program.")
        }
        let path = folder + "index.html"
        var plain: Int?
        let placed = try staging.place(path, inputs: inputs.fingerprint(entry)) { () throws(Failure) in
            let text = pages.render(entry, with: &renderers)
            plain = text.count
            let sealed = try sealer.seal(text, at: Place(page: path))
            return .sealed(SealedPage(sealed, in: shells.shell(for: entry)))
        }
        return Placed(path: path, record: placed.record, fresh: placed.fresh, plain: plain)
    }
}

/// The shells of all pages: one for each language and depth.
private struct Shells: Sendable {
    private let home: [Language: Shell]
    private let deeper: [Language: Shell]

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
            return Shell(site.theme.renderer(for: language)) { sealed in
                ShellView(
                    language: language.code, direction: Writing.direction(language), forum: forum, root: root, style: names.style,
                    script: names.gate, strings: names.strings[language] ?? "", noscript: noscript, languages: homes, sealed: sealed)
            }
        }
        home = Dictionary(uniqueKeysWithValues: site.forum.languages.map { ($0, shell($0, "../")) })
        deeper = Dictionary(uniqueKeysWithValues: site.forum.languages.map { ($0, shell($0, "../../")) })
    }

    func shell(for entry: Plan.Entry) -> Shell {
        // Both tables hold every language of the forum, and pages are planned in no other.
        (entry.subject == .home ? home : deeper)[entry.language]!
    }
}

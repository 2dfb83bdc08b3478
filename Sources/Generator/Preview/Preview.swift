import Access
package import Diagnostics
import Files
import Model
import Theme

/// The forum as its members see it, made page by page when one is asked for, in memory.
///
/// The rules of this folder: a preview is bytes for the machine that it is made on. It is no `SiteFile` and has no way to become one,
/// so nothing of it can come into a site; it writes no file, reads nothing of the office, and knows no key: its addresses are stand-ins.
package struct Preview: Sendable {
    /// What there is at an address.
    package enum Found: Sendable {
        /// - Parameter savedAs: the name under which a browser saves it and does not show it.
        case content([UInt8], type: String, savedAs: String? = nil)
        /// A folder's page was asked for without the `/` at the end.
        case folder
        case nothing
    }

    private let site: Site
    private let pages: PageRenderer
    private let root: String
    /// By the path of their folder from the site's root, ending in `/`.
    private let entries: [String: Plan.Entry]
    /// By their paths from the site's root.
    private let files: [String: FilePlan.Entry]
    private let assets: [String: (bytes: [UInt8], type: String)]
    /// By their paths from the site's root.
    private let calendar: [String: MadeFile]
    private let style: String
    /// The preview's own script and style.
    private let look: (script: String, style: String)
    private let indexes: PreviewIndexes

    /// - Parameter root: the forum's folder.
    init(_ site: Site, root: String) {
        self.site = site
        self.root = root
        pages = PageRenderer(site)
        var entries: [String: Plan.Entry] = [:]
        for entry in site.plan.entries {
            if let file = site.file(entry), file.hasSuffix("index.html") { entries[String(file.dropLast("index.html".count))] = entry }
        }
        self.entries = entries
        files = Dictionary(site.files.entries.map { ($0.path, $0) }) { first, _ in first }
        var assets: [String: (bytes: [UInt8], type: String)] = [:]
        func add(_ stem: String, _ bytes: [UInt8], _ ending: String) -> String {
            let name = AssetNames.name(stem, bytes, ending)
            assets[name] = (bytes, Self.type(of: name))
            return name
        }
        style = add("site", site.theme.style, "css")
        look = (add("preview", site.theme.preview, "js"), add("preview", site.theme.previewStyle, "css"))
        for (name, bytes) in site.scriptAssets(hasGate: false) { assets[name] = (bytes, Self.type(of: name)) }
        indexes = PreviewIndexes(site)
        calendar = Dictionary(CalendarFile.all(of: site).map { ($0.path, $0) }) { first, _ in first }
        self.assets = assets
    }

    /// - Parameters:
    ///   - path: from the site's root, without a `/` at its beginning.
    ///   - build: what pages carry, to be told from those of other looks at the files.
    package func find(_ path: String, build: String) throws(Failure) -> Found {
        if let entry = entries[path] { return .content(page(entry, build), type: Self.html) }
        if entries[path + "/"] != nil { return .folder }
        if let file = files[path] { return try attached(file) }
        if let file = calendar[path] { return .content(file.plain, type: "text/calendar", savedAs: CalendarPlan.name) }
        if let bytes = indexes.file(path) { return .content(bytes, type: "application/octet-stream") }
        return asset(path)
    }

    /// A style or script of the theme: there even where errors leave no page to show.
    package func asset(_ path: String) -> Found {
        // Each tree has these at its own root.
        let parts = path.split(separator: "/")
        guard parts.count >= 2, parts[parts.count - 2] == "assets", let asset = assets[String(parts[parts.count - 1])] else {
            return .nothing
        }
        return .content(asset.bytes, type: asset.type)
    }

    /// The page for addresses where there is nothing.
    package func lost(build: String) -> [UInt8] {
        let languages = site.forum.languages.map { OpenAssets.offer($0, site) }
        return render(.lost(languages), in: site.forum.defaultLanguage, title: forumTitle(site.forum.defaultLanguage), build)
    }

    /// The page that stands in the place of all others before there is one without errors.
    ///
    /// - Parameter accepted: see `home(accepting:)`.
    package func failed(_ findings: [Finding], accepting accepted: String) -> [UInt8] {
        let language = language(accepting: accepted)
        let text = FindingWriter(format: .text).write(findings)
        return render(.failed(text), in: language, title: forumTitle(language), "")
    }

    /// The path of the home in the reader's language: the first that they accept and the forum has, else the forum's default.
    ///
    /// - Parameter accepted: the header of that name, see `AcceptedLanguages`.
    package func home(accepting accepted: String) -> String {
        "\(language(accepting: accepted))/"
    }

    private func page(_ entry: Plan.Entry, _ build: String) -> [UInt8] {
        // Members see the whole of what is sealed for guests.
        let reader = site.isParted(entry.subject) ? .members : site.audience(of: entry.subject)
        var renderers: [Language: TemplateRenderer] = [:]
        let text = pages.render(entry, for: reader, with: &renderers)
        let cut = text.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
        return render(
            .page(Array(text[cut...].dropFirst())), in: entry.language, title: String(decoding: text[..<cut], as: UTF8.self), build,
            root: String(repeating: "../", count: entry.subject.depth), own: site.own(entry.subject))
    }

    private func render(
        _ content: PreviewView.Content, in language: Language, title: String, _ build: String, root: String = "/",
        own: (script: String, style: String)? = nil
    ) -> [UInt8] {
        site.theme.renderer(for: language).render(
            PreviewView(
                language: language.code, direction: Writing.direction(language), title: title, root: root, style: style,
                own: own, preview: look,
                words: site.theme.previewWords(for: language), build: build, content: content))
    }

    private func forumTitle(_ language: Language) -> String {
        site.forum.title.title(in: language, else: site.forum.defaultLanguage).text
    }

    /// An attachment or picture. It comes with a name to be saved under, as in the site; pages show pictures all the same.
    private func attached(_ entry: FilePlan.Entry) throws(Failure) -> Found {
        guard try FileSystem.look(root + "/" + entry.source)?.kind == .file else { return .nothing }
        let (file, type) = (try OpenFile(root + "/" + entry.source), MediaType(path: entry.source))
        return .content(
            try file.read(0..<file.count), type: type.isShown ? type.name : "application/octet-stream",
            savedAs: String(entry.source.split(separator: "/").last ?? ""))
    }

    private func language(accepting accepted: String) -> Language {
        AcceptedLanguages(accepted).first(of: site.forum.languages) ?? site.forum.defaultLanguage
    }

    private static let html = "text/html; charset=utf-8"

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "html": html
        default: "text/plain; charset=utf-8"
        }
    }
}

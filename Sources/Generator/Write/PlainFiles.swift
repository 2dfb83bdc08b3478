import Access
import Diagnostics
import Files
import Model
import Theme

/// That a forum's pages may be written as they are, because its host lets nobody in who may not read them: `gate: server` in
/// `forum.yaml`, and nothing else, yields one.
struct PlainPermit: Sendable {
    /// Nil for a forum whose site is sealed.
    init?(_ forum: Forum) {
        guard forum.gate == .server else { return nil }
    }
}

/// A page that is not sealed.
struct PlainPage: Sendable {
    let bytes: [UInt8]

    fileprivate init(_ view: PlainView, _ renderer: TemplateRenderer, _ permit: PlainPermit) {
        bytes = renderer.render(view)
    }
}

/// An attachment or picture that is not sealed.
struct PlainFile: Sendable {
    private let file: OpenFile
    /// Of its bytes.
    let fingerprint: Fingerprint

    init(_ file: OpenFile, _ permit: PlainPermit) throws(Failure) {
        self.file = file
        var builder = Fingerprint.Builder()
        try file.forEachPiece { (piece) throws(Failure) in builder.add(piece) }
        fingerprint = builder.fingerprint
    }

    /// Copies it, piece by piece.
    func write(_ append: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var copied = Fingerprint.Builder()
        try file.forEachPiece { (piece) throws(Failure) in
            copied.add(piece)
            try append(piece)
        }
        guard copied.fingerprint == fingerprint else {
            throw Failure("\(file.path) changed while it was read", remedy: "Let nothing write to it, and run the build again.")
        }
    }
}

/// A file that the build makes, not sealed.
struct PlainMade: Sendable {
    let bytes: [UInt8]

    init(_ file: MadeFile, _ permit: PlainPermit) {
        bytes = file.plain
    }
}

/// Makes the files of planned pages for `gate: server`: what a sealed site seals, as a document of its own.
struct PlainPages: Sendable {
    private let site: Site
    private let pages: PageRenderer
    private let permit: PlainPermit
    /// The theme's style, under `assets/`.
    private let style: String

    init(_ site: Site, names: AssetNames, permit: PlainPermit) {
        self.site = site
        self.permit = permit
        style = names.style
        pages = PageRenderer(site)
    }

    /// - Parameter renderers: the calling thread's own, by language.
    /// - Returns: the page, and the text that is all it shows: its title, a line break, and the body's HTML.
    func page(_ entry: Plan.Entry, with renderers: inout [Language: TemplateRenderer]) -> (file: PlainPage, text: [UInt8]) {
        let text = pages.render(entry, for: site.audience(of: entry.subject), with: &renderers)
        let cut = text.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
        let view = PlainView(
            language: entry.language.code, direction: Writing.direction(entry.language),
            title: String(decoding: text[..<cut], as: UTF8.self),
            root: String(repeating: "../", count: entry.subject.depth), style: style,
            own: site.own(entry.subject),
            body: Array(text[cut...].dropFirst()))
        // The rendering of its text has put the language's renderer there.
        let renderer = renderers[entry.language] ?? site.theme.renderer(for: entry.language)
        return (PlainPage(view, renderer, permit), text)
    }
}

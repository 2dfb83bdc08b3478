/// Writes a parsed text as HTML, byte for byte as cmark-gfm writes it in its safe mode, apart from what design.md asks for:
/// ids with a prefix, addresses of http, https, mailto and tel only, marks on outside links, bare addresses as links, classes for how table cells are aligned,
/// and holes for what depends on the page.
///
/// Pure: the same tree gives the same bytes. Nothing recurses. Elements are those of `HTMLRenderer+Blocks` and
/// `HTMLRenderer+Inlines` and no others; whatever an author wrote goes through `append(escaped:)` or `append(address:)`.
struct HTMLRenderer {
    let tree: MarkdownTree
    /// Stands before every id.
    let prefix: [UInt8]
    let headings: [RenderedText.Heading]

    var html: [UInt8] = []
    var holes: [RenderedText.Hole] = []
    var links: [RenderedText.Link] = []
    var images: [RenderedText.Image] = []
    var unsafe: [RenderedText.Link] = []
    var plain = PlainText()

    /// The next heading's index.
    var heading = 0
    /// Inside a link, where bare addresses stay text.
    var inLink = false
    private var image = ImageReader()
    /// A table's body is open.
    var inBody = false
    /// The footnote that is being written, from 1; 0 before the first. Footnotes come last.
    var footnote = 0
    /// How many headings and tables are open: what stands in them is no part of an excerpt, which reads as sentences.
    var asides = 0
    var backReferenceIsDue = false
    /// References written so far to each footnote.
    var referred: [Int]

    private init(_ tree: MarkdownTree, prefix: String, headings: [RenderedText.Heading]) {
        self.tree = tree
        self.prefix = [UInt8](prefix.utf8)
        self.headings = headings
        referred = [Int](repeating: 0, count: tree.references.count)
        html.reserveCapacity(tree.text.count + tree.text.count / 2 + 256)
    }

    /// - Parameters:
    ///   - prefix: letters, digits and hyphens.
    ///   - headings: what `HeadingOutline` made of the same tree.
    static func render(_ tree: MarkdownTree, prefix: String, headings: [RenderedText.Heading]) -> RenderedText {
        var renderer = HTMLRenderer(tree, prefix: prefix, headings: headings)
        for event in tree.events { renderer.write(event) }
        if renderer.footnote > 0 { renderer.html.append("</ol>\n</section>\n") }
        return RenderedText(
            html: renderer.html, holes: renderer.holes, links: renderer.links, images: renderer.images, unsafe: renderer.unsafe,
            headings: headings, excerpt: renderer.plain.finished(), words: renderer.plain.words)
    }

    private mutating func write(_ event: MarkdownTree.Event) {
        if image.isInside {
            if let image = image.read(event, of: tree) { add(image) }
            return
        }
        switch event.kind {
        case .text: writeText(event)
        case .softBreak:
            html.append(newline)
            plain.space()
        case .lineBreak:
            html.append("<br />\n")
            plain.space()
        case .code: writeCode(event)
        case .htmlInline: html.append("<!-- raw HTML omitted -->")
        case .emphasis: html.append(event.phase == .enter ? "<em>" : "</em>")
        case .strong: html.append(event.phase == .enter ? "<strong>" : "</strong>")
        case .strikethrough: html.append(event.phase == .enter ? "<del>" : "</del>")
        case .link: writeLink(event)
        case .image: image.begin(event)
        case .reference: writeReference(event)
        case .transparent: break
        default: writeBlock(event)
        }
    }

    /// Begins a line unless one has just begun. A hole at the end is something on the line.
    mutating func lineBegin() {
        guard let last = html.last, last != newline || holes.last?.offset == html.count else { return }
        html.append(newline)
    }

    /// Bytes of the tree's text, for as long as `body` runs.
    func bytes<T>(_ span: MarkdownTree.Span, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        tree.text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[span.range])) }
    }

    func string(_ span: MarkdownTree.Span) -> String {
        span.count == 0 ? "" : bytes(span) { String(decoding: $0, as: UTF8.self) }
    }
}

let newline = UInt8(ascii: "\n")

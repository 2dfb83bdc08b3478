/// Makes an outline of a parsed text.
///
/// Pure: the same tree gives the same outline. Nothing recurses, and every byte of the text goes into one block and at most one link.
struct OutlineReader {
    let tree: MarkdownTree
    private var blocks: [TextOutline.Block] = []
    var links: [TextOutline.Link] = []
    var images: [RenderedText.Image] = []
    private var rawHTML: [Int] = []
    private var plain = PlainText()

    // What is open around the current event
    private var quotes = 0
    private var lists = 0
    private var isInFootnote = false
    private var row = 0
    /// The block that is being read; nil between blocks.
    private var block: (kind: TextOutline.Block.Kind, line: Int)?
    /// The line that is being read in it.
    var line = 1
    var text: [UInt8] = []
    /// Code in the lines of the block that is being read.
    private var code: [TextOutline.Block] = []
    /// The link that is being read; nil outside.
    var link: MarkdownTree.Event?
    var linkText: [UInt8] = []
    private var image = ImageReader()

    private init(_ tree: MarkdownTree) {
        self.tree = tree
    }

    static func outline(_ tree: MarkdownTree) -> TextOutline {
        var reader = OutlineReader(tree)
        for event in tree.events { reader.read(event) }
        return TextOutline(
            blocks: reader.blocks, headings: HeadingOutline(tree, base: nil).headings(), links: reader.links, images: reader.images,
            rawHTML: reader.rawHTML, words: reader.plain.words)
    }

    private mutating func read(_ event: MarkdownTree.Event) {
        if image.isInside {
            if let image = image.read(event, of: tree) { add(image) }
            return
        }
        switch event.kind {
        case .text: readText(event)
        case .softBreak, .lineBreak:
            text.append(newline)
            line += 1
            if link != nil { linkText.append(UInt8(ascii: " ")) }
            plain.space()
        case .code: readCode(event)
        case .htmlInline:
            note(rawHTML: event)
            text.append(contentsOf: replacement)
        case .link: readLink(event)
        case .image: image.begin(event)
        case .emphasis, .strong, .strikethrough, .reference, .transparent: break
        default: readBlock(event)
        }
    }

    private mutating func readBlock(_ event: MarkdownTree.Event) {
        let step = event.phase == .enter ? 1 : -1
        switch event.kind {
        case .blockQuote: quotes += step
        case .list: lists += step
        case .footnote: isInFootnote = event.phase == .enter
        case .row: if event.phase == .enter { row = Int(event.line) }
        case .paragraph, .heading, .cell: event.phase == .enter ? begin(event) : end()
        case .codeBlock:
            count(event.second)
            blocks.append(TextOutline.Block(kind: .code, text: string(event.second), line: Int(event.line) + (event.flag ? 1 : 0)))
        case .htmlBlock: note(rawHTML: event)
        default: break
        }
        plain.space()
    }

    private mutating func begin(_ event: MarkdownTree.Event) {
        let kind: TextOutline.Block.Kind =
            if quotes > 0 {
                .quote
            } else if event.kind == .heading {
                .heading
            } else if event.kind == .cell {
                .cell
            } else if isInFootnote {
                .footnote
            } else {
                lists > 0 ? .item : .paragraph
            }
        line = event.kind == .cell ? max(row, Int(event.line)) : Int(event.line)
        block = (kind, line)
    }

    private mutating func end() {
        if let block, !text.isEmpty {
            blocks.append(TextOutline.Block(kind: block.kind, text: String(decoding: text, as: UTF8.self), line: block.line))
        }
        blocks += code
        block = nil
        text.removeAll(keepingCapacity: true)
        code.removeAll(keepingCapacity: true)
    }

    private mutating func readText(_ event: MarkdownTree.Event) {
        count(event.first)
        text.append(contentsOf: tree.text[event.first.range])
        if link != nil {
            linkText.append(contentsOf: tree.text[event.first.range])
        } else {
            findLinks(in: event.first)
        }
    }

    private mutating func readCode(_ event: MarkdownTree.Event) {
        count(event.first)
        text.append(contentsOf: replacement)
        if link != nil { linkText.append(contentsOf: tree.text[event.first.range]) }
        code.append(TextOutline.Block(kind: .code, text: string(event.first), line: line))
    }

    private mutating func note(rawHTML event: MarkdownTree.Event) {
        let line = max(Int(event.line), 1)
        if rawHTML.last.map({ $0 < line }) ?? true { rawHTML.append(line) }
    }

    /// Counts words, as a page does.
    private mutating func count(_ span: MarkdownTree.Span) {
        tree.text.withUnsafeBufferPointer { plain.add(UnsafeBufferPointer(rebasing: $0[span.range]), shown: false) }
    }

    func string(_ span: MarkdownTree.Span) -> String {
        tree.text.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[span.range]), as: UTF8.self) }
    }
}

/// U+FFFC, the object replacement character.
let replacement: [UInt8] = [0xEF, 0xBF, 0xBC]

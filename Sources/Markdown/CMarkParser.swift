import CMarkGFM
import Glibc
import Synchronization

/// The only caller of cmark-gfm: parses, copies everything out, frees. No pointer of the library leaves this file.
///
/// `autolink` is never attached (it has unfixed memory and complexity faults; `BareLinks` does its work), nor is
/// `CMARK_OPT_UNSAFE` ever set. The library keeps tables for the whole process, so parsing holds a lock.
enum CMarkParser {
    /// Whether the extensions are registered; held while a text is parsed.
    private static let registered = Mutex(false)

    /// - Parameter body: any bytes; what is not UTF-8 becomes U+FFFD. Time and memory are the library's: on hostile
    ///   input without bounds, so only `MarkdownWorker` should parse what comes from outside.
    static func parse(_ body: [UInt8]) -> MarkdownTree {
        registered.withLock { registered in
            if !registered {
                cmark_gfm_core_extensions_ensure_registered()
                registered = true
            }
            return parseAlone(body)
        }
    }

    private static func parseAlone(_ body: [UInt8]) -> MarkdownTree {
        // Looking for footnotes loses part of a bracket like `[^a` that runs over the end of a line: only where there are any.
        let footnotes = hasFootnotes(body)
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | (footnotes ? CMARK_OPT_FOOTNOTES : 0))
        defer { cmark_parser_free(parser) }
        attach("table", to: parser)
        attach("tasklist", to: parser)
        // Its delimiter goes into a table of the whole process while a parser finishes: only where it can matter.
        if body.contains(UInt8(ascii: "~")) { attach("strikethrough", to: parser) }
        body.withUnsafeBytes { bytes in
            cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        let root = cmark_parser_finish(parser)
        defer { cmark_node_free(root) }
        var copy = TreeCopy(expecting: body.count, mayBreakCharacters: footnotes || hasNumericReferences(body))
        copy.walk(root)
        return copy.tree
    }

    /// Whether a character may be written by its number. Of `&#xFFFE;` and `&#xFFFF;` the library makes bytes that are no UTF-8.
    private static func hasNumericReferences(_ body: [UInt8]) -> Bool {
        body.indices.dropFirst().contains { body[$0] == UInt8(ascii: "#") && body[$0 - 1] == UInt8(ascii: "&") }
    }

    /// Whether `[^label]:` occurs, the label without spaces.
    private static func hasFootnotes(_ body: [UInt8]) -> Bool {
        var inLabel = false
        for index in body.indices.dropFirst() {
            switch body[index] {
            case UInt8(ascii: "^"): inLabel = inLabel || body[index - 1] == UInt8(ascii: "[")
            case UInt8(ascii: "]"):
                if inLabel, index + 1 < body.count, body[index + 1] == UInt8(ascii: ":") { return true }
                inLabel = false
            case 0x00...0x20: inLabel = false
            default: break
            }
        }
        return false
    }

    private static func attach(_ name: String, to parser: OpaquePointer?) {
        guard let found = cmark_find_syntax_extension(name) else { return }
        cmark_parser_attach_syntax_extension(parser, found)
    }
}

private typealias Node = OpaquePointer

/// Walks the library's tree without recursion and writes down what it sees.
private struct TreeCopy {
    var tree = MarkdownTree()
    private var alignments: UnsafeMutablePointer<UInt8>?
    private var columns = 0
    private var column = 0
    private var inHeader = false
    private var definitions: Int32 = 0
    /// Images around the current node: references inside them are not shown.
    private var images = 0

    /// A label of a footnote that runs over the end of a line is cut by the library without regard to characters; and see `hasNumericReferences`.
    private let mayBreakCharacters: Bool

    init(expecting bytes: Int, mayBreakCharacters: Bool) {
        tree.text.reserveCapacity(bytes + 64)
        tree.events.reserveCapacity(bytes / 16 + 16)
        self.mayBreakCharacters = mayBreakCharacters
    }

    mutating func walk(_ root: Node?) {
        var current = root
        while let node = current {
            let container = enter(node)
            if let child = cmark_node_first_child(node) {
                current = child
                continue
            }
            if container { leave(node) }
            current = successor(of: node, in: root)
        }
    }

    /// The next node in document order, leaving what ends before it.
    private mutating func successor(of node: Node, in root: Node?) -> Node? {
        var node = node
        while node != root {
            if let next = cmark_node_next(node) { return next }
            guard let parent = cmark_node_parent(node) else { return nil }
            leave(parent)
            node = parent
        }
        return nil
    }

    /// Writes the beginning of a node; true if an end must follow.
    private mutating func enter(_ node: Node) -> Bool {
        let type = cmark_node_get_type(node)
        switch type {
        case CMARK_NODE_TEXT: literal(.text, node)
        case CMARK_NODE_SOFTBREAK: leaf(.softBreak)
        case CMARK_NODE_LINEBREAK: leaf(.lineBreak)
        case CMARK_NODE_CODE: literal(.code, node)
        case CMARK_NODE_HTML_INLINE: literal(.htmlInline, node, line: cmark_node_get_start_line(node))
        case CMARK_NODE_HTML_BLOCK: leaf(.htmlBlock, line: cmark_node_get_start_line(node))
        case CMARK_NODE_THEMATIC_BREAK: leaf(.thematicBreak)
        case CMARK_NODE_CODE_BLOCK:
            var event = MarkdownTree.Event(kind: .codeBlock, phase: .leaf)
            event.first = span(cmark_node_get_fence_info(node))
            event.second = span(cmark_node_get_literal(node))
            event.line = cmark_node_get_start_line(node)
            event.flag = Self.isFenced(node)
            tree.events.append(event)
        case CMARK_NODE_FOOTNOTE_REFERENCE: reference(node)
        default:
            tree.events.append(opening(node, type))
            return true
        }
        return false
    }

    private mutating func opening(_ node: Node, _ type: cmark_node_type) -> MarkdownTree.Event {
        var event = bounds(node, type)
        event.phase = .enter
        event.line = cmark_node_get_start_line(node)
        switch event.kind {
        case .heading: tree.headings.append(tree.events.count)
        case .link, .image:
            event.first = span(cmark_node_get_url(node))
            event.second = span(cmark_node_get_title(node))
            if event.kind == .image { images += 1 }
        case .footnote:
            definitions += 1
            event.number = definitions
            while tree.references.count < Int(definitions) { tree.references.append(0) }
        case .table:
            alignments = cmark_gfm_extensions_get_table_alignments(node)
            columns = Int(cmark_gfm_extensions_get_table_columns(node))
        case .row:
            inHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
            column = 0
            event.flag = inHeader
        case .cell:
            event.flag = inHeader
            if let alignments, column < columns { event.number = Int32(alignments[column]) }
            column += 1
        default: break
        }
        return event
    }

    private mutating func leave(_ node: Node) {
        var event = bounds(node, cmark_node_get_type(node))
        event.phase = .leave
        switch event.kind {
        case .image: images -= 1
        case .row, .cell: event.flag = inHeader
        case .footnote: event.number = definitions
        default: break
        }
        tree.events.append(event)
    }

    /// What beginning and end of a node have in common.
    private func bounds(_ node: Node, _ type: cmark_node_type) -> MarkdownTree.Event {
        var event = MarkdownTree.Event(kind: .transparent, phase: .leaf)
        switch type {
        case CMARK_NODE_PARAGRAPH:
            event.kind = .paragraph
            let parent = cmark_node_parent(node)
            if let list = cmark_node_parent(parent), cmark_node_get_type(list) == CMARK_NODE_LIST {
                event.flag = cmark_node_get_list_tight(list) != 0
            }
            event.isLast = cmark_node_get_type(parent) == CMARK_NODE_FOOTNOTE_DEFINITION && cmark_node_next(node) == nil
        case CMARK_NODE_EMPH: event.kind = .emphasis
        case CMARK_NODE_STRONG: event.kind = .strong
        case CMARK_NODE_LINK: event.kind = .link
        case CMARK_NODE_IMAGE: event.kind = .image
        case CMARK_NODE_BLOCK_QUOTE: event.kind = .blockQuote
        case CMARK_NODE_LIST:
            event.kind = .list
            event.flag = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            event.number = cmark_node_get_list_start(node)
        case CMARK_NODE_ITEM:
            let isTask = cmark_node_get_syntax_extension(node) != nil
            event.kind = isTask ? .task : .item
            event.flag = isTask && cmark_gfm_extensions_get_tasklist_item_checked(node)
        case CMARK_NODE_HEADING:
            event.kind = .heading
            event.number = cmark_node_get_heading_level(node)
        case CMARK_NODE_FOOTNOTE_DEFINITION: event.kind = .footnote
        default: event.kind = Self.extended(node)
        }
        return event
    }

    /// The nodes of extensions have no type that is known beforehand, only names.
    private static func extended(_ node: Node) -> MarkdownTree.Kind {
        guard cmark_node_get_syntax_extension(node) != nil, let name = cmark_node_get_type_string(node) else { return .transparent }
        switch String(cString: name) {
        case "table": return .table
        case "table_row", "table_header": return .row
        case "table_cell": return .cell
        case "strikethrough": return .strikethrough
        default: return .transparent
        }
    }

    private static func isFenced(_ node: Node) -> Bool {
        var length: Int32 = 0
        var offset: Int32 = 0
        var character: CChar = 0
        return cmark_node_get_fenced(node, &length, &offset, &character) != 0
    }

    private mutating func leaf(_ kind: MarkdownTree.Kind, line: Int32 = 0) {
        var event = MarkdownTree.Event(kind: kind, phase: .leaf)
        event.line = line
        tree.events.append(event)
    }

    private mutating func literal(_ kind: MarkdownTree.Kind, _ node: Node, line: Int32 = 0) {
        let written = span(cmark_node_get_literal(node))
        // Neighbouring texts become one, so that an address that the parser cut in two is found whole.
        if kind == .text, let last = tree.events.last, last.kind == .text,
            last.first.start + last.first.count == written.start
        {
            tree.events[tree.events.count - 1].first.count += written.count
            return
        }
        var event = MarkdownTree.Event(kind: kind, phase: .leaf)
        event.first = written
        event.line = line
        tree.events.append(event)
    }

    private mutating func reference(_ node: Node) {
        var event = MarkdownTree.Event(kind: .reference, phase: .leaf)
        let written = span(cmark_node_get_literal(node))  // the footnote's number, in decimal digits
        for digit in tree.text[written.range] where digit >= 0x30 && digit <= 0x39 {
            event.number = event.number &* 10 &+ Int32(digit - 0x30)
        }
        guard event.number > 0, event.number <= 1 << 20 else { return }
        if images == 0 {
            while tree.references.count < Int(event.number) { tree.references.append(0) }
            tree.references[Int(event.number) - 1] += 1
        }
        tree.events.append(event)
    }

    private mutating func span(_ string: UnsafePointer<CChar>?) -> MarkdownTree.Span {
        guard let string else { return MarkdownTree.Span() }
        let start = tree.text.count
        let bytes = UnsafeRawBufferPointer(start: string, count: strlen(string))
        if mayBreakCharacters {
            tree.text.append(contentsOf: String(decoding: bytes, as: UTF8.self).utf8)
        } else {
            tree.text.append(contentsOf: bytes)
        }
        return MarkdownTree.Span(start: Int32(start), count: Int32(tree.text.count - start))
    }
}

/// A parsed text as it is walked through: one event for each leaf, two for each node with something inside,
/// and one buffer that holds all their bytes.
///
/// A flat array instead of a tree of objects: nothing recurses, however deep a hostile text is nested, and nothing is
/// allocated for a node.
struct MarkdownTree {
    /// UTF-8 of all literals, addresses and titles; spans point into it.
    var text: [UInt8] = []
    var events: [Event] = []
    /// Indices in `events` at which headings begin.
    var headings: [Int] = []
    /// How often each footnote is referred to where the reference is shown; footnote 1 is at index 0.
    var references: [Int] = []

    struct Event {
        var kind: Kind
        var phase: Phase
        /// Paragraph: in a tight list. Heading row and its cells. Task: done. List: ordered. Code block: between fences.
        var flag = false
        /// Paragraph: the last thing in a footnote.
        var isLast = false
        /// Heading: level. Ordered list: first number. Cell: alignment (`l`, `c`, `r` or 0). Footnote: its number, from 1.
        var number: Int32 = 0
        /// Line of the body, from 1; 0 for leaves that nobody looks for, as text.
        var line: Int32 = 0
        /// Literal; address of a link or image; info string of a code block.
        var first = Span()
        /// Title of a link or image; literal of a code block.
        var second = Span()
    }

    enum Phase: UInt8 {
        case leaf, enter, leave
    }

    enum Kind: UInt8 {
        case blockQuote, list, item, task, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnote
        case table, row, cell
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image, reference
        /// The document itself, and whatever the parser may know that we do not: its content is shown, it is not.
        case transparent
    }

    struct Span {
        var start: Int32 = 0
        var count: Int32 = 0

        var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }
}

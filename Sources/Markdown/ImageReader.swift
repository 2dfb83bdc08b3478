/// Gathers what stands inside an image: everything is its alternative text, also what images within it say.
struct ImageReader {
    /// Images around the current event.
    private var depth = 0
    /// The outermost.
    private var image = MarkdownTree.Event(kind: .image, phase: .enter)
    private var alternative: [UInt8] = []

    /// Whether the current event stands inside an image.
    var isInside: Bool { depth > 0 }

    /// Enters an outermost image.
    mutating func begin(_ event: MarkdownTree.Event) {
        image = event
        depth = 1
        alternative.removeAll(keepingCapacity: true)
    }

    /// Reads an event inside an image; the image where the event ends it.
    mutating func read(_ event: MarkdownTree.Event, of tree: MarkdownTree) -> RenderedText.Image? {
        switch event.kind {
        case .text, .code, .htmlInline: alternative.append(contentsOf: tree.text[event.first.range])
        case .softBreak, .lineBreak: alternative.append(UInt8(ascii: " "))
        case .image: depth += event.phase == .enter ? 1 : -1
        default: break
        }
        guard depth == 0 else { return nil }
        return RenderedText.Image(
            source: String(decoding: tree.text[image.first.range], as: UTF8.self),
            alternative: String(decoding: alternative, as: UTF8.self),
            title: String(decoding: tree.text[image.second.range], as: UTF8.self), line: Int(image.line))
    }
}

import Files

/// What a worker can be asked to make of texts, and how each answer is written.
struct MarkdownRequest<Answer: Sendable>: Sendable {
    /// Stands before the texts that are sent.
    let code: MarkdownRequestCode
    /// Reads one answer; the worker writes it.
    let read: @Sendable (inout ByteReader) throws(ByteReader.Malformed) -> Answer
}

extension MarkdownRequest<RenderedText> {
    static let render = MarkdownRequest(code: .render) { (reader) throws(ByteReader.Malformed) in try RenderedText(from: &reader) }
}

extension MarkdownRequest<TextOutline> {
    static let outline = MarkdownRequest(code: .outline) { (reader) throws(ByteReader.Malformed) in try TextOutline(from: &reader) }
}

/// What stands before the texts that are sent to a worker.
enum MarkdownRequestCode: Int, Sendable {
    case render, outline

    /// Answers for one text.
    func answer(_ text: MarkdownText, to writer: inout ByteWriter) {
        switch self {
        case .render: MarkdownRenderer.render(text).write(to: &writer)
        case .outline: MarkdownRenderer.outline(text.body).write(to: &writer)
        }
    }
}

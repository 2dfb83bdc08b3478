import Markdown

/// The text rendered in this process, levels and ids as written.
func rendered(_ markdown: String, prefix: String = "", headings: Int? = nil) -> RenderedText {
    MarkdownRenderer.render(MarkdownText(body: [UInt8](markdown.utf8), prefix: prefix, headings: headings))
}

/// Its HTML, links and images as written.
func html(_ markdown: String, prefix: String = "", headings: Int? = nil) -> String {
    String(decoding: rendered(markdown, prefix: prefix, headings: headings).asWritten(), as: UTF8.self)
}

/// Markdown to safe HTML.
///
/// The rules of this target: `CMarkParser` alone calls the library; everything behind it is ours, pure, linear in the size of
/// what was parsed, and appends to one buffer. Raw HTML never gets through. What an author can mend (a link, an image, a text
/// that costs too much) is handed to the caller as a value, never mended silently. Texts are rendered in a child process with
/// limits (`MarkdownChild`), because the parser can be made to take minutes, gigabytes, or a fault.
package enum MarkdownRenderer {
    /// Renders in this process, without any limit of time or memory: for `MarkdownWorker`, and for text that is trusted.
    package static func render(_ text: MarkdownText) -> RenderedText {
        let tree = CMarkParser.parse(text.body)
        return HTMLRenderer.render(tree, prefix: text.prefix, headings: HeadingOutline(tree, base: text.headings).headings())
    }

    /// Reads what a text says and how it is built, likewise.
    package static func outline(_ body: [UInt8]) -> TextOutline {
        OutlineReader.outline(CMarkParser.parse(body))
    }
}

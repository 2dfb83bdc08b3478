import ContentStore
package import Diagnostics
import Markdown
import Model

extension ForumContent {
    /// The beginnings of some texts by their paths, without markup. Those that take too much to render have none.
    package func excerpts(of paths: Set<String>) throws(Failure) -> [String: String] {
        let wanted = bodies.filter { paths.contains($0.path) }
        let rendered = try markdown.render(
            wanted.map { MarkdownText(body: $0.bytes, prefix: $0.part.prefix, headings: $0.part.headingLevel) })
        var excerpts: [String: String] = [:]
        for (body, result) in zip(wanted, rendered) { if case .success(let text) = result { excerpts[body.path] = text.excerpt } }
        return excerpts
    }
}

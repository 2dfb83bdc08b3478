import ContentStore
import Diagnostics
import Markdown
import Model
import Synchronization

extension ForumContent {
    /// A text's place as the log names it, with the title of its discussion or entry; nil for translations of contributions and for pages.
    func place(of path: String) -> (name: String, title: String)? {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count == 4 else { return nil }
        if parts[1] == "library" {
            let title = entry(parts[2])?.texts.values.first { $0.path == path }?.title ?? parts[2]
            return ("library/" + parts[2], title)
        }
        guard parts[1] == "discussions", let discussion = discussion(parts[2]) else { return nil }
        let titles = discussion.opening
        let title = (titles[forum.defaultLanguage] ?? titles.min { $0.key < $1.key }?.value)?.title ?? parts[2]
        switch ContentFileName(parts[3], in: .discussion) {
        case .text(.index, _): return (parts[2], title)
        case .text(.contribution(let number), _): return ("\(parts[2])/\(number)", title)
        default: return nil
        }
    }

    /// Gives the headings of a published text by its path; each text is rendered when it is first asked for.
    var headings: @Sendable (String) -> [RenderedText.Heading] {
        let known = Mutex<[String: [RenderedText.Heading]]>([:])
        let texts = Dictionary(bodies.map { ($0.path, $0) }) { first, _ in first }
        return { [markdown] path in
            if let found = known.withLock({ $0[path] }) { return found }
            var headings: [RenderedText.Heading] = []
            if let body = texts[path] {
                do throws(Failure) {
                    let text = MarkdownText(body: body.bytes, prefix: body.part.prefix, headings: body.part.headingLevel)
                    if case .success(let rendered) = try markdown.render([text])[0] { headings = rendered.headings }
                } catch {
                    // No child can be started: whatever else is rendered says so.
                }
            }
            known.withLock { $0[path] = headings }
            return headings
        }
    }
}

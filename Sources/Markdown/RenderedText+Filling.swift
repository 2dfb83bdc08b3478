/// Putting the page's own parts into a text.
extension RenderedText {
    /// The HTML with every hole filled.
    ///
    /// - Parameters:
    ///   - link: the attributes of a link, such as `href="…" title="…"`, escaped.
    ///   - image: a whole element.
    ///   - task: the attribute by which the box of a task is called, such as `aria-label="…"`, or nothing; whether the task is done.
    package func filled(link: (Link) -> [UInt8], image: (Image) -> [UInt8], task: (Bool) -> [UInt8] = { _ in [] }) -> [UInt8] {
        guard !holes.isEmpty else { return html }
        var out: [UInt8] = []
        out.reserveCapacity(html.count + holes.count * 96)
        var done = 0
        for hole in holes {
            out.append(contentsOf: html[done..<hole.offset])
            done = hole.offset
            switch hole.content {
            case .link(let index): out.append(contentsOf: link(links[index]))
            case .image(let index): out.append(contentsOf: image(images[index]))
            case .task(let isDone):
                out.append(isDone ? "<input type=\"checkbox\" checked=\"\" disabled=\"\"" : "<input type=\"checkbox\" disabled=\"\"")
                let name = task(isDone)
                if !name.isEmpty { out.append(" ") }
                out.append(contentsOf: name)
                out.append(" /> ")
            }
        }
        out.append(contentsOf: html[done...])
        return out
    }

    /// The HTML with links and images as the author wrote them, for use outside a forum.
    package func asWritten() -> [UInt8] {
        filled(link: Self.attributesAsWritten, image: Self.elementAsWritten)
    }

    private static func attributesAsWritten(_ link: Link) -> [UInt8] {
        var out: [UInt8] = []
        out.append("href=\"")
        out.append(address: link.destination)
        out.append(title: link.title)
        out.append("\"")
        return out
    }

    private static func elementAsWritten(_ image: Image) -> [UInt8] {
        var out: [UInt8] = []
        out.append("<img src=\"")
        switch Address(image.source) {
        case .relative, .outside: out.append(address: image.source)
        case .direct, .unsafe: break
        }
        out.append("\" alt=\"")
        out.append(escaped: image.alternative)
        out.append(title: image.title)
        out.append("\" />")
        return out
    }
}

extension [UInt8] {
    /// Ends the attribute before and begins the title's, where there is one.
    fileprivate mutating func append(title: String) {
        guard !title.isEmpty else { return }
        append("\" title=\"")
        append(escaped: title)
    }
}

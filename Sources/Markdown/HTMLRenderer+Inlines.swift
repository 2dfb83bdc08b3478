/// Text, links, images and references.
extension HTMLRenderer {
    mutating func write(escaped span: MarkdownTree.Span) {
        tree.text.withUnsafeBufferPointer { html.append(escaped: UnsafeBufferPointer(rebasing: $0[span.range])) }
    }

    mutating func writeText(_ event: MarkdownTree.Event) {
        tree.text.withUnsafeBufferPointer { text in
            let text = UnsafeBufferPointer(rebasing: text[event.first.range])
            plain.add(text, shown: footnote + asides == 0)
            if inLink {
                html.append(escaped: text)
            } else {
                writeFindingLinks(text)
            }
        }
    }

    private mutating func writeFindingLinks(_ text: UnsafeBufferPointer<UInt8>) {
        var scan = BareLinks(text)
        var done = 0
        while let match = scan.next() {
            html.append(escaped: UnsafeBufferPointer(rebasing: text[done..<match.range.lowerBound]))
            let address = UnsafeBufferPointer(rebasing: text[match.range])
            html.append("<a href=\"")
            switch match.kind {
            case .web: break
            case .host: html.append("http://")
            case .mail: html.append("mailto:")
            }
            html.append(address: address)
            html.append(UInt8(ascii: "\""))
            if match.kind != .mail { html.append(outsideMarks) }
            html.append(UInt8(ascii: ">"))
            html.append(escaped: address)
            html.append("</a>")
            done = match.range.upperBound
        }
        html.append(escaped: UnsafeBufferPointer(rebasing: text[done...]))
    }

    mutating func writeCode(_ event: MarkdownTree.Event) {
        html.append("<code>")
        write(escaped: event.first)
        html.append("</code>")
        tree.text.withUnsafeBufferPointer { plain.add(UnsafeBufferPointer(rebasing: $0[event.first.range]), shown: footnote + asides == 0) }
    }

    mutating func writeLink(_ event: MarkdownTree.Event) {
        guard event.phase == .enter else {
            html.append("</a>")
            inLink = false
            return
        }
        inLink = true
        html.append("<a ")
        let address = bytes(event.first) { Address($0) }
        if address == .relative {
            holes.append(RenderedText.Hole(offset: html.count, content: .link(links.count)))
            links.append(link(event))
        } else {
            html.append("href=\"")
            if address == .unsafe {
                unsafe.append(link(event))
            } else {
                tree.text.withUnsafeBufferPointer { html.append(address: UnsafeBufferPointer(rebasing: $0[event.first.range])) }
            }
            if event.second.count > 0 {
                html.append("\" title=\"")
                write(escaped: event.second)
            }
            html.append(UInt8(ascii: "\""))
            if address == .outside { html.append(outsideMarks) }
        }
        html.append(UInt8(ascii: ">"))
    }

    private func link(_ event: MarkdownTree.Event) -> RenderedText.Link {
        RenderedText.Link(destination: string(event.first), title: string(event.second), line: Int(event.line))
    }

    /// Where and how it is shown depends on the page.
    mutating func add(_ image: RenderedText.Image) {
        holes.append(RenderedText.Hole(offset: html.count, content: .image(images.count)))
        images.append(image)
    }

    mutating func writeReference(_ event: MarkdownTree.Event) {
        let number = Int(event.number)
        referred[number - 1] += 1
        if inLink {
            // No link stands in another.
            html.append("<sup class=\"footnote-ref\"")
            writeNoteID("fnref_", number, referred[number - 1])
            html.append(UInt8(ascii: ">"))
            html.append(number: number)
            html.append("</sup>")
            return
        }
        html.append("<sup class=\"footnote-ref\"><a")
        writeNoteLink("fn_", number, 1)
        writeNoteID("fnref_", number, referred[number - 1])
        html.append(" role=\"doc-noteref\">")
        html.append(number: number)
        html.append("</a></sup>")
    }
}

/// What every link to another host carries; attributes only, the theme shows the mark.
private let outsideMarks: StaticString = " rel=\"noopener noreferrer\" class=\"outside\""

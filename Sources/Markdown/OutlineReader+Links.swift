/// Links and images.
extension OutlineReader {
    /// Addresses that a page makes links of.
    mutating func findLinks(in span: MarkdownTree.Span) {
        let line = line
        let found = tree.text.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[span.range])
            var scan = BareLinks(text)
            var found: [TextOutline.Link] = []
            while let match = scan.next() {
                let address = String(decoding: text[match.range], as: UTF8.self)
                let scheme = [BareLinks.Kind.web: "", .host: "http://", .mail: "mailto:"][match.kind] ?? ""
                found.append(
                    TextOutline.Link(
                        text: address, destination: scheme + address, leads: match.kind == .mail ? .direct : .outside, isBare: true,
                        line: line))
            }
            return found
        }
        links += found
    }

    mutating func readLink(_ event: MarkdownTree.Event) {
        guard event.phase == .leave else {
            link = event
            linkText.removeAll(keepingCapacity: true)
            return
        }
        guard let opened = link else { return }
        let destination = string(opened.first)
        let shown = String(decoding: linkText, as: UTF8.self)
        links.append(
            TextOutline.Link(
                text: shown, destination: destination, leads: .init(Address(destination)),
                isBare: destination == shown || destination == "mailto:" + shown, line: Int(opened.line)))
        link = nil
    }

    /// Inside an image everything is its alternative text.
    mutating func readAlternative(_ event: MarkdownTree.Event) {
        switch event.kind {
        case .text, .code, .htmlInline: alternative.append(contentsOf: tree.text[event.first.range])
        case .softBreak, .lineBreak: alternative.append(UInt8(ascii: " "))
        case .image:
            imageDepth += event.phase == .enter ? 1 : -1
            if imageDepth == 0 { endImage() }
        default: break
        }
    }

    private mutating func endImage() {
        text.append(contentsOf: replacement)
        if link != nil { linkText.append(contentsOf: alternative) }
        images.append(
            RenderedText.Image(
                source: string(image.first), alternative: String(decoding: alternative, as: UTF8.self), title: string(image.second),
                line: Int(image.line)))
    }
}

extension TextOutline.Link.Leads {
    fileprivate init(_ address: Address) {
        switch address {
        case .relative: self = .relative
        case .outside: self = .outside
        case .direct: self = .direct
        case .unsafe: self = .unsafe
        }
    }
}

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

    mutating func add(_ image: RenderedText.Image) {
        text.append(contentsOf: replacement)
        if link != nil { linkText.append(contentsOf: image.alternative.utf8) }
        images.append(image)
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

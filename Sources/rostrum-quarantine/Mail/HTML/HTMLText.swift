/// Makes Markdown of HTML, without anything in it that could be HTML again.
///
/// Paragraphs, lines, headings, lists, quotes, links and rows of tables stay; looks, scripts, styles and pictures go. What the author
/// wrote as Markdown in an editor of HTML stays Markdown.
struct HTMLText {
    private var writer = MarkdownWriter()
    /// Numbers of the lists that are open; nil for one without.
    private var lists: [Int?] = []
    /// Where the text of the link that is open begins, and where it leads.
    private var link: (start: Int, address: String)?
    /// Elements whose content is not shown that are open.
    private var hidden = 0
    /// More than that is refused as a text anyway.
    private static let limit = 4 << 20
    /// Quotes and lists in each other that are still told apart.
    private static let depth = 12

    /// - Parameter html: in UTF-8.
    static func markdown(_ html: [UInt8]) -> [UInt8] {
        var tokens = HTMLTokenizer(html)
        var text = HTMLText()
        while let token = tokens.next(), text.writer.text.count < limit {
            switch token {
            case .text(let bytes): if text.hidden == 0 { text.writer.write(CharacterReferences.resolve(bytes)) }
            case .open(let name, let attributes): text.open(name, attributes)
            case .close(let name): text.close(name)
            case .raw(let name, let bytes):
                if name == "xmp" || name == "textarea" { text.writer.write(Array(bytes)) }
            case .declaration: break
            }
        }
        text.endLink()
        return lines(text.writer.text)
    }

    private mutating func open(_ name: String, _ attributes: [HTMLTokenizer.Attribute]) {
        switch name {
        case "br": writer.newLine()
        case "hr":
            writer.end(lines: 2)
            writer.write(Array("---".utf8))
            writer.end(lines: 2)
        case "h1", "h2", "h3", "h4", "h5", "h6":
            writer.end(lines: 2)
            writer.prepend(String(repeating: "#", count: Int(name.suffix(1)) ?? 1) + " ")
        case "ul", "ol":
            writer.end(lines: lists.isEmpty ? 2 : 1)
            lists.append(name == "ol" ? 0 : nil)
        case "li": openItem()
        case "blockquote":
            writer.end(lines: 2)
            if writer.containers.count < Self.depth { writer.enter(.quote) }
        case "pre":
            writer.end(lines: 2)
            writer.isPreformatted = true
        case "a": openLink(attributes)
        case "img": if let alt = attributes.first(where: { $0.name == "alt" }) { writer.write(CharacterReferences.resolve(alt.value)) }
        case "tr": writer.beginRow()
        case "td", "th": writer.beginCell()
        case "template", "object", "svg", "math": hidden += 1
        default: if let lines = Self.blocks[name] { writer.end(lines: lines) }
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "ul", "ol":
            if !lists.isEmpty { lists.removeLast() }
            closeItem()
            writer.end(lines: lists.isEmpty ? 2 : 1)
        case "li":
            closeItem()
            writer.end(lines: 1)
        case "blockquote":
            if case .quote = writer.containers.last { writer.leave() }
            writer.end(lines: 2)
        case "pre":
            writer.isPreformatted = false
            writer.end(lines: 2)
        case "h1", "h2", "h3", "h4", "h5", "h6":
            writer.dropPrefix()
            writer.end(lines: 2)
        case "a": endLink()
        case "template", "object", "svg", "math": hidden = max(0, hidden - 1)
        default: if let lines = Self.blocks[name] { writer.end(lines: lines) }
        }
    }

    private mutating func openItem() {
        // One that was not closed ends where the next begins.
        let open = writer.containers.count { if case .item = $0 { true } else { false } }
        if open >= max(lists.count, 1) { closeItem() }
        writer.end(lines: 1)
        guard writer.containers.count < Self.depth else { return }
        if let last = lists.last, let number = last {
            lists[lists.count - 1] = number + 1
            writer.enter(.item(width: 3), marker: "\(number + 1). ")
        } else {
            writer.enter(.item(width: 2), marker: "- ")
        }
    }

    private mutating func closeItem() {
        if case .item = writer.containers.last { writer.leave() }
    }

    private mutating func openLink(_ attributes: [HTMLTokenizer.Attribute]) {
        endLink()
        guard let href = attributes.first(where: { $0.name == "href" }), let address = LinkAddress.safe(href.value) else { return }
        writer.prepend("\u{1}")
        writer.isInLink = true
        link = (writer.text.count, address)
    }

    /// Writes where a link leads, unless its text says so itself.
    private mutating func endLink() {
        guard let open = link else { return }
        link = nil
        writer.isInLink = false
        guard let mark = writer.text[open.start...].firstIndex(of: 1) else { return writer.dropPrefix() }
        let label = Array(writer.text[(mark + 1)...])
        if LinkAddress.isSaid(open.address, by: label) { return writer.replace(from: mark, with: label) }
        let isLine = !label.contains(0x0A)
        let tail = isLine ? "](\(open.address))" : " <\(open.address)>"
        writer.replace(from: mark, with: (isLine ? [UInt8(ascii: "[")] : []) + label + Array(tail.utf8))
    }

    /// Without blanks at the ends of lines, and with at most one blank line in a row.
    private static func lines(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count + 1)
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            var line = line
            while line.last == 0x20 || line.suffix(2).elementsEqual([0xC2, 0xA0]) { line = line.dropLast(line.last == 0x20 ? 1 : 2) }
            if line.isEmpty, out.isEmpty || out.suffix(2).elementsEqual([0x0A, 0x0A]) { continue }
            out += line
            out.append(0x0A)
        }
        while out.suffix(2).elementsEqual([0x0A, 0x0A]) { out.removeLast() }
        return out
    }

    /// Elements that stand on lines of their own, with the line ends around them.
    private static let blocks = [
        "p": 2, "div": 1, "section": 2, "article": 2, "header": 1, "footer": 1, "main": 1, "aside": 2, "nav": 1, "address": 1, "table": 2,
        "figure": 2, "figcaption": 1, "dl": 2, "dt": 1, "dd": 1, "form": 1, "fieldset": 1, "center": 1, "caption": 1, "details": 1,
        "summary": 1, "body": 1, "html": 1, "head": 1, "tbody": 1, "thead": 1, "option": 1, "legend": 1,
    ]
}

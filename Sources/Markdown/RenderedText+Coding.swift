package import Files

/// For the way between processes and for the build's cache; both are checked when read, so that a damaged cache is a cache miss.
extension RenderedText {
    /// Appends the text; `init(from:)` reads it.
    package func write(to writer: inout ByteWriter) {
        writer.write(html)
        writer.write(list: links) { $1.write(to: &$0) }
        writer.write(list: images) { $1.write(to: &$0) }
        writer.write(list: unsafe) { $1.write(to: &$0) }
        writer.write(list: headings) { $1.write(to: &$0) }
        writer.write(list: holes) { writer, hole in
            writer.write(hole.offset)
            switch hole.content {
            case .link(let index): writer.write(index * 3)
            case .image(let index): writer.write(index * 3 + 1)
            case .task(let isDone): writer.write(isDone ? 5 : 2)
            }
        }
        writer.write(excerpt)
        writer.write(words)
    }

    /// Throws also when a hole lies outside the HTML, stands in no order, or holds nothing that is there.
    package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let html = [UInt8](try reader.data())
        let links = try reader.list(Link.init(from:))
        let images = try reader.list(Image.init(from:))
        let unsafe = try reader.list(Link.init(from:))
        let headings = try reader.list(Heading.init(from:))
        var last = 0
        let holes = try reader.list { (reader: inout ByteReader) throws(ByteReader.Malformed) -> Hole in
            let offset = try reader.int()
            let content = try reader.int()
            guard offset >= last, offset <= html.count, content >= 0 else { throw ByteReader.Malformed() }
            last = offset
            switch content % 3 {
            case 0 where content / 3 < links.count: return Hole(offset: offset, content: .link(content / 3))
            case 1 where content / 3 < images.count: return Hole(offset: offset, content: .image(content / 3))
            case 2 where content <= 5: return Hole(offset: offset, content: .task(isDone: content == 5))
            default: throw ByteReader.Malformed()
            }
        }
        let excerpt = try reader.string()
        let words = try reader.int()
        self.init(
            html: html, holes: holes, links: links, images: images, unsafe: unsafe, headings: headings, excerpt: excerpt, words: words)
    }
}

extension RenderedText.Link {
    func write(to writer: inout ByteWriter) {
        writer.write(destination)
        writer.write(title)
        writer.write(line)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let destination = try reader.string()
        let title = try reader.string()
        self.init(destination: destination, title: title, line: try reader.int())
    }
}

extension RenderedText.Image {
    func write(to writer: inout ByteWriter) {
        writer.write(source)
        writer.write(alternative)
        writer.write(title)
        writer.write(line)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let source = try reader.string()
        let alternative = try reader.string()
        let title = try reader.string()
        self.init(source: source, alternative: alternative, title: title, line: try reader.int())
    }
}

extension RenderedText.Heading {
    func write(to writer: inout ByteWriter) {
        writer.write(level)
        writer.write(anchor)
        writer.write(text)
        writer.write(line)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let level = try reader.int()
        let anchor = try reader.string()
        let text = try reader.string()
        self.init(level: level, anchor: anchor, text: text, line: try reader.int())
    }
}

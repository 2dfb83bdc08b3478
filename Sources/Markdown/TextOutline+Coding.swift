package import Files

/// For the way between processes; checked when read.
extension TextOutline {
    /// Appends the outline; `init(from:)` reads it.
    package func write(to writer: inout ByteWriter) {
        writer.write(list: blocks) { writer, block in
            writer.write(block.kind.code)
            writer.write(block.text)
            writer.write(block.line)
        }
        writer.write(list: headings) { $1.write(to: &$0) }
        writer.write(list: links) { $1.write(to: &$0) }
        writer.write(list: images) { $1.write(to: &$0) }
        writer.write(list: rawHTML) { $0.write($1) }
        writer.write(words)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let blocks = try reader.list { (reader: inout ByteReader) throws(ByteReader.Malformed) -> Block in
            let kind = try Block.Kind(code: reader.int())
            let text = try reader.string()
            return Block(kind: kind, text: text, line: try reader.int())
        }
        let headings = try reader.list(RenderedText.Heading.init(from:))
        let links = try reader.list(Link.init(from:))
        let images = try reader.list(RenderedText.Image.init(from:))
        let rawHTML = try reader.list { (reader: inout ByteReader) throws(ByteReader.Malformed) in try reader.int() }
        self.init(blocks: blocks, headings: headings, links: links, images: images, rawHTML: rawHTML, words: try reader.int())
    }
}

extension TextOutline.Link {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(text)
        writer.write(destination)
        writer.write(leads.code)
        writer.write(isBare)
        writer.write(line)
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let text = try reader.string()
        let destination = try reader.string()
        let leads = try Leads(code: reader.int())
        let isBare = try reader.bool()
        self.init(text: text, destination: destination, leads: leads, isBare: isBare, line: try reader.int())
    }
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
    /// Its place among all cases.
    fileprivate var code: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    fileprivate init(code: Int) throws(ByteReader.Malformed) {
        guard Self.allCases.indices.contains(code) else { throw ByteReader.Malformed() }
        self = Self.allCases[code]
    }
}

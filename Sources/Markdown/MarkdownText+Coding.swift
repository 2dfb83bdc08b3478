package import Files

extension MarkdownText {
    /// Appends the text; `init(from:)` reads it.
    package func write(to writer: inout ByteWriter) {
        writer.write(body)
        writer.write(prefix)
        writer.write(headings) { $0.write($1) }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let body = [UInt8](try reader.data())
        let prefix = try reader.string()
        let level = try reader.optional { (reader: inout ByteReader) throws(ByteReader.Malformed) in try reader.int() }
        self.init(body: body, prefix: prefix, headings: level)
    }
}

package import Diagnostics

/// Turns places in a YAML document into places in its file. Slow, as only findings need it.
package struct YAMLPlace: Sendable {
    private let source: SourceText
    private let start: Int

    /// - Parameter start: the byte of the file at which the YAML begins.
    package init(source: SourceText, start: Int) {
        self.source = source
        self.start = start
    }

    /// The first line of what `span` covers, marked as far as it reaches in that line.
    package func location(_ span: YAMLNode.Span) -> Location {
        let from = offset(ofScalar: span.start, from: start)
        let to = offset(ofScalar: span.end - span.start, from: from)
        return source.location(offset: from, count: max(1, to - from))
    }

    /// The byte at `byte` of the YAML.
    package func location(byte: Int) -> Location {
        source.location(offset: start + byte)
    }

    private func offset(ofScalar count: Int, from start: Int) -> Int {
        var left = count
        var offset = start
        while offset < source.bytes.count {
            if source.bytes[offset] & 0xC0 != 0x80 {
                if left <= 0 { break }
                left -= 1
            }
            offset += 1
        }
        return offset
    }
}

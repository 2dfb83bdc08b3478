import Files

/// What a build wrote, in numbers.
package struct Totals: Sendable, Equatable {
    /// Pages of the site, without front page and assets.
    package let pages: Int
    /// Files that are new or differ from the site before.
    package private(set) var written: Int
    /// Files taken over as they were.
    package private(set) var kept: Int
    /// How many pages were rendered, and their texts' bytes before sealing.
    package private(set) var rendered: Int
    /// Bytes of the texts of all rendered pages before they were packed and sealed.
    package private(set) var plainBytes: Int
    /// How long the indexes took, in seconds, were nothing else made beside them: the time of each, divided by the number of workers. 0 where nothing has changed. Not remembered.
    package var indexing = 0.0

    /// The same site, built again.
    package var unchanged: Totals {
        Totals(pages: pages, written: 0, kept: written + kept, rendered: 0, plainBytes: 0)
    }

    package init(pages: Int, written: Int, kept: Int, rendered: Int, plainBytes: Int) {
        self.pages = pages
        self.written = written
        self.kept = kept
        self.rendered = rendered
        self.plainBytes = plainBytes
    }

    mutating func count(fresh: Bool) {
        if fresh { written += 1 } else { kept += 1 }
    }

    /// - Parameter plain: bytes of a page's text.
    mutating func count(plain: Int) {
        rendered += 1
        plainBytes += plain
    }

    func write(to writer: inout ByteWriter) {
        for value in [pages, written, kept, rendered, plainBytes] { writer.write(value) }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        pages = try reader.int()
        written = try reader.int()
        kept = try reader.int()
        rendered = try reader.int()
        plainBytes = try reader.int()
    }
}

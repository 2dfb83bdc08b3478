package import Files
import Model

/// The form in which the build's cache keeps what it read: never kept longer than one version of the program.
extension ContentItem {
    /// Appends the item, first of all its kind.
    package func write(to writer: inout ByteWriter) {
        switch self {
        case .discussion(let discussion):
            writer.write(0)
            discussion.write(to: &writer)
        case .entry(let entry):
            writer.write(1)
            entry.write(to: &writer)
        case .page(let page):
            writer.write(2)
            page.write(to: &writer)
        }
    }

    /// Reads what `write` appended; throws on anything else.
    package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.int() {
        case 0: self = .discussion(try Discussion(from: &reader))
        case 1: self = .entry(try LibraryEntry(from: &reader))
        case 2: self = .page(try Page(from: &reader))
        default: throw ByteReader.Malformed()
        }
    }
}

extension LibraryEntry {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(facts) { $1.write(to: &$0) }
        writer.write(texts)
        writer.write(attachments)
        writer.write(withdrawal) { $1.write(to: &$0) }
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.string(),
            facts: try reader.optional { (reader) throws(ByteReader.Malformed) in try Facts(from: &reader) },
            texts: try reader.texts(), attachments: try reader.attachments(),
            withdrawal: try reader.optional { (reader) throws(ByteReader.Malformed) in try Withdrawal(from: &reader) })
    }
}

extension LibraryEntry.Facts {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(kind.rawValue)
        writer.write(date)
        writer.write(list: categories) { $0.write($1) }
        writer.write(list: members) { $0.write($1) }
        writer.write(year) { $0.write($1) }
        writer.write(list: links) { writer, link in
            writer.write(link.url)
            writer.write(link.title)
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            kind: try reader.word(LibraryEntry.Kind.self), date: try reader.day(), categories: try reader.strings(),
            members: try reader.strings(), year: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.int() },
            links: try reader.list { (reader) throws(ByteReader.Malformed) in
                LibraryEntry.Link(url: try reader.string(), title: try reader.string())
            })
    }
}

extension Page {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(texts)
        writer.write(order)
        writer.write(menu.rawValue)
        writer.write(attachments)
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.string(), texts: try reader.texts(), order: try reader.int(), menu: try reader.word(Menu.self),
            attachments: try reader.attachments())
    }
}

package import Files

/// The form in which a child gives its answer. Who reads it believes no child: what is not as `Opened` promises is no answer.
extension Opened {
    /// Nil for an answer that no child in its right mind gives.
    init?(answer: [UInt8]) {
        var reader = ByteReader(answer)
        do throws(ByteReader.Malformed) {
            let opened = try Opened(from: &reader, depth: 0)
            guard reader.isAtEnd else { return nil }
            self = opened
        } catch {
            return nil
        }
    }

    /// Appends the whole tree.
    package func write(to writer: inout ByteWriter) {
        form.write(to: &writer)
        writer.write(list: texts) { writer, text in
            writer.write(text.name) { $0.write($1) }
            writer.write(text.bytes)
            writer.write(text.fromHTML)
        }
        writer.write(list: files) { $1.write(to: &$0) }
        writer.write(list: refusals) { writer, refusal in
            writer.write(refusal.name)
            writer.write(refusal.reason.rawValue)
        }
        writer.write(list: inner) { $1.write(to: &$0) }
    }

    private init(from reader: inout ByteReader, depth: Int) throws(ByteReader.Malformed) {
        guard depth <= QuarantineLimits.depth else { throw ByteReader.Malformed() }
        self.init(
            form: try Form(from: &reader),
            texts: try reader.list { (reader) throws(ByteReader.Malformed) in
                Writing(
                    name: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.path() },
                    bytes: Array(try reader.data()), fromHTML: try reader.bool())
            },
            files: try reader.list { (reader) throws(ByteReader.Malformed) in try OpenedFile(from: &reader) },
            refusals: try reader.list { (reader) throws(ByteReader.Malformed) in
                Refusal(name: try reader.line(), reason: try reader.word(Refusal.Reason.self))
            },
            inner: try reader.list { (reader) throws(ByteReader.Malformed) in try Opened(from: &reader, depth: depth + 1) })
    }
}

extension Opened.Form {
    fileprivate func write(to writer: inout ByteWriter) {
        switch self {
        case .file: writer.write(0)
        case .archive(let name):
            writer.write(1)
            writer.write(name)
        case .letter(let letter):
            writer.write(2)
            letter.write(to: &writer)
        case .bundle(let number):
            writer.write(3)
            writer.write(number)
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.int() {
        case 0: self = .file
        case 1: self = .archive(name: try reader.line())
        case 2: self = .letter(try Letter(from: &reader))
        case 3:
            // No child knows which one it was.
            guard try reader.int() == 0 else { throw ByteReader.Malformed() }
            self = .bundle(number: 0)
        default: throw ByteReader.Malformed()
        }
    }
}

extension Letter {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(list: from) { writer, mailbox in
            writer.write(mailbox.name)
            writer.write(mailbox.address)
        }
        writer.write(subject)
        writer.write(date) { $0.write($1) }
        writer.write(messageID) { $0.write($1) }
        writer.write(list: references) { $0.write($1) }
        writer.write(list: nature.sorted { $0.rawValue < $1.rawValue }) { $0.write($1.rawValue) }
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            from: try reader.list { (reader) throws(ByteReader.Malformed) in
                Mailbox(name: try reader.line(), address: try reader.line())
            },
            subject: try reader.line(), date: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.int() },
            messageID: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.line() },
            references: try reader.list { (reader) throws(ByteReader.Malformed) in try reader.line() },
            nature: Set(try reader.list { (reader) throws(ByteReader.Malformed) in try reader.word(Nature.self) }))
    }
}

extension OpenedFile {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(name)
        writer.write(type)
        writer.write(list: endings) { $0.write($1) }
        writer.write(bytes)
        writer.write(list: traits.sorted { $0.rawValue < $1.rawValue }) { $0.write($1.rawValue) }
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            name: try reader.path(), type: try reader.line(),
            endings: try reader.list { (reader) throws(ByteReader.Malformed) in try reader.line() }, bytes: Array(try reader.data()),
            traits: Set(try reader.list { (reader) throws(ByteReader.Malformed) in try reader.word(Trait.self) }))
    }
}

extension ByteReader {
    /// A text of one line, without control characters.
    fileprivate mutating func line() throws(Malformed) -> String {
        let line = try string()
        guard !line.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) else { throw Malformed() }
        return line
    }

    /// A relative path that stays where it is put.
    fileprivate mutating func path() throws(Malformed) -> String {
        let path = try line()
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 }) else { throw Malformed() }
        return path
    }

    fileprivate mutating func word<Word: RawRepresentable>(_ type: Word.Type) throws(Malformed) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try string()) else { throw Malformed() }
        return word
    }
}

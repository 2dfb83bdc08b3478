import Files
import Model

extension Discussion {
    func write(to writer: inout ByteWriter) {
        writer.write(id)
        writer.write(facts) { $1.write(to: &$0) }
        writer.write(opening)
        writer.write(list: contributions) { $1.write(to: &$0) }
        writer.write(summaries)
        writer.write(outcomes)
        writer.write(attachments)
        writer.write(withdrawal) { $1.write(to: &$0) }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            id: try reader.string(),
            facts: try reader.optional { (reader) throws(ByteReader.Malformed) in try Facts(from: &reader) },
            opening: try reader.texts(),
            contributions: try reader.list { (reader) throws(ByteReader.Malformed) in try Contribution(from: &reader) },
            summaries: try reader.texts(), outcomes: try reader.texts(), attachments: try reader.attachments(),
            withdrawal: try reader.optional { (reader) throws(ByteReader.Malformed) in try Withdrawal(from: &reader) })
    }
}

extension Discussion.Facts {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(room)
        writer.write(list: categories) { $0.write($1) }
        writer.write(opens)
        writer.write(closes) { $0.write($1) }
        writer.write(proposedBy) { $0.write($1) }
        writer.write(guests)
        writer.write(list: parallel) { $0.write($1) }
        writer.write(announce)
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            room: try reader.string(), categories: try reader.strings(), opens: try reader.moment(),
            closes: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.moment() },
            proposedBy: try reader.optionalString(), guests: try reader.bool(), parallel: try reader.strings(), announce: try reader.bool())
    }
}

extension Contribution {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(number)
        switch content {
        case .posted(let posted):
            writer.write(0)
            posted.write(to: &writer)
        case .withdrawn(let withdrawal):
            writer.write(1)
            withdrawal.write(to: &writer)
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let number = try reader.string()
        switch try reader.int() {
        case 0: self.init(number: number, content: .posted(try Posted(from: &reader)))
        case 1: self.init(number: number, content: .withdrawn(try Withdrawal(from: &reader)))
        default: throw ByteReader.Malformed()
        }
    }
}

extension Contribution.Posted {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(date)
        writer.write(role.rawValue)
        for text in [member, author, position, institution, replyTo] { writer.write(text) { $0.write($1) } }
        writer.write(question) { $0.write($1) }
        writer.write(list: attachments) { $0.write($1) }
        writer.write(corrected) { $0.write($1) }
        original.write(to: &writer)
        writer.write(list: translations) { $1.write(to: &$0) }
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            date: try reader.day(), role: try reader.word(Contribution.Role.self), member: try reader.optionalString(),
            author: try reader.optionalString(), position: try reader.optionalString(), institution: try reader.optionalString(),
            replyTo: try reader.optionalString(),
            question: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.int() },
            attachments: try reader.strings(), corrected: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.day() },
            original: try Text(from: &reader),
            translations: try reader.list { (reader) throws(ByteReader.Malformed) in try Text(from: &reader) })
    }
}

extension Withdrawal {
    func write(to writer: inout ByteWriter) {
        writer.write(date)
        writer.write(requestedBy.rawValue)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(date: try reader.day(), requestedBy: try reader.word(Requester.self))
    }
}

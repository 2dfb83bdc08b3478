import Files
import Model

/// The forum's small words as bytes.
extension ByteWriter {
    mutating func write(_ day: Day) {
        write(day.year * 10_000 + day.month * 100 + day.day)
    }

    mutating func write(_ moment: Moment) {
        switch moment {
        case .day(let day):
            write(false)
            write(day)
        case .time(let instant):
            write(true)
            write(instant.seconds)
        }
    }

    /// In the order of the languages' codes.
    mutating func write(_ texts: [Language: Text]) {
        write(list: texts.values.sorted { $0.language < $1.language }) { $1.write(to: &$0) }
    }

    mutating func write(_ attachments: [Attachment]) {
        write(list: attachments) { writer, attachment in
            writer.write(attachment.path)
            writer.write(attachment.size)
        }
    }
}

extension ByteReader {
    mutating func day() throws(Malformed) -> Day {
        let number = try int()
        guard let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) else { throw Malformed() }
        return day
    }

    mutating func moment() throws(Malformed) -> Moment {
        try bool() ? .time(Instant(seconds: try int())) : .day(try day())
    }

    mutating func word<T: RawRepresentable>(_ type: T.Type) throws(Malformed) -> T where T.RawValue == String {
        guard let word = T(rawValue: try string()) else { throw Malformed() }
        return word
    }

    mutating func optionalString() throws(Malformed) -> String? {
        try optional { (reader) throws(Malformed) in try reader.string() }
    }

    mutating func strings() throws(Malformed) -> [String] {
        try list { (reader) throws(Malformed) in try reader.string() }
    }

    mutating func texts() throws(Malformed) -> [Language: Text] {
        var texts: [Language: Text] = [:]
        for text in try list({ (reader) throws(Malformed) in try Text(from: &reader) }) { texts[text.language] = text }
        return texts
    }

    mutating func attachments() throws(Malformed) -> [Attachment] {
        try list { (reader) throws(Malformed) in Attachment(path: try reader.string(), size: try reader.int()) }
    }
}

extension Text {
    func write(to writer: inout ByteWriter) {
        writer.write(path)
        writer.write(language.code)
        writer.write(title)
        writer.write(list: questions) { $0.write($1) }
        writer.write(hash)
        writer.write(bodyLine)
        writer.write(translation) { writer, translation in
            writer.write(translation.of.code)
            writer.write(translation.source)
            writer.write(translation.by) { $0.write($1) }
            writer.write(translation.machine)
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            path: try reader.string(), language: Language(try reader.string()), title: try reader.string(), questions: try reader.strings(),
            hash: try reader.string(), bodyLine: try reader.int(),
            translation: try reader.optional { (reader) throws(ByteReader.Malformed) in
                Translation(
                    of: Language(try reader.string()), source: try reader.string(), by: try reader.optionalString(),
                    machine: try reader.bool())
            })
    }
}

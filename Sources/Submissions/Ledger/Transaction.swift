import Files

/// Changes of files with the lines of the log that say so.
struct Transaction: Hashable {
    /// Where the log ended before.
    let before: LogEnd
    /// What the log is to be given, each line with its line break.
    let lines: [UInt8]
    let changes: [Change]

    /// In words, for whoever runs the command that finds it cut short.
    var summary: String {
        let entries = lines.split(separator: UInt8(ascii: "\n")).compactMap { Log.entry($0) }
        let said = entries.prefix(3).map { entry in
            let of = entry.submission.map { " submission \($0)" } ?? ""
            return entry.action.rawValue + of + (entry.place.map { " \($0)" } ?? "") + " by \(entry.by)"
        }
        return said.joined(separator: ", ") + (entries.count > 3 ? " and \(entries.count - 3) more" : "")
    }

    func write(to writer: inout ByteWriter) {
        writer.write(before.count)
        writer.write(before.hash)
        writer.write(lines)
        writer.write(list: changes) { writer, change in
            switch change {
            case .put(let path, let bytes, let before):
                writer.write(0)
                writer.write(path)
                writer.write(bytes)
                writer.write(before) { $0.write($1) }
            case .remove(let path, let before):
                writer.write(1)
                writer.write(path)
                writer.write(before)
            case .removeFolder(let path):
                writer.write(2)
                writer.write(path)
            }
        }
    }

    init(before: LogEnd, lines: [UInt8], changes: [Change]) {
        self.before = before
        self.lines = lines
        self.changes = changes
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        before = LogEnd(count: try reader.int(), hash: try reader.string())
        lines = Array(try reader.data())
        changes = try reader.list { (reader) throws(ByteReader.Malformed) in
            switch try reader.int() {
            case 0:
                Change.put(
                    path: try reader.string(), bytes: Array(try reader.data()),
                    before: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.string() })
            case 1: .remove(path: try reader.string(), before: try reader.string())
            case 2: .removeFolder(path: try reader.string())
            default: throw ByteReader.Malformed()
            }
        }
    }
}

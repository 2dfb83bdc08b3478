package import Files

/// What the child is asked to do.
package enum QuarantineRequest: Sendable, Hashable {
    /// To take something apart, which came under a name; what was unsealed is a bundle.
    case open(name: String, bytes: [UInt8], isBundle: Bool)
    /// To write mails.
    case compose([MailDraft])

    /// Appends all of it.
    package func write(to writer: inout ByteWriter) {
        switch self {
        case .open(let name, let bytes, let isBundle):
            writer.write(0)
            writer.write(name)
            writer.write(bytes)
            writer.write(isBundle)
        case .compose(let drafts):
            writer.write(1)
            writer.write(list: drafts) { $1.write(to: &$0) }
        }
    }

    /// Reads what `write(to:)` wrote.
    package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        switch try reader.int() {
        case 0: self = .open(name: try reader.string(), bytes: Array(try reader.data()), isBundle: try reader.bool())
        case 1: self = .compose(try reader.list { (reader) throws(ByteReader.Malformed) in try MailDraft(from: &reader) })
        default: throw ByteReader.Malformed()
        }
    }
}

import Quarantine

/// The values of a mail that Outlook saved, taken out of their streams, together no more than a file of its length can hold.
struct MessageStreams {
    private let file: CompoundFile
    /// Bytes that may still be taken out: an honest file has room for each stream.
    private var left: Int
    /// Whether something was asked for that is not all there.
    var isDamaged = false

    init(_ file: CompoundFile, length: Int) {
        self.file = file
        left = length
    }

    /// What is attached.
    mutating func data(_ entry: CompoundEntry) -> MailPart.Content {
        guard entry.size <= left else { return .left(.tooLarge) }
        let bytes = file.stream(entry, atMost: entry.size)
        left -= bytes.count
        return bytes.count < entry.size ? .left(.damaged) : .bytes(bytes)
    }

    /// A text of either kind as UTF-8; nil where there is none.
    mutating func text(_ identifier: UInt32, of storage: MessageStorage, _ page: String, limit: Int = 1 << 20) -> [UInt8]? {
        if let wide = value(identifier, .wide, of: storage, limit: limit) {
            let units = stride(from: 0, to: wide.count - 1, by: 2).map { UInt16(wide[$0]) | UInt16(wide[$0 + 1]) << 8 }
            return Array(String(decoding: units.prefix { $0 != 0 }, as: UTF16.self).utf8)
        }
        guard let narrow = value(identifier, .narrow, of: storage, limit: limit) else { return nil }
        return TextDecoder.decode(Array(narrow.prefix { $0 != 0 }), label: page)
    }

    mutating func value(_ identifier: UInt32, _ kind: MessageStorage.Kind, of storage: MessageStorage, limit: Int) -> [UInt8]? {
        guard let index = storage.entry(identifier, kind), file.entries[index].kind == .stream else { return nil }
        let wanted = min(limit, file.entries[index].size)
        guard wanted <= left else {
            isDamaged = true
            return nil
        }
        let bytes = file.stream(file.entries[index], atMost: wanted)
        left -= bytes.count
        if bytes.count < wanted { isDamaged = true }
        return bytes
    }
}

/// Writes what Outlook packs into a `winmail.dat`.
struct WinmailFile {
    private(set) var bytes: [UInt8] = Bytes.little(0x223E_9F78, 4) + Bytes.little(1, 2)

    init(codePage: Int = 1_252, subject: String = "Subject") {
        add(1, 0x0008_9006, Bytes.little(0x10000, 4))
        add(1, 0x0006_9007, Bytes.little(codePage, 4) + Bytes.little(0, 4))
        add(1, 0x0007_8008, Array("IPM.Microsoft Mail.Note\u{0}".utf8))
        add(1, 0x0001_8004, Array(subject.utf8) + [0])
    }

    mutating func add(body: [UInt8]) { add(1, 0x0002_800C, body + [0]) }

    /// RTF, packed or not.
    mutating func add(richText: [UInt8]) { add(1, 0x0006_9003, Bytes.little(1, 4) + Self.property(258, 0x1009, richText)) }

    /// - Parameter object: the kind of object that the bytes are, before them.
    mutating func add(attachment bytes: [UInt8], title: String, name: String? = nil, object: [UInt8]? = nil) {
        add(2, 0x0006_9002, Bytes.little(1, 2) + [0xFF, 0xFF, 0xFF, 0xFF] + Bytes.little(0, 8))
        add(2, 0x0001_8010, Array(title.utf8) + [0])
        if object == nil { add(2, 0x0006_800F, bytes) }
        var properties: [[UInt8]] = []
        if let name { properties.append(Self.property(31, 0x3707, (name + "\u{0}").utf16.flatMap { Bytes.little(Int($0), 2) })) }
        if let object { properties.append(Self.property(13, 0x3701, object + bytes)) }
        if !properties.isEmpty { add(2, 0x0006_9005, Bytes.little(properties.count, 4) + properties.flatMap { $0 }) }
    }

    /// RTF that is not packed, in the form of what is.
    static func loose(_ rtf: String) -> [UInt8] {
        var out = Bytes.little(rtf.utf8.count + 12, 4) + Bytes.little(rtf.utf8.count, 4)
        out += Array("MELA".utf8) + Bytes.little(0, 4)
        return out + Array(rtf.utf8)
    }

    private mutating func add(_ level: UInt8, _ attribute: Int, _ data: [UInt8]) {
        bytes += [level] + Bytes.little(attribute, 4) + Bytes.little(data.count, 4) + data
        bytes += Bytes.little(data.reduce(0) { $0 + Int($1) }, 2)
    }

    private static func property(_ type: Int, _ identifier: Int, _ value: [UInt8]) -> [UInt8] {
        var out = Bytes.little(type, 2) + Bytes.little(identifier, 2)
        out += Bytes.little(1, 4) + Bytes.little(value.count, 4)
        out += value
        return out + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
    }
}

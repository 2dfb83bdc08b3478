/// Writes mails as Outlook saves them, [MS-OXMSG].
struct MessageFixture: Sendable {
    /// Values with a stream of their own, and those of a fixed length.
    private var streams: [CompoundFixture.Node] = []
    private var fixed: [UInt8] = []
    private var attachments: [CompoundFixture.Node] = []

    init(kind: String = "IPM.Note", subject: String? = nil) {
        set(0x001A, kind)
        if let subject { set(0x0037, subject) }
    }

    var bytes: [UInt8] { CompoundFixture.bytes(nodes(header: 32)) }

    /// A text in UTF-16.
    mutating func set(_ identifier: Int, _ text: String) {
        set(identifier, 0x001F, text.utf16.flatMap { Bytes.little(Int($0), 2) })
    }

    /// - Parameter type: as in 0x001E for a text in a code page.
    mutating func set(_ identifier: Int, _ type: Int, _ bytes: [UInt8]) {
        streams.append(.stream("__substg1.0_" + Self.hexadecimal(identifier << 16 | type), bytes))
        fixed += Self.property(identifier, type, Bytes.little(bytes.count + (type == 0x001F ? 2 : type == 0x001E ? 1 : 0), 8))
    }

    mutating func set(_ identifier: Int, number: Int) { fixed += Self.property(identifier, 0x0003, Bytes.little(number, 8)) }

    mutating func set(_ identifier: Int, seconds: Int) {
        fixed += Self.property(identifier, 0x0040, Bytes.little((seconds + 11_644_473_600) * 10_000_000, 8))
    }

    mutating func attach(_ bytes: [UInt8], name: String, short: String? = nil, type: String? = nil) {
        var attachment = MessageFixture(method: 1)
        attachment.set(0x3701, 0x0102, bytes)
        attachment.set(0x3707, name)
        if let short { attachment.set(0x3704, 0x001E, Array(short.utf8)) }
        if let type { attachment.set(0x370E, type) }
        attach(attachment)
    }

    mutating func attach(_ mail: MessageFixture, name: String) {
        var attachment = MessageFixture(method: 5)
        attachment.set(0x3001, name)
        attachment.streams.append(.folder("__substg1.0_3701000D", mail.nodes(header: 24)))
        attach(attachment)
    }

    /// What another program drew into the text.
    mutating func attach(drawing bytes: [UInt8], name: String) {
        var attachment = MessageFixture(method: 6)
        attachment.set(0x3001, name)
        attachment.streams.append(.folder("__substg1.0_3701000D", [.stream("CONTENTS", bytes)]))
        attach(attachment)
    }

    /// What lies elsewhere, and is only named.
    mutating func attach(reference name: String) {
        var attachment = MessageFixture(method: 7)
        attachment.set(0x3707, name)
        attach(attachment)
    }

    private init(method: Int) { set(0x3705, number: method) }

    private mutating func attach(_ attachment: MessageFixture) {
        let name = "__attach_version1.0_#" + Self.hexadecimal(attachments.count)
        attachments.append(.folder(name, attachment.nodes(header: 8)))
    }

    private func nodes(header: Int) -> [CompoundFixture.Node] {
        var head = Bytes.little(0, 8)
        if header > 8 {
            for value in [0, attachments.count, 0, attachments.count] { head += Bytes.little(value, 4) }
        }
        head += [UInt8](repeating: 0, count: header - head.count)
        let names: [CompoundFixture.Node] =
            header == 32
            ? [
                .folder(
                    "__nameid_version1.0", ["0002", "0003", "0004"].map { .stream("__substg1.0_\($0)0102", []) })
            ] : []
        return [.stream("__properties_version1.0", head + fixed)] + names + streams + attachments
    }

    private static func property(_ identifier: Int, _ type: Int, _ value: [UInt8]) -> [UInt8] {
        var out = Bytes.little(identifier << 16 | type, 4) + Bytes.little(6, 4)
        out += value
        return out
    }

    private static func hexadecimal(_ number: Int) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

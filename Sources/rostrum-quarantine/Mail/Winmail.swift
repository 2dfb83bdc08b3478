import CTNEF

/// What Outlook packs into a `winmail.dat`. The only caller of libytnef: parse, copy out, free. No pointer leaves this file.
struct Winmail {
    /// Plain text, HTML and RTF of the mail, as far as they are in it; UTF-8 but for the RTF.
    private(set) var text: [UInt8]?
    private(set) var html: [UInt8]?
    private(set) var rtf: [UInt8]?
    private(set) var subject = ""
    private(set) var attachments: [(name: String, bytes: [UInt8])] = []

    static func fits(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x78, 0x9F, 0x3E, 0x22])
    }

    /// Nil for one that is damaged.
    init?(_ bytes: [UInt8]) {
        guard WinmailOutline.isSound(bytes) else { return nil }
        var memory = bytes  // the library takes it as mutable
        var winmail = TNEFStruct()
        TNEFInitialize(&winmail)
        defer { TNEFFree(&winmail) }
        let result = memory.withUnsafeMutableBufferPointer { TNEFParseMemory($0.baseAddress, $0.count, &winmail) }
        guard result >= 0 else { return nil }
        let page = Self.codePage(winmail.CodePage)
        withUnsafeMutablePointer(to: &winmail.MapiProperties) { properties in
            text = Self.decoded(Self.bytes(winmail.body), page) ?? Self.string(0x1000, in: properties, page)
            html =
                Self.property(258, 0x1013, in: properties).map { TextDecoder.decode($0, label: nil) }
                ?? Self.string(0x1013, in: properties, page)
            rtf = Self.property(258, 0x1009, in: properties).map { CompressedRichText.unpack($0, limit: 8 << 20) }
        }
        subject = OneLine.text(Self.decoded(Self.bytes(winmail.subject), page).map { String(decoding: $0, as: UTF8.self) } ?? "")
        var next = winmail.starting_attach.next
        while let attachment = next, attachments.count < 1_000 {
            add(attachment, page)
            next = attachment.pointee.next
        }
    }

    private mutating func add(_ attachment: UnsafeMutablePointer<Attachment>, _ page: String) {
        let properties = withUnsafeMutablePointer(to: &attachment.pointee.MAPI) { $0 }
        let title = Self.string(0x3707, in: properties, page) ?? Self.decoded(Self.bytes(attachment.pointee.Title), page)
        let name = OneLine.text(String(decoding: title ?? [], as: UTF8.self))
        // An object begins with a number for its kind; a mail that is one is a winmail.dat again.
        let object = Self.property(13, 0x3701, in: properties).map { Array($0.dropFirst(16)) }
        let data = Self.property(258, 0x3701, in: properties) ?? object ?? Self.bytes(attachment.pointee.FileData) ?? []
        attachments.append((name, data))
    }

    /// A text of either kind.
    private static func string(_ identifier: UInt32, in properties: UnsafeMutablePointer<MAPIProps>, _ page: String) -> [UInt8]? {
        if let unicode = property(31, identifier, in: properties) { return trimmed(unicode) }  // made UTF-8 by the library
        return decoded(property(30, identifier, in: properties), page)
    }

    private static func property(_ type: UInt32, _ identifier: UInt32, in properties: UnsafeMutablePointer<MAPIProps>) -> [UInt8]? {
        let found = MAPIFindProperty(properties, identifier << 16 | type)
        guard let found, Int(bitPattern: found) != -1 else { return nil }
        return bytes(found.pointee)
    }

    private static func decoded(_ bytes: [UInt8]?, _ page: String) -> [UInt8]? {
        guard let bytes, !trimmed(bytes).isEmpty else { return nil }
        return TextDecoder.decode(trimmed(bytes), label: page)
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        Array(bytes.prefix { $0 != 0 })
    }

    private static func bytes(_ field: variableLength) -> [UInt8]? {
        guard let data = field.data, field.size > 0 else { return nil }
        return Array(UnsafeBufferPointer(start: data, count: Int(field.size)))
    }

    /// As in `cp1252`.
    private static func codePage(_ field: variableLength) -> String {
        guard let bytes = bytes(field), bytes.count >= 4 else { return "cp1252" }
        return "cp\(UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16)"
    }
}

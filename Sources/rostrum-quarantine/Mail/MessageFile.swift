import Quarantine

/// A mail as Outlook saves it, [MS-OXMSG]: a compound file with a folder for each attachment. It is made a mail like any other.
struct MessageFile {
    private let file: CompoundFile
    /// Bytes of streams that may still be taken out: an honest file has room for each of them.
    private var left: Int
    /// Attachments so far, of the mails in it too.
    private var count = 0
    /// Whether something of the mail itself is not all there.
    private var isDamaged = false

    /// Nil for what is none, or cannot be read as one.
    init?(_ bytes: [UInt8]) {
        guard let file = CompoundFile(bytes) else { return nil }
        guard let root = file.children.first, MessageStorage.isMail(file, children: root) else { return nil }
        self.file = file
        left = bytes.count
    }

    /// Whether it is a mail or a date, and not one of the other things that Outlook saves in the same form.
    var holdsMail: Bool {
        var copy = self
        let kind = copy.kind(of: storage(0, header: 32))
        return !["ipm.contact", "ipm.distlist", "ipm.task", "ipm.activity", "ipm.stickynote"].contains { kind.hasPrefix($0) }
    }

    mutating func mail() -> Mail { mail(at: 0, header: 32, depth: 0) }

    private func storage(_ index: Int, header: Int) -> MessageStorage {
        MessageStorage(file, children: file.children[index], header: header)
    }

    private mutating func mail(at index: Int, header: Int, depth: Int) -> Mail {
        let storage = storage(index, header: header)
        let outer = isDamaged
        isDamaged = depth == 0 && file.isDamaged
        let pages = (text: CodePage.label(storage.number(0x3FFD) ?? 1_252), html: storage.number(0x3FDE).map { CodePage.label($0) })
        let sent = text(0x007D, of: storage, pages.text).flatMap { MessageHeaders.parsed($0) }
        let fields = MessageHeaders.fields(sent?.headers, time: storage.time(0x0039) ?? storage.time(0x0E06)) { identifier in
            text(identifier, of: storage, pages.text, limit: 64 << 10).map { OneLine.text(String(decoding: $0, as: UTF8.self)) }
        }
        var parts = said(in: storage, pages, isOnlyHTML: sent?.body?.type == "text/html")
        var isCutOff = false
        for child in file.children[index] where file.entries[child].name.hasPrefix("__attach_version1.0_") {
            guard count < QuarantineLimits.parts else {
                isCutOff = true
                break
            }
            count += 1
            parts.append(attachment(at: child, pages.text, depth: depth))
        }
        if isDamaged { parts.append(Self.part("application/octet-stream", .left(.damaged))) }
        isDamaged = outer
        var nature = MessageNature.of(kind(of: storage), parts)
        if sent?.body?.type == "multipart/report" { nature.insert(.deliveryReport) }
        let body = parts.isEmpty ? nil : Self.part("multipart/mixed", .parts(parts))
        return Mail(headers: MailHeaders(fields: fields), body: body, isCutOff: isCutOff, nature: nature)
    }

    /// The mail's text in each of the forms that are read.
    private mutating func said(in storage: MessageStorage, _ pages: (text: String, html: String?), isOnlyHTML: Bool) -> [MailPart] {
        var forms: [MailPart] = []
        // One byte more than a text may have, so that it is noticed.
        let plain = text(0x1000, of: storage, pages.text, limit: 8 * QuarantineLimits.text + 2) ?? []
        if !isOnlyHTML, !Alternatives.isBlank(plain) { forms.append(Self.part("text/plain", .bytes(plain), charset: "utf-8")) }
        if let html = text(0x1013, of: storage, pages.text, limit: 32 * QuarantineLimits.text + 2) {
            forms.append(Self.part("text/html", .bytes(html), charset: "utf-8"))
        } else if let html = value(0x1013, .binary, of: storage, limit: 16 * QuarantineLimits.text + 1), !html.isEmpty {
            forms.append(Self.part("text/html", .bytes(html), charset: pages.html))
        }
        if forms.isEmpty, !Alternatives.isBlank(plain) { forms.append(Self.part("text/plain", .bytes(plain), charset: "utf-8")) }
        if forms.isEmpty, let packed = value(0x1009, .binary, of: storage, limit: 8 << 20) {
            let text = RichText.text(CompressedRichText.unpack(packed, limit: 8 << 20))
            forms.append(Self.part("text/plain", .bytes(text), charset: "utf-8"))
        }
        return forms.count < 2 ? forms : [Self.part("multipart/alternative", .parts(forms))]
    }

    private mutating func attachment(at index: Int, _ page: String, depth: Int) -> MailPart {
        let storage = storage(index, header: 8)
        var name: String?
        for identifier: UInt32 in [0x3707, 0x3704, 0x3001] where name == nil {
            name = text(identifier, of: storage, page, limit: 4_096).map { OneLine.text(String(decoding: $0, as: UTF8.self)) }
        }
        let said = text(0x370E, of: storage, page, limit: 4_096).map { OneLine.text(String(decoding: $0, as: UTF8.self).lowercased()) }
        let type = said ?? "application/octet-stream"
        let content: MailPart.Content
        if let inner = storage.entry(0x3701, .object) {
            content = object(at: inner, depth: depth)
        } else if let entry = storage.entry(0x3701, .binary) {
            content = data(file.entries[entry])
        } else {
            // An attachment by reference has its data elsewhere: [MS-OXCMSG] 2.2.2.9.
            content = .left([2, 3, 4, 7].contains(storage.number(0x3705) ?? 0) ? .noFile : .damaged)
        }
        // What is signed in the clear is kept as it came, as one attachment.
        if type == "multipart/signed", case .bytes(let bytes) = content, let signed = MailParser.parse(bytes)?.body { return signed }
        return MailPart(type: type, parameters: [:], disposition: "attachment", name: name, content: content)
    }

    private mutating func object(at index: Int, depth: Int) -> MailPart.Content {
        // A drawing or a sheet within the text, in a form of the program that made it.
        guard MessageStorage.isMail(file, children: file.children[index]) else { return .left(.noFile) }
        guard depth < QuarantineLimits.depth else { return .left(.tooDeep) }
        return .mail(mail(at: index, header: 24, depth: depth + 1))
    }

    private mutating func data(_ entry: CompoundEntry) -> MailPart.Content {
        guard entry.size <= left else { return .left(.tooLarge) }
        let bytes = file.stream(entry, atMost: entry.size)
        left -= bytes.count
        return bytes.count < entry.size ? .left(.damaged) : .bytes(bytes)
    }

    /// The class of a thing, as in `ipm.note`.
    private mutating func kind(of storage: MessageStorage) -> String {
        String(decoding: text(0x001A, of: storage, "cp1252", limit: 512) ?? [], as: UTF8.self).lowercased()
    }

    /// A text of either kind as UTF-8; nil where there is none.
    private mutating func text(_ identifier: UInt32, of storage: MessageStorage, _ page: String, limit: Int = 1 << 20) -> [UInt8]? {
        if let wide = value(identifier, .wide, of: storage, limit: limit) {
            let units = stride(from: 0, to: wide.count - 1, by: 2).map { UInt16(wide[$0]) | UInt16(wide[$0 + 1]) << 8 }
            return Array(String(decoding: units.prefix { $0 != 0 }, as: UTF16.self).utf8)
        }
        guard let narrow = value(identifier, .narrow, of: storage, limit: limit) else { return nil }
        return TextDecoder.decode(Array(narrow.prefix { $0 != 0 }), label: page)
    }

    private mutating func value(_ identifier: UInt32, _ kind: MessageStorage.Kind, of storage: MessageStorage, limit: Int) -> [UInt8]? {
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

    private static func part(_ type: String, _ content: MailPart.Content, charset: String? = nil) -> MailPart {
        MailPart(type: type, parameters: charset.map { ["charset": $0] } ?? [:], disposition: nil, name: nil, content: content)
    }
}

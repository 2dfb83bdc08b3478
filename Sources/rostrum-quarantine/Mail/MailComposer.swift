import CGMime
import Files
import Quarantine

/// The only caller of what writes mails in GMime: build, write out, free. No pointer leaves this type.
struct MailComposer {
    let draft: MailDraft
    /// Derived from the whole draft, so that it stands in no part of it, and the same draft gives the same bytes.
    let boundary: String

    /// The mail as it lies in a file. Empty where the draft is none: the program asks only for what it has looked at.
    static func compose(_ draft: MailDraft) -> [UInt8] {
        guard draft.fault == nil, let composer = MailComposer(draft) else { return [] }
        return composer.bytes() ?? []
    }

    private init?(_ draft: MailDraft) {
        self.draft = draft
        var writer = ByteWriter()
        draft.write(to: &writer)
        guard let hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, writer.bytes, gsize(writer.bytes.count)) else { return nil }
        defer { g_free(hash) }
        boundary = "rostrum-" + String(cString: hash).prefix(32)
    }

    private func bytes() -> [UInt8]? {
        guard let message = g_mime_message_new(0) else { return nil }
        defer { g_object_unref(message) }
        guard setHeaders(of: message), let part = whole() else { return nil }
        g_mime_message_set_mime_part(message, part)
        g_object_unref(part)
        guard let options = g_mime_format_options_new(), let stream = g_mime_stream_mem_new() else { return nil }
        defer {
            g_mime_format_options_free(options)
            g_object_unref(stream)
        }
        g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS)
        guard g_mime_object_write_to_stream(Self.object(message), options, stream) >= 0 else { return nil }
        let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
        guard let array = g_mime_stream_mem_get_byte_array(memory), let data = array.pointee.data else { return nil }
        return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
    }

    // MARK: Headers

    private func setHeaders(of message: UnsafeMutablePointer<GMimeMessage>) -> Bool {
        g_mime_message_set_message_id(message, draft.messageID)
        guard setDate(of: message) else { return false }
        add(draft.from, GMIME_ADDRESS_TYPE_FROM, to: message)
        if let replyTo = draft.replyTo { add(replyTo, GMIME_ADDRESS_TYPE_REPLY_TO, to: message) }
        for mailbox in draft.to { add(mailbox, GMIME_ADDRESS_TYPE_TO, to: message) }
        g_mime_message_set_subject(message, MailDraft.line(draft.subject), "utf-8")
        let object = Self.object(message)
        let brackets = { (identifier: String) in "<\(identifier)>" }
        if let answered = draft.inReplyTo { g_mime_object_set_header(object, "In-Reply-To", brackets(answered), "utf-8") }
        if !draft.references.isEmpty {
            g_mime_object_set_header(object, "References", draft.references.map(brackets).joined(separator: " "), "utf-8")
        }
        if let language = draft.language { g_mime_object_set_header(object, "Content-Language", language, "utf-8") }
        let why = draft.inReplyTo == nil ? "auto-generated" : "auto-replied"
        if draft.isAutomatic { g_mime_object_set_header(object, "Auto-Submitted", why, "utf-8") }
        return true
    }

    private func setDate(of message: UnsafeMutablePointer<GMimeMessage>) -> Bool {
        guard let universal = g_date_time_new_from_unix_utc(gint64(draft.date.seconds)) else { return false }
        defer { g_date_time_unref(universal) }
        guard let zone = g_time_zone_new_offset(gint32(draft.date.offset)) else { return false }
        defer { g_time_zone_unref(zone) }
        guard let local = g_date_time_to_timezone(universal, zone) else { return false }
        defer { g_date_time_unref(local) }
        g_mime_message_set_date(message, local)
        return true
    }

    private func add(_ mailbox: Letter.Mailbox, _ type: GMimeAddressType, to message: UnsafeMutablePointer<GMimeMessage>) {
        let name = MailDraft.line(mailbox.name)
        guard let address = internet_address_mailbox_new(name.isEmpty ? nil : name, mailbox.address) else { return }
        defer { g_object_unref(address) }
        internet_address_set_charset(address, "utf-8")
        internet_address_list_add(g_mime_message_get_addresses(message, type), address)
    }

    static func object(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<GMimeObject> {
        pointer.assumingMemoryBound(to: GMimeObject.self)
    }
}

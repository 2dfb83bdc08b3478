import CGMime
import Files
import Quarantine

/// The only caller of what writes mails in GMime: build, write out, free. No pointer leaves this file.
struct MailComposer {
    private let draft: MailDraft
    /// Derived from the whole draft, so that it stands in no part of it, and the same draft gives the same bytes.
    private let boundary: String

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
        if draft.isAutomatic { g_mime_object_set_header(object, "Auto-Submitted", "auto-replied", "utf-8") }
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

    // MARK: Parts. Who calls owns what they give

    /// All that stands below the headers.
    private func whole() -> UnsafeMutablePointer<GMimeObject>? {
        guard let said = said() else { return nil }
        guard !draft.attachments.isEmpty else { return said }
        let files = draft.attachments.map { Self.file($0) }
        return Self.multipart("mixed", [said] + files, boundary + "-m")
    }

    /// The text, in the forms that it has.
    private func said() -> UnsafeMutablePointer<GMimeObject>? {
        let plain = Self.text(draft.text, "plain")
        guard let html = draft.html else { return plain }
        return Self.multipart("alternative", [plain, Self.text(html, "html")], boundary + "-a")
    }

    private static func multipart(
        _ subtype: String, _ parts: [UnsafeMutablePointer<GMimeObject>?], _ boundary: String
    ) -> UnsafeMutablePointer<GMimeObject>? {
        defer { for part in parts { part.map { g_object_unref($0) } } }
        guard !parts.contains(nil), let multipart = g_mime_multipart_new_with_subtype(subtype) else { return nil }
        g_mime_multipart_set_boundary(multipart, boundary)
        for part in parts { g_mime_multipart_add(multipart, part) }
        return object(multipart)
    }

    private static func text(_ text: String, _ subtype: String) -> UnsafeMutablePointer<GMimeObject>? {
        guard let part = g_mime_part_new_with_type("text", subtype) else { return nil }
        g_mime_object_set_content_type_parameter(object(part), "charset", "utf-8")
        var lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        if !lines.hasSuffix("\n") { lines += "\n" }
        setContent(of: part, [UInt8](lines.utf8))
        let encoding = g_mime_part_get_best_content_encoding(part, GMIME_ENCODING_CONSTRAINT_7BIT)
        g_mime_part_set_content_encoding(part, encoding)
        // What is not told line by line has the line ends of mails in it: RFC 2045, 6.8.
        if encoding == GMIME_CONTENT_ENCODING_BASE64 { setContent(of: part, [UInt8](lines.replacing("\n", with: "\r\n").utf8)) }
        return object(part)
    }

    private static func file(_ file: MailDraft.Attachment) -> UnsafeMutablePointer<GMimeObject>? {
        let type = file.type.split(separator: "/").map(String.init)
        guard type.count == 2, let part = g_mime_part_new_with_type(type[0], type[1]) else { return nil }
        let object = object(part)
        g_mime_object_set_disposition(object, "attachment")
        g_mime_object_set_content_disposition_parameter(object, "filename", file.name)
        if let disposition = g_mime_object_get_content_disposition(object),
            let name = g_mime_param_list_get_parameter(g_mime_content_disposition_get_parameters(disposition), "filename")
        {
            g_mime_param_set_charset(name, "utf-8")
            g_mime_param_set_encoding_method(name, GMIME_PARAM_ENCODING_METHOD_RFC2231)
        }
        setContent(of: part, file.bytes)
        g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64)
        return object
    }

    private static func setContent(of part: UnsafeMutablePointer<GMimePart>, _ bytes: [UInt8]) {
        let stream = bytes.withUnsafeBytes { buffer in
            g_mime_stream_mem_new_with_buffer(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        guard let stream else { return }
        defer { g_object_unref(stream) }
        guard let content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT) else { return }
        defer { g_object_unref(content) }
        g_mime_part_set_content(part, content)
    }

    private static func object(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<GMimeObject> {
        pointer.assumingMemoryBound(to: GMimeObject.self)
    }
}

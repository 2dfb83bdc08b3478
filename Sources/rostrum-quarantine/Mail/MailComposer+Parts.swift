import CGMime
import Quarantine

/// The parts of a mail. Who asks for one owns it.
extension MailComposer {
    /// All that stands below the headers.
    func whole() -> UnsafeMutablePointer<GMimeObject>? {
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
}

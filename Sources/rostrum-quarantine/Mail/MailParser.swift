import CGMime
import Quarantine

/// The only caller of GMime's parser: parse, copy out, free. No pointer leaves this file.
struct MailParser {
    /// Multiparts in multiparts before they are left alone; nobody's client writes more than a few.
    static let nesting = 100
    /// Parts that were looked at.
    private var count = 0
    private var isCutOff = false

    /// Loads what the library needs, once.
    static func load() {
        g_mime_init()
    }

    /// Any bytes can be parsed as a mail; nil only where there is not one header.
    static func parse(_ whole: [UInt8]) -> Mail? {
        let outline = MailOutline(whole)
        let bytes = outline.bytes
        let stream = bytes.withUnsafeBytes { buffer in
            g_mime_stream_mem_new_with_buffer(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        guard let stream else { return nil }
        defer { g_object_unref(stream) }
        guard let parser = g_mime_parser_new_with_stream(stream) else { return nil }
        defer { g_object_unref(parser) }
        guard let message = g_mime_parser_construct_message(parser, nil) else { return nil }
        defer { g_object_unref(message) }
        var copy = MailParser()
        var mail = copy.mail(message, depth: 0)
        if outline.isCutOff { mail.isCutOff = true }
        return mail
    }

    private mutating func mail(_ message: UnsafeMutablePointer<GMimeMessage>, depth: Int) -> Mail {
        let object = UnsafeMutableRawPointer(message).assumingMemoryBound(to: GMimeObject.self)
        var fields = Self.fields(of: object)
        guard let part = g_mime_message_get_mime_part(message) else {
            return Mail(headers: MailHeaders(fields: fields), body: nil, isCutOff: false)
        }
        fields += Self.fields(of: part)
        let body = self.part(part, depth: depth)
        return Mail(headers: MailHeaders(fields: fields), body: body, isCutOff: isCutOff)
    }

    private mutating func part(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int) -> MailPart {
        count += 1
        let type = g_mime_object_get_content_type(object)
        let disposition = g_mime_object_get_disposition(object).map { String(cString: $0).lowercased() }
        let parameters = type.map { Self.parameters(of: $0) } ?? [:]
        let names = [g_mime_object_get_content_disposition_parameter(object, "filename").map { String(cString: $0) }, parameters["name"]]
        return MailPart(
            type: OneLine.text(Self.string(type.flatMap { g_mime_content_type_get_mime_type($0) }).lowercased()), parameters: parameters,
            disposition: disposition, name: names.compactMap { $0 }.first { !$0.isEmpty }.map { Self.name($0, of: object) },
            content: content(of: object, depth: depth))
    }

    private mutating func content(of object: UnsafeMutablePointer<GMimeObject>, depth: Int) -> MailPart.Content {
        let raw = UnsafeMutableRawPointer(object)
        if Self.isA(object, g_mime_multipart_get_type()) {
            return parts(of: raw.assumingMemoryBound(to: GMimeMultipart.self), depth: depth)
        }
        if Self.isA(object, g_mime_message_part_get_type()) {
            guard depth < Self.nesting else { return .left(.tooDeep) }
            let message = g_mime_message_part_get_message(raw.assumingMemoryBound(to: GMimeMessagePart.self))
            guard let message else { return .left(.damaged) }
            return .mail(mail(message, depth: depth + 1))
        }
        guard Self.isA(object, g_mime_part_get_type()) else { return .left(.damaged) }
        return .bytes(Self.bytes(of: raw.assumingMemoryBound(to: GMimePart.self)))
    }

    private mutating func parts(of multipart: UnsafeMutablePointer<GMimeMultipart>, depth: Int) -> MailPart.Content {
        guard depth < Self.nesting else { return .left(.tooDeep) }
        var parts: [MailPart] = []
        for index in 0..<max(0, g_mime_multipart_get_count(multipart)) {
            guard count < QuarantineLimits.parts else {
                isCutOff = true
                break
            }
            if let part = g_mime_multipart_get_part(multipart, index) { parts.append(self.part(part, depth: depth + 1)) }
        }
        return .parts(parts)
    }

    /// The bytes of a part without their transfer encoding.
    private static func bytes(of part: UnsafeMutablePointer<GMimePart>) -> [UInt8] {
        guard let content = g_mime_part_get_content(part), let stream = g_mime_stream_mem_new() else { return [] }
        defer { g_object_unref(stream) }
        guard g_mime_data_wrapper_write_to_stream(content, stream) >= 0 else { return [] }
        let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
        guard let array = g_mime_stream_mem_get_byte_array(memory), let data = array.pointee.data else { return [] }
        return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
    }

    /// A file's name without encoded words, and read anew where it stood there in raw bytes, which the library takes for Latin ones.
    private static func name(_ name: String, of object: UnsafeMutablePointer<GMimeObject>) -> String {
        let scalars = name.unicodeScalars
        guard scalars.contains(where: { $0.value >= 0x80 }), scalars.allSatisfy({ $0.value <= 0xFF }),
            fields(of: object).contains(where: { $0.name.hasPrefix("content-") && !UTF8Text.isValid($0.value) })
        else { return EncodedWords.decode(name) }
        return String(decoding: CharsetGuess.decode(scalars.map { UInt8($0.value) }), as: UTF8.self)
    }

    private static func fields(of object: UnsafeMutablePointer<GMimeObject>) -> [(name: String, value: [UInt8])] {
        guard let list = g_mime_object_get_header_list(object) else { return [] }
        var fields: [(name: String, value: [UInt8])] = []
        // More than a thousand are nobody's.
        for index in 0..<min(1_000, max(0, g_mime_header_list_get_count(list))) {
            guard let header = g_mime_header_list_get_header_at(list, index), let name = g_mime_header_get_name(header) else { continue }
            let value = g_mime_header_get_raw_value(header).map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
            fields.append((String(cString: name).lowercased(), value))
        }
        return fields
    }

    private static func parameters(of type: UnsafeMutablePointer<GMimeContentType>) -> [String: String] {
        guard let list = g_mime_content_type_get_parameters(type) else { return [:] }
        var parameters: [String: String] = [:]
        for index in 0..<min(100, max(0, g_mime_param_list_length(list))) {
            guard let parameter = g_mime_param_list_get_parameter_at(list, index), let name = g_mime_param_get_name(parameter),
                let value = g_mime_param_get_value(parameter)
            else { continue }
            parameters[String(cString: name).lowercased()] = String(cString: value)
        }
        return parameters
    }

    /// A text that is the caller's to free.
    private static func string(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text else { return "" }
        defer { g_free(text) }
        return String(cString: text)
    }

    private static func isA(_ object: UnsafeMutablePointer<GMimeObject>, _ type: GType) -> Bool {
        let instance = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GTypeInstance.self)
        return g_type_check_instance_is_a(instance, type) != 0
    }
}

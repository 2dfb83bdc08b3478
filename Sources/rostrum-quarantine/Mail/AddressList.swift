import CGMime
import Quarantine

/// The only caller of GMime's reader of addresses and dates.
enum AddressList {
    /// Whom a header such as `From` names; groups are taken apart, more than a hundred are left out.
    static func mailboxes(_ raw: [UInt8]) -> [Letter.Mailbox] {
        // Raw bytes that are not UTF-8 are made so before anything is cut at commas and quotes.
        let text = UTF8Text.isValid(raw) ? raw : CharsetGuess.decode(raw)
        let parsed = terminated(text) { internet_address_list_parse(nil, $0) }
        var mailboxes: [Letter.Mailbox] = []
        if let parsed {
            append(parsed, to: &mailboxes, depth: 0)
            g_object_unref(parsed)
        }
        if mailboxes.isEmpty, let bracketed = bracketed(text) { return [bracketed] }
        return mailboxes
    }

    /// The last address between `<` and `>`, where signs in the name keep the library from reading it: a sender must not go unseen.
    private static func bracketed(_ text: [UInt8]) -> Letter.Mailbox? {
        let text = text.prefix(64 << 10)
        guard let start = text.lastIndex(of: UInt8(ascii: "<")), let end = text[start...].firstIndex(of: UInt8(ascii: ">")) else {
            return nil
        }
        let address = OneLine.text(String(decoding: text[(start + 1)..<end], as: UTF8.self), limit: 500)
        guard address.contains("@"), !address.contains(" ") else { return nil }
        return Letter.Mailbox(name: OneLine.text(EncodedWords.decode(Array(text[..<start])), limit: 500), address: address)
    }

    /// Seconds since 1970; nil where no date can be read.
    static func date(_ raw: [UInt8]) -> Int? {
        guard let date = terminated(raw, { g_mime_utils_header_decode_date($0) }) else { return nil }
        defer { g_date_time_unref(date) }
        return Int(g_date_time_to_unix(date))
    }

    private static func append(_ list: UnsafeMutablePointer<InternetAddressList>, to mailboxes: inout [Letter.Mailbox], depth: Int) {
        for index in 0..<max(0, internet_address_list_length(list)) where mailboxes.count < 100 {
            guard let address = internet_address_list_get_address(list, index) else { continue }
            let instance = UnsafeMutableRawPointer(address).assumingMemoryBound(to: GTypeInstance.self)
            if g_type_check_instance_is_a(instance, internet_address_mailbox_get_type()) != 0 {
                let mailbox = UnsafeMutableRawPointer(address).assumingMemoryBound(to: InternetAddressMailbox.self)
                let name = internet_address_get_name(address).map { String(cString: $0) } ?? ""
                let at = internet_address_mailbox_get_addr(mailbox).map { String(cString: $0) } ?? ""
                mailboxes.append(
                    Letter.Mailbox(name: OneLine.text(EncodedWords.decode(name), limit: 500), address: OneLine.text(at, limit: 500)))
            } else if g_type_check_instance_is_a(instance, internet_address_group_get_type()) != 0, depth < 3 {
                let group = UnsafeMutableRawPointer(address).assumingMemoryBound(to: InternetAddressGroup.self)
                if let members = internet_address_group_get_members(group) { append(members, to: &mailboxes, depth: depth + 1) }
            }
        }
    }

    /// Headers of more than 64 KB hold nobody's address.
    private static func terminated<T>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> T?) -> T? {
        var text = Array(bytes.prefix(64 << 10).filter { $0 != 0 })
        text.append(0)
        return text.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { $0.baseAddress.flatMap(body) }
        }
    }
}

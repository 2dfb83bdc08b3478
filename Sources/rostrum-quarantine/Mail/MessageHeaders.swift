import Glibc

/// The header lines of a mail that Outlook saved: those that it came with, and what is known otherwise of those that it has none of.
enum MessageHeaders {
    /// - Parameters:
    ///   - transport: the header lines that the mail came with, in UTF-8; empty for one that was never sent over the Internet.
    ///   - text: asks for a text property by its identifier; nil for one that is not there.
    static func fields(
        _ transport: MailHeaders?, time: Int?, text: (UInt32) -> String?
    ) -> [(name: String, value: [UInt8])] {
        var fields = transport?.fields ?? []
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty, transport?.first(name) == nil else { return }
            fields.append((name, Array(value.utf8)))
        }
        add("subject", text(0x0037) ?? text(0x0E1D))
        add("message-id", text(0x1035))
        add("in-reply-to", text(0x1042))
        add("references", text(0x1039))
        add("date", time.map(date))
        // On whose behalf it was sent, then who sent it.
        let author = mailbox(name: text(0x0042), addresses: [text(0x5D02), text(0x0065)])
        let sender = mailbox(name: text(0x0C1A), addresses: [text(0x5D01), text(0x0C1F)])
        add("from", author ?? sender)
        if transport?.first("from") == nil { add("sender", sender) }
        return fields
    }

    /// Header lines as the parser of all other mails reads them.
    static func parsed(_ lines: [UInt8]) -> Mail? {
        var lines = lines[...]
        // Exchange's servers of long ago put a line before them.
        if lines.starts(with: "Microsoft Mail Internet Headers".utf8) { lines = lines.drop { $0 != 0x0A }.dropFirst() }
        return MailParser.parse(Array(lines.drop { $0 <= 0x20 }) + Array("\r\n\r\n".utf8))
    }

    /// Nil without an address: Exchange's own names for its users are none.
    private static func mailbox(name: String?, addresses: [String?]) -> String? {
        let found = addresses.compactMap { $0 }.first { address in
            address.contains("@") && !address.contains { $0.isWhitespace || "<>\",;()".contains($0) }
        }
        guard let found else { return nil }
        let name = (name ?? "").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return name.isEmpty ? found : "\"\(name)\" <\(found)>"
    }

    /// As in `23 Nov 2026 08:12:44 +0000`.
    private static func date(_ seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_mday) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1_900) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) +0000"
    }
}

/// Whether bytes begin as a mail does: with header lines.
enum MailSignature {
    /// - Parameter strictly: for what is named as a text, which may well begin with `From:` and `Subject:`.
    static func fits(_ bytes: [UInt8], strictly: Bool) -> Bool {
        var names: Set<String> = []
        var isFirst = true
        let head = bytes.prefix(64 << 10)
        let newline: UInt8 = head.contains(0x0A) ? 0x0A : 0x0D
        for line in head.split(separator: newline, omittingEmptySubsequences: false) {
            // A mailbox file, and what some programs save, begin so.
            if isFirst, line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8) { continue }
            guard let first = line.first, first != 0x0D else { break }
            isFirst = false
            if first == 0x20 || first == 0x09 { continue }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { break }
            names.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
            if !proofs.isDisjoint(with: names), names.count > 1 { return true }
        }
        if strictly { return false }
        return names.contains("from") && !companions.isDisjoint(with: names)
    }

    /// Without the first line of a mailbox file and blank lines before the header, and fit for the parser.
    static func prepared(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        rest = rest.drop { $0 == 0x0A || $0 == 0x0D }
        while rest.starts(with: "From ".utf8) || rest.starts(with: ">From ".utf8) {
            rest = rest.drop { $0 != 0x0A && $0 != 0x0D }.drop { $0 == 0x0A || $0 == 0x0D }
        }
        return mended(rest.startIndex == 0 ? bytes : Array(rest))
    }

    /// With what the parser takes for the end of a line or of a text: LF where there is only CR, and no NUL in the header.
    private static func mended(_ bytes: [UInt8]) -> [UInt8] {
        let head = bytes.prefix(64 << 10)
        if ByteSearch.first([0x0A], in: head) == nil, head.contains(0x0D) { return bytes.map { $0 == 0x0D ? 0x0A : $0 } }
        guard ByteSearch.first([0], in: head) != nil else { return bytes }
        let end = ByteSearch.first("\n\n", in: bytes[...]) ?? bytes.count
        let other = ByteSearch.first("\r\n\r\n", in: bytes[...]) ?? bytes.count
        return bytes[..<min(end, other)].filter { $0 != 0 } + bytes[min(end, other)...]
    }

    /// Nobody writes these by hand.
    private static let proofs: Set = [
        "received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "x-mailer", "user-agent",
        "x-mozilla-status",
        "authentication-results", "content-transfer-encoding", "auto-submitted", "x-originating-ip", "thread-index",
    ]
    private static let companions: Set = ["date", "to", "subject", "content-type", "cc", "reply-to"]
}

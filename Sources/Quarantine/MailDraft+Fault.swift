/// What a header can hold. A value that cannot stand in one is refused and never repaired, but for names and subjects, where control
/// characters become spaces: so that no value of a draft begins a header of its own.
extension MailDraft {
    /// What is wrong with it, as a clause; nil where a mail can be made of it.
    package var fault: String? {
        if to.isEmpty { return "it goes to nobody" }
        if to.count > 100 { return "it goes to more than a hundred addresses" }
        for mailbox in [from] + to + [replyTo].compactMap({ $0 }) {
            if !Self.isAddress(mailbox.address) { return "\"\(Self.line(mailbox.address))\" is no address that mail can be sent to" }
            if mailbox.name.utf8.count > Self.longest { return "the name of \(mailbox.address) is too long" }
        }
        if subject.utf8.count > Self.longest { return "its subject is too long" }
        for identifier in [messageID] + [inReplyTo].compactMap({ $0 }) + references where !Self.isIdentifier(identifier) {
            return "\"\(Self.line(identifier))\" is no identifier of a mail"
        }
        if references.count > 100 { return "it refers to more than a hundred mails" }
        if let language, !Self.isTag(language) { return "\"\(Self.line(language))\" is no language" }
        if abs(date.offset) > 86_400 || date.seconds < 0 || date.seconds > 253_402_300_799 { return "its date is none" }
        if [text, html ?? ""].contains(where: { $0.utf8.contains(0) }) { return "its text has a zero in it" }
        for file in attachments {
            if !Self.isFileName(file.name) { return "\"\(Self.line(file.name))\" is no name for an attachment" }
            if !Self.isMediaType(file.type) { return "\"\(Self.line(file.type))\" is no media type" }
        }
        return size > QuarantineLimits.draft ? "it is larger than \(QuarantineLimits.draft / 1_000_000) MB" : nil
    }

    /// Of names and subjects, in bytes of UTF-8.
    private static let longest = 1_000

    /// Bytes of its texts and files.
    var size: Int { text.utf8.count + (html?.utf8.count ?? 0) + attachments.reduce(0) { $0 + $1.bytes.count } }

    /// Whether mail can be sent there: `person@example.org`, in ASCII, as every relay takes it (RFC 5321, without quotation marks).
    package static func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count), (1...253).contains(parts[1].count) else { return false }
        let isAtom = { (byte: UInt8) in isAlphanumeric(byte) || "!#$%&'*+/=?^_`{|}~-".utf8.contains(byte) }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.allSatisfy(isAtom)
        }
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
                    && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
            } && parts[0].first != UInt8(ascii: "-")  // what a program that sends it could take for an option
    }

    /// Whether something can stand between `<` and `>` in `Message-ID` and what refers to one.
    package static func isIdentifier(_ text: String) -> Bool {
        (1...250).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }

    private static func isTag(_ text: String) -> Bool {
        (2...35).contains(text.utf8.count) && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isMediaType(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { (1...100).contains($0.count) && $0.allSatisfy { isAlphanumeric($0) || "+-._".utf8.contains($0) } }
            && !["multipart", "message"].contains(String(decoding: Array(parts[0]), as: UTF8.self).lowercased())
    }

    private static func isFileName(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count) && text != "." && text != ".." && !text.contains("/") && line(text) == text
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    /// A text in one line: control characters, and what else breaks lines, become spaces; at most 1,000 bytes of it.
    package static func line(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            if line.utf8.count + 4 > longest { break }
            let breaks = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
            line.unicodeScalars.append(breaks ? " " : scalar)
        }
        return line
    }
}

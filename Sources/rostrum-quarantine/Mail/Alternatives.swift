/// Chooses among the parts of a `multipart/alternative`, which say the same in several forms.
enum Alternatives {
    /// The index of the part whose text is taken: plain text, unless it is blank, then HTML.
    static func best(of parts: [MailPart]) -> Int? {
        parts.firstIndex { isPlain($0) && !isBlank($0) } ?? parts.firstIndex { says($0, "text/html") } ?? parts.firstIndex(where: isPlain)
    }

    /// What a part that was not chosen holds beside its text: pictures, attachments, an invitation.
    static func files(in part: MailPart) -> [MailPart] {
        switch part.content {
        case .parts(let parts): parts.flatMap(files)
        case .bytes: part.type.hasPrefix("text/") && part.type != "text/calendar" && !part.isAttached ? [] : [part]
        case .mail, .left: [part]
        }
    }

    private static func isPlain(_ part: MailPart) -> Bool { says(part, "text/plain") }

    private static func says(_ part: MailPart, _ type: String) -> Bool {
        switch part.content {
        case .parts(let parts): parts.contains { says($0, type) }
        case .bytes: part.type == type && !part.isAttached
        case .mail, .left: false
        }
    }

    private static func isBlank(_ part: MailPart) -> Bool {
        switch part.content {
        case .parts(let parts): parts.allSatisfy { !isPlain($0) || isBlank($0) }
        case .bytes(let bytes): isBlank(bytes)
        case .mail, .left: true
        }
    }

    /// Whether there is nothing but blanks and no-break spaces.
    static func isBlank(_ text: [UInt8]) -> Bool {
        text.allSatisfy { $0 <= 0x20 || $0 == 0xA0 || $0 == 0xC2 }
    }
}

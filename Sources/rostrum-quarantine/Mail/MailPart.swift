import Quarantine

/// A part of a mail, taken out of the parser: nothing in it points anywhere.
struct MailPart {
    /// Media type in lower case, as in `text/plain`.
    let type: String
    /// Parameters of the media type, decoded; names in lower case.
    let parameters: [String: String]
    /// `attachment`, `inline` or what else stands there, in lower case; nil where nothing does.
    let disposition: String?
    /// The file name, decoded but not made safe.
    let name: String?
    let content: Content

    /// What a part holds.
    indirect enum Content {
        /// Its bytes, without their transfer encoding.
        case bytes([UInt8])
        case parts([MailPart])
        case mail(Mail)
        /// Not looked into.
        case left(Opened.Refusal.Reason)
    }

    func parameter(_ name: String) -> String { (parameters[name] ?? "").lowercased() }

    /// Whether it is to be kept as a file, and is no part of what the mail says.
    var isAttached: Bool { disposition == "attachment" || !(name ?? "").isEmpty }
}

/// A mail, taken out of the parser.
struct Mail {
    let headers: MailHeaders
    /// Nil where there is no part at all.
    let body: MailPart?
    /// Whether it has more parts than are looked at.
    var isCutOff: Bool
    /// What is known of its nature beside what its headers and parts tell.
    var nature: Set<Letter.Nature> = []
}

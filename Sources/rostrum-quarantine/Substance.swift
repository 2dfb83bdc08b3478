/// What something is, by what is in it.
enum Substance {
    case mail
    /// A mail as Outlook saves it.
    case outlookMail
    /// Several mails in one file.
    case mailbox
    case archive(ArchiveStream.Format)
    case text
    /// Any other, with its media type where that is known already.
    case file(type: String?)

    init(name: String, _ bytes: [UInt8]) {
        let ending = FileName.ending(name)
        // Random bytes may look like the end of an archive.
        if FileSignature.isSealed(bytes) {
            self = .file(type: FileSignature.type(of: bytes))
        } else if let kind = ZipDirectory.fits(bytes) ? ZipKind(bytes) : nil {
            if case .file(let type) = kind { self = .file(type: type) } else { self = .archive(.zip) }
        } else if let format = ArchiveSignature.format(of: bytes) {
            self = .archive(format)
        } else if let type = FileSignature.type(of: bytes) {
            self = type == FileSignature.compound && Self.isOutlookMail(bytes, ending: ending) ? .outlookMail : .file(type: type)
        } else if Mailbox.fits(bytes) {
            self = .mailbox
        } else if ending == "eml" || MailSignature.fits(bytes, strictly: Self.textEndings.contains(ending)) {
            self = .mail
        } else if Self.textEndings.contains(ending) || TextSignature.fits(bytes, ending: ending) {
            self = .text
        } else {
            self = .file(type: nil)
        }
    }

    /// The same, where it came as what relays write in reports, which has no form of its own.
    func sent(as type: String?) -> Substance {
        guard let type, Self.reports.contains(type) else { return self }
        return switch self {
        case .mail, .text: .file(type: type)
        case .archive, .file, .outlookMail, .mailbox: self
        }
    }

    /// One that cannot be read to its mail is one all the same, and is refused as damaged.
    private static func isOutlookMail(_ bytes: [UInt8], ending: String) -> Bool {
        if let message = MessageFile(bytes) { return message.holdsMail }
        let type = CompoundInspection.of(bytes).type
        return type == "application/vnd.ms-outlook" || ending == "msg" && type == nil
    }

    private static let reports: Set = ["message/delivery-status", "message/disposition-notification", "text/rfc822-headers"]

    /// Names that end so say that they are texts.
    static let textEndings: Set = ["md", "markdown", "mdown", "mkd", "txt", "text"]
}

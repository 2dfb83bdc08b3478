import Quarantine

extension MailReader {
    /// The files in it, and its text where the mail has none outside of it.
    mutating func readWinmail(_ bytes: [UInt8], name: String, with opener: inout Opener) {
        nature.insert(.winmail)
        guard let winmail = Winmail(bytes) else { return contents.refuse(name, .damaged) }
        if packed == nil { packed = winmail }
        for attachment in winmail.attachments {
            let name = contents.free(FileName.attachment(attachment.name) ?? numberedPart(""))
            if Winmail.fits(attachment.bytes) {
                guard depth < QuarantineLimits.depth else {
                    contents.refuse(name, .tooDeep)
                    continue
                }
                var reader = MailReader(called: name, depth: depth + 1)
                contents.add(inner: reader.open(attachment.bytes, with: &opener))
            } else {
                opener.add(attachment.bytes, name: name, called: name, to: &contents, depth: depth)
            }
        }
    }

    /// Opens a mail that is in a `winmail.dat`, of whose headers not much is left.
    private mutating func open(_ winmail: [UInt8], with opener: inout Opener) -> Opened {
        readWinmail(winmail, name: called, with: &opener)
        let letter = Letter(from: [], subject: packed?.subject ?? "", date: nil, messageID: nil, references: [], nature: nature)
        return assembled().opened(as: .letter(letter))
    }
}

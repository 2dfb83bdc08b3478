/// What something is, by what is in it.
enum Substance {
    case mail
    case archive(ArchiveStream.Format)
    case text
    case file

    init(name: String, _ bytes: [UInt8]) {
        let ending = FileName.ending(name)
        if let format = ArchiveSignature.format(of: bytes) {
            self = .archive(format)
        } else if let known = FileSignature.type(of: bytes), known != "text/plain" {
            self = .file
        } else if ending == "eml" || MailSignature.fits(bytes, strictly: Self.textEndings.contains(ending)) {
            self = .mail
        } else if Self.textEndings.contains(ending) || TextSignature.fits(bytes, ending: ending) {
            self = .text
        } else {
            self = .file
        }
    }

    /// Names that end so say that they are texts.
    static let textEndings: Set = ["md", "markdown", "mdown", "mkd", "txt", "text"]
}

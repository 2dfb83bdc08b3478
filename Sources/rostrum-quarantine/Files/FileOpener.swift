import Quarantine

/// Looks into a file that is neither text, mail nor archive.
enum FileOpener {
    /// - Parameters:
    ///   - type: the media type that it was sent with.
    ///   - timeForPictures: seconds of processor time that a picture may take.
    static func add(_ bytes: [UInt8], name: String, type sent: String?, to contents: inout Contents, timeForPictures: Double) {
        let ending = FileName.ending(name)
        // What a relay says in a report has no form of its own.
        let isMessage = sent.map { $0.hasPrefix("message/") || $0 == "text/rfc822-headers" } ?? false
        var type = isMessage ? sent ?? "" : type(of: bytes, ending: ending)
        var kept = bytes
        var traits: Set<OpenedFile.Trait> = []
        if let format = PictureFormat(rawValue: type) {
            guard timeForPictures > 0, let picture = Picture.rewritten(bytes, as: format, within: timeForPictures) else {
                return contents.refuse(name, .picture)
            }
            kept = picture
            traits.insert(.rewritten)
        } else {
            let inspection = FileInspection.of(bytes, type: type)
            type = inspection.type ?? type
            traits = inspection.traits
        }
        let endings = FileTypes.endings(of: type)
        if !ending.isEmpty, endings.isEmpty ? FileTypes.isKnown(ending) : !endings.contains(ending) { traits.insert(.disguised) }
        contents.add(file: OpenedFile(name: name, type: type, endings: endings, bytes: kept, traits: traits))
    }

    private static func type(of bytes: [UInt8], ending: String) -> String {
        if let type = FileSignature.type(of: bytes) { return type }
        let type = MagicDatabase.type(of: bytes)
        // Some programs put a few lines before it, and readers look for it in the first thousand bytes.
        if ByteSearch.first("%PDF-", in: bytes.prefix(1_029)) != nil { return "application/pdf" }
        guard type.hasPrefix("text/") || type == "application/json" else { return type }
        if let textual = FileTypes.textual(ending) { return textual }
        return type
    }
}

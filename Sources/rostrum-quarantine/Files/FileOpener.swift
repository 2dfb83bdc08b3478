import Quarantine

/// Looks into a file that is neither text, mail nor archive.
enum FileOpener {
    /// - Parameters:
    ///   - type: its media type, where that is known already.
    ///   - timeForPictures: seconds of processor time that a picture may take.
    static func add(_ bytes: [UInt8], name: String, type known: String?, to contents: inout Contents, timeForPictures: Double) {
        let ending = FileName.ending(name)
        var type = known ?? type(of: bytes, ending: ending)
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

    /// The type of what its first bytes do not tell for certain.
    private static func type(of bytes: [UInt8], ending: String) -> String {
        let type = MagicDatabase.type(of: bytes)
        // Some programs put a few lines before it, and readers look for it in the first thousand bytes.
        if ByteSearch.first("%PDF-", in: bytes.prefix(1_029)) != nil { return "application/pdf" }
        guard type.hasPrefix("text/") || type == "application/json" else { return type }
        if let textual = FileTypes.textual(ending) { return textual }
        return type
    }
}

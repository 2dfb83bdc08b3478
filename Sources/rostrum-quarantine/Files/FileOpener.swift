import Quarantine

/// Looks into a file that is neither text, mail nor archive.
enum FileOpener {
    /// - Parameter type: the media type that it was sent with.
    static func add(_ bytes: [UInt8], name: String, type sent: String?, to contents: inout Contents) {
        let ending = FileName.ending(name)
        let type = type(of: bytes, ending: ending, sent: sent)
        let endings = FileTypes.endings(of: type)
        var traits: Set<OpenedFile.Trait> = []
        if !ending.isEmpty, endings.isEmpty ? FileTypes.isKnown(ending) : !endings.contains(ending) { traits.insert(.disguised) }
        contents.add(file: OpenedFile(name: name, type: type, endings: endings, bytes: bytes, traits: traits))
    }

    private static func type(of bytes: [UInt8], ending: String, sent: String?) -> String {
        if let type = FileSignature.type(of: bytes) { return type }
        let type = MagicDatabase.type(of: bytes)
        guard type.hasPrefix("text/") || type == "application/json" else { return type }
        if let textual = FileTypes.textual(ending) { return textual }
        return type == "text/plain" ? sent.flatMap { $0.hasPrefix("message/") ? $0 : nil } ?? type : type
    }
}

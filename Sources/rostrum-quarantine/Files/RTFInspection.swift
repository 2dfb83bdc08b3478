import Quarantine

/// Looks for objects and links to elsewhere in RTF.
enum RTFInspection {
    static func traits(of bytes: [UInt8]) -> Set<OpenedFile.Trait> {
        var traits: Set<OpenedFile.Trait> = []
        if ByteSearch.contains(["\\objdata", "\\object", "\\objemb", "\\objocx"], in: bytes) { traits.insert(.embedded) }
        if ByteSearch.contains(["\\objautlink", "\\objlink", "DDEAUTO", "INCLUDEPICTURE", "INCLUDETEXT"], in: bytes) {
            traits.insert(.external)
        }
        if let template = ByteSearch.first("\\*\\template", in: bytes[...]) {
            let value = String(decoding: bytes[template...].prefix(600).prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self).lowercased()
            if value.contains("http") || value.contains("\\\\") || value.contains("file:") || value.contains("ftp:") {
                traits.insert(.external)
            }
        }
        return traits
    }
}

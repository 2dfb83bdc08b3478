/// What a zip file is: an archive, or a file of a format that uses one.
enum ZipKind: Equatable {
    case archive
    /// With its media type.
    case file(String)

    init(_ bytes: [UInt8]) {
        let names = ZipDirectory(bytes).map { Set($0.names.map { String(decoding: $0, as: UTF8.self) }) } ?? Self.firstName(bytes)
        if let type = Self.declaredType(bytes) {
            self = .file(type)
        } else if names.contains("[Content_Types].xml") {
            self = OfficeTypes.type(ofPackage: bytes).map { .file($0) } ?? .archive
        } else if names.contains("META-INF/MANIFEST.MF") || names.contains("AndroidManifest.xml") {
            self = .file(names.contains("AndroidManifest.xml") ? "application/vnd.android.package-archive" : "application/java-archive")
        } else if names.contains("Index/Document.iwa") || names.contains("Index.zip") || names.contains("index.apxl") {
            self = .file("application/vnd.apple.iwork")
        } else {
            self = .archive
        }
    }

    /// OpenDocument and EPUB have their type, unpacked, as their first entry.
    private static func declaredType(_ bytes: [UInt8]) -> String? {
        let name = Array("mimetype".utf8)
        guard bytes.count > 80, bytes[30..<38].elementsEqual(name), bytes[26] == 8, bytes[27] == 0 else { return nil }
        let start = 38 + Int(bytes[28]) + Int(bytes[29]) << 8
        guard start < bytes.count else { return nil }
        let type = String(decoding: bytes[start...].prefix(100).prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x50 }, as: UTF8.self)
        return ["application/vnd.oasis.opendocument.", "application/epub+zip", "application/vnd.sun.xml."].contains(where: type.hasPrefix)
            ? type : nil
    }

    /// What is left to go by where the end of the file is missing.
    private static func firstName(_ bytes: [UInt8]) -> Set<String> {
        guard bytes.count > 30 else { return [] }
        let length = Int(bytes[26]) + Int(bytes[27]) << 8
        return [String(decoding: bytes[30...].prefix(length), as: UTF8.self)]
    }
}

import Quarantine

/// What is found in a file by those who know its format.
struct FileInspection {
    /// A narrower media type; nil where there is none.
    var type: String?
    var traits: Set<OpenedFile.Trait> = []

    /// - Parameter type: by its first bytes.
    static func of(_ bytes: [UInt8], type: String) -> FileInspection {
        switch type {
        case "application/pdf": FileInspection(traits: PDFInspection.traits(of: bytes))
        case FileSignature.compound: CompoundInspection.of(bytes)
        case "text/rtf": FileInspection(traits: RTFInspection.traits(of: bytes))
        case "image/svg+xml", "text/html", "text/xml": FileInspection(traits: MarkupInspection.traits(of: bytes))
        default:
            if type.hasPrefix("application/vnd.openxmlformats") || type.hasPrefix("application/vnd.ms-") && ZipDirectory.fits(bytes) {
                FileInspection(traits: OfficeInspection.traits(ofPackage: bytes))
            } else if type.hasPrefix("application/vnd.oasis.opendocument") || type.hasPrefix("application/vnd.sun.xml") {
                FileInspection(traits: OfficeInspection.traits(ofOpenDocument: bytes))
            } else {
                FileInspection()
            }
        }
    }
}

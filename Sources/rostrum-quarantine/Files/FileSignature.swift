/// What the first bytes of a file tell for certain, so that the large table of libmagic is asked only for the rest.
enum FileSignature {
    /// The media type; nil where the first bytes do not tell.
    static func type(of bytes: [UInt8]) -> String? {
        for (type, offset, signature) in signatures where matches(bytes, signature, at: offset) { return type }
        if ZipDirectory.fits(bytes) { return "application/zip" }  // or a format that uses it: ZipKind tells
        if matches(bytes, Array("RIFF".utf8), at: 0), matches(bytes, Array("WEBP".utf8), at: 8) { return "image/webp" }
        return markup(bytes)
    }

    /// Whether a file is one that participants and the office seal for each other, which only the office's program can open.
    static func isSealed(_ bytes: [UInt8]) -> Bool { sealed.contains { matches(bytes, $0.bytes, at: 0) } }

    private static let sealed: [(type: String, offset: Int, bytes: [UInt8])] = [
        (FileTypes.sealedSubmission, 0, Array("ROSSUBMI".utf8)), (FileTypes.returnedText, 0, Array("ROSRETUR".utf8)),
    ]

    private static let signatures: [(type: String, offset: Int, bytes: [UInt8])] =
        sealed + [
            ("application/pdf", 0, Array("%PDF-".utf8)), ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]), ("image/gif", 0, Array("GIF87a".utf8)), ("image/gif", 0, Array("GIF89a".utf8)),
            (compound, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), ("text/rtf", 0, Array("{\\rt".utf8)),
            ("application/vnd.ms-tnef", 0, [0x78, 0x9F, 0x3E, 0x22]), ("application/gzip", 0, [0x1F, 0x8B, 0x08]),
            ("application/vnd.rar", 0, Array("Rar!\u{1A}\u{7}".utf8)),
            ("text/vcard", 0, Array("BEGIN:VCARD".utf8)), ("text/calendar", 0, Array("BEGIN:VCALENDAR".utf8)),
            ("application/x-executable", 0, [0x7F, 0x45, 0x4C, 0x46]),
        ]

    /// The container of Word, Excel and PowerPoint before 2007, of `.msg` files and of much else.
    static let compound = "application/x-ole-storage"

    private static func matches(_ bytes: [UInt8], _ signature: [UInt8], at offset: Int) -> Bool {
        bytes.count >= offset + signature.count && bytes[offset..<(offset + signature.count)].elementsEqual(signature)
    }

    /// HTML and SVG, which may begin with blanks, comments and declarations.
    private static func markup(_ bytes: [UInt8]) -> String? {
        // In UTF-16 there are zeros between, and before it a mark.
        let first = bytes.prefix(1_024).first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
        guard first == UInt8(ascii: "<") else { return nil }
        let head = String(decoding: bytes.prefix(4_096).filter { $0 != 0 }, as: UTF8.self).lowercased()
        var rest = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
        while true {
            if rest.hasPrefix("<!doctype html") || rest.hasPrefix("<html") { return "text/html" }
            if rest.hasPrefix("<svg") || rest.hasPrefix("<!doctype svg") || rest.hasPrefix("<svg:svg") { return "image/svg+xml" }
            let end: String.Index?
            if rest.hasPrefix("<!--") {
                end = rest.firstRange(of: "-->")?.upperBound
            } else if rest.hasPrefix("<?") {
                end = rest.firstRange(of: "?>")?.upperBound
            } else {
                return head.hasPrefix("<?xml") ? xml(head) : nil
            }
            guard let end else { return head.hasPrefix("<?xml") ? xml(head) : nil }
            rest = rest[end...].drop { $0.isWhitespace }
        }
    }

    /// A document in XML that is not told by its first element may be SVG with a prefix of its own.
    private static func xml(_ head: String) -> String {
        head.contains("http://www.w3.org/2000/svg")
            ? "image/svg+xml" : head.contains("http://www.w3.org/1999/xhtml") ? "text/html" : "text/xml"
    }
}

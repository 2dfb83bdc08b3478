import Markdown

/// What tells a reading program what is in a book and in which order: EPUB 3.2's package document, and the file that leads to it.
struct BookPackage {
    /// A file of the book.
    struct Item {
        /// From the folder of the package document.
        let file: String
        let type: String
        /// Whether it is one of the documents that are read one after the other.
        let isRead: Bool
        let isContents: Bool

        init(_ file: String, type: String, isRead: Bool = false, isContents: Bool = false) {
            self.file = file
            self.type = type
            self.isRead = isRead
            self.isContents = isContents
        }
    }

    /// An address that no other book has.
    let identifier: String
    let title: String
    let language: String
    /// Whether it is read from right to left.
    let isRightToLeft: Bool
    /// To the second, in UTC, as in `2026-11-28T09:00:00Z`.
    let modified: String
    let items: [Item]

    static let container: [UInt8] = Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles><rootfile full-path="\(folder)/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>

        """.utf8)
    /// In which all files lie but those that lead there.
    static let folder = "EPUB"
    static let mediaType = "application/epub+zip"

    var bytes: [UInt8] {
        var out = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="\(language)">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="book">
            """.utf8)
        out += Self.escaped(identifier)
        out += Array("</dc:identifier>\n<dc:title>".utf8)
        out += Self.escaped(title)
        out += Array(
            """
            </dc:title>
            <dc:language>\(language)</dc:language>
            <meta property="dcterms:modified">\(modified)</meta>
            <meta property="schema:accessMode">textual</meta>
            <meta property="schema:accessModeSufficient">textual</meta>
            <meta property="schema:accessibilityFeature">structuralNavigation</meta>
            <meta property="schema:accessibilityFeature">tableOfContents</meta>
            <meta property="schema:accessibilityHazard">none</meta>
            </metadata>
            <manifest>

            """.utf8)
        for (number, item) in items.enumerated() {
            let properties = item.isContents ? " properties=\"nav\"" : ""
            out += Array("<item id=\"i\(number)\" href=\"\(item.file)\" media-type=\"\(item.type)\"\(properties)/>\n".utf8)
        }
        out += Array("</manifest>\n<spine\(isRightToLeft ? " page-progression-direction=\"rtl\"" : "")>\n".utf8)
        for (number, item) in items.enumerated() where item.isRead { out += Array("<itemref idref=\"i\(number)\"/>\n".utf8) }
        return out + Array("</spine>\n</package>\n".utf8)
    }

    private static func escaped(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        out.append(escaped: text)
        return XHTML(out, host: "").bytes
    }
}

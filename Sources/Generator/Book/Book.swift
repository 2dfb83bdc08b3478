import Access
package import Diagnostics
package import Files
package import Model
import Theme

/// The forum in one language, or one discussion of it, as a book: EPUB 3.2, in clear.
///
/// The rules of this folder: a book is bytes for whoever has the forum's files. It is no `SiteFile` and has no way to become one; it is made of the
/// same parts as the pages, with links to what is not in it leading to the web; the same content and time give the same bytes.
package struct Book: Sendable {
    /// What it is made of.
    package enum Extent: Sendable {
        case forum
        /// By its number.
        case discussion(String)
    }

    /// The one that was asked for, or for a discussion that is not there in it the one that its readers get.
    package let language: Language
    /// Pictures that are not in it, by the paths of their files from the forum's root.
    package let leftOut: [String]
    /// How many discussions are in it.
    package let discussions: Int
    /// How many entries of the library are in it.
    package let entries: Int
    /// From its root, in the order in which they stand in the file.
    private let files: [(path: String, bytes: [UInt8])]

    /// Writes the file.
    package func write(to file: NewFile) throws(Failure) {
        var zip = ZipWriter(file)
        // The type comes first, and as it is, so that it is told without unpacking (EPUB OCF 3.2, section 4.3).
        try zip.add("mimetype", Array(BookPackage.mediaType.utf8))
        for (path, bytes) in files { try zip.add(path, bytes, deflated: Deflater.pack(bytes)) }
        try zip.finish()
    }

    /// - Parameter root: the forum's folder.
    init(_ site: Site, _ extent: Extent, in wanted: Language, root: String) {
        let chapters = BookChapters(site, extent, in: wanted)
        // One discussion alone is in the language that it is read in.
        let language = if case .discussion = extent { chapters.all.first?.language ?? wanted } else { wanted }
        let links = BookLinks(chapters: Set(chapters.subjects), root: root)
        let writings = BookWritings(site, extent, links)
        let (book, title) = (writings[language], writings[language].bookTitle(extent))
        let pages =
            [(Self.front, book.bookFront(extent, chapters)), (Self.contents, book.bookContents(extent, chapters))]
            + chapters.all.map { (Self.file($0.subject), writings[$0.language].bookChapter($0.subject)) }
        let documents = pages.map { BookPackage.Item($0.0, type: "application/xhtml+xml", isRead: true, isContents: $0.0 == Self.contents) }
        let pictures = links.pictures.map { BookPackage.Item($0.file, type: $0.type) }
        let package = BookPackage(
            identifier: site.forum.baseURL + extent.place(in: language), title: title, language: language.code,
            isRightToLeft: language.isRightToLeft, modified: site.catalog.now.iso,
            items: documents + [BookPackage.Item(Self.style, type: "text/css")] + pictures)
        let own =
            [("package.opf", package.bytes)] + pages + [(Self.style, site.theme.bookStyle)] + links.pictures.map { ($0.file, $0.bytes) }
        files = [("META-INF/container.xml", BookPackage.container)] + own.map { (BookPackage.folder + "/" + $0.0, $0.1) }
        self.language = language
        leftOut = links.leftOut
        discussions = chapters.topics.count
        entries = chapters.entryCount
    }

    static let front = "title-page.xhtml"
    static let contents = "contents.xhtml"
    static let style = "book.css"

    /// The file of a chapter.
    static func file(_ subject: Subject) -> String {
        switch subject {
        case .discussion(let id): "discussion-\(id).xhtml"
        case .entry(let id): "entry-\(id).xhtml"
        default: preconditionFailure("no book has a chapter on that")  // only those two are planned
        }
    }
}

extension Book.Extent {
    /// Where its page is on the web, from the forum's address.
    fileprivate func place(in language: Language) -> String {
        switch self {
        case .forum: "\(language)/"
        case .discussion(let id): "\(language)/\(id)/"
        }
    }
}

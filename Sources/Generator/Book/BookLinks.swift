import Diagnostics
import Files

/// What a book has of its own, for the links and pictures of its chapters; all else is on the web. A class, as pictures are taken in as texts show them.
final class BookLinks {
    private let chapters: Set<Subject>
    /// The forum's folder.
    private let root: String
    /// By the path of their files from the forum's root; nil for those that no book takes.
    private var known: [String: Picture?] = [:]
    /// In the order in which they are first shown.
    private(set) var pictures: [Picture] = []
    /// The paths of those that no book takes, in the same order.
    private(set) var leftOut: [String] = []

    /// A picture that the book holds.
    struct Picture {
        /// From the book's root folder.
        let file: String
        let type: String
        let bytes: [UInt8]
    }

    init(chapters: Set<Subject>, root: String) {
        self.chapters = chapters
        self.root = root
    }

    /// The file of a chapter; nil where the book has none on that.
    func file(_ subject: Subject) -> String? { chapters.contains(subject) ? Book.file(subject) : nil }

    /// The book's copy of a picture; nil for what programs for books do not show.
    ///
    /// - Parameter source: the path of the file from the forum's root.
    func picture(_ source: String) -> String? {
        if let found = known[source] { return found?.file }
        let picture = read(source)
        known[source] = .some(picture)
        if let picture { pictures.append(picture) } else { leftOut.append(source) }
        return picture?.file
    }

    private func read(_ source: String) -> Picture? {
        do throws(Failure) {
            guard let bytes = try FileSystem.read(root + "/" + source, limit: Self.largest),
                let (type, ending) = Self.types.first(where: { bytes.starts(with: $0.mark) }).map({ ($0.type, $0.ending) })
            else { return nil }
            return Picture(file: "picture-\(pictures.count + 1).\(ending)", type: type, bytes: bytes)
        } catch {
            return nil  // too large for a book, or gone since: what it shows stands there in words
        }
    }

    /// Bytes.
    private static let largest = 16 << 20
    /// What every such program shows, and what these files begin with: the core types of EPUB 3.2 without SVG, which could hold script.
    private static let types: [(mark: [UInt8], type: String, ending: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "image/png", "png"), ([0xFF, 0xD8, 0xFF], "image/jpeg", "jpg"), (Array("GIF8".utf8), "image/gif", "gif"),
    ]
}

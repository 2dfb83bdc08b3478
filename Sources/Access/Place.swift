/// Where a sealed object belongs. What is sealed for one place opens at no other.
package struct Place: Sendable, Hashable {
    /// What kind of text is sealed; FORMAT.md, section 8, says how each is laid out.
    package enum Kind: String, Sendable, CaseIterable {
        case page, part, file, search

        /// As it stands in headers.
        var code: UInt8 {
            switch self {
            case .page: 1
            case .part: 2
            case .file: 3
            case .search: 4
            }
        }
    }

    package let audience: Audience
    package let kind: Kind
    /// The canonical path: the file's path from the site's root, without `index.html` at its end.
    package let path: String

    /// The place of the page in a file of the site.
    ///
    /// - Parameter file: path from the site's root, `fr/2026-014/index.html`; the canonical path is what its address ends in:
    ///   `fr/2026-014/`. Files with another name keep it.
    package init(page file: String, for audience: Audience = .members) {
        self.init(.page, Place.canonical(file), audience)
    }

    /// The place of what members see beside a page that is sealed for guests; `file` as for the page.
    package init(part file: String) {
        self.init(.part, Place.canonical(file), .members)
    }

    /// The place of an attachment or picture: its file's path from the site's root.
    package init(file: String, for audience: Audience = .members) {
        self.init(.file, file, audience)
    }

    /// The place of a file of an index: its path from the site's root.
    package init(search file: String, for audience: Audience = .members) {
        self.init(.search, file, audience)
    }

    private init(_ kind: Kind, _ path: String, _ audience: Audience) {
        self.kind = kind
        self.path = path
        self.audience = audience
    }

    private static func canonical(_ file: String) -> String {
        file == "index.html" || file.hasSuffix("/index.html") ? String(file.dropLast("index.html".count)) : file
    }
}

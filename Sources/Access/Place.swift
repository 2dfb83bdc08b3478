/// Where a sealed object belongs. What is sealed for one place opens at no other.
package struct Place: Sendable, Hashable {
    /// What kind of text is sealed.
    package enum Kind: String, Sendable, CaseIterable {
        case page

        /// As it stands in headers.
        var code: UInt8 {
            switch self {
            case .page: 1
            }
        }
    }

    package let audience: Audience
    package let kind: Kind
    /// The canonical path: see `init(page:)`.
    package let path: String
    /// The header's flags: none in this version.
    let flags: UInt8 = 0
    /// Which chunk this is, from 0, and how many the object has.
    let chunk = 0
    let chunks = 1

    /// The place of the page in a file of the site.
    ///
    /// - Parameter file: path from the site's root, `fr/2026-014/index.html`; the canonical path is what its address ends in:
    ///   `fr/2026-014/`. Files with another name keep it.
    package init(page file: String, for audience: Audience = .members) {
        self.audience = audience
        kind = .page
        path = file == "index.html" || file.hasSuffix("/index.html") ? String(file.dropLast("index.html".count)) : file
    }
}

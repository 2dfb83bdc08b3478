package import Diagnostics
package import Model

extension Build {
    /// Makes a book of the forum, or of one discussion. Nothing is written, and nothing of the office is read but the names of pages, to which links lead.
    ///
    /// - Parameter language: nil for the forum's default.
    /// - Returns: nil, with all that is wrong in the forum, where errors leave nothing to make.
    package func book(_ extent: Book.Extent, in language: Language?) throws(Failure) -> (book: Book?, findings: [Finding]) {
        let discussion: String? = if case .discussion(let id) = extent { id } else { nil }
        let (site, findings) = try site(showing: discussion)
        return (site.map { Book($0, extent, in: language ?? $0.forum.defaultLanguage, root: settings.root) }, findings)
    }
}

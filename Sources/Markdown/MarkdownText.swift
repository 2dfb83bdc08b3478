/// A body to be rendered.
package struct MarkdownText: Sendable, Hashable {
    /// Normalised: no BOM, LF, one final LF.
    package let body: [UInt8]
    /// Stands before every id of the text (`c0003-`), so that no two texts of a page collide and none takes an id of the page's own.
    package let prefix: String
    /// The level of the text's first rank of headings, below those of its place in the page, so that no level is skipped;
    /// nil leaves the levels as written.
    package let headings: Int?

    package init(body: [UInt8], prefix: String, headings: Int?) {
        self.body = body
        self.prefix = prefix
        self.headings = headings
    }
}

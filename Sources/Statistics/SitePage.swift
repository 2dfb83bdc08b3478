package import Model

/// A page of the site as openings of it are counted.
package struct SitePage: Sendable, Hashable {
    /// What the page is.
    package let kind: Kind
    /// A discussion's or entry's identifier; nil for others.
    package let id: String?
    package let language: Language

    package init(kind: Kind, id: String?, language: Language) {
        self.kind = kind
        self.id = id
        self.language = language
    }

    /// What pages are.
    package enum Kind: String, Sendable, CaseIterable {
        case home, discussion, entry
        /// Indexes, and texts such as the terms of use.
        case other
    }
}

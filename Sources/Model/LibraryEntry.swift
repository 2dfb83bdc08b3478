/// A practice, tool, methodology or experience of the compilation.
package struct LibraryEntry: Sendable, Hashable {
    /// The folder's name: lower-case ASCII letters, digits and hyphens.
    package let id: String
    /// Nil for a withdrawn one, of which nothing but this is left.
    package let facts: Facts?
    /// In each language it exists in.
    package let texts: [Language: Text]
    /// The files under `files/`, in the order of their paths' bytes.
    package let attachments: [Attachment]
    /// Set when the entry was withdrawn.
    package let withdrawal: Withdrawal?

    package init(id: String, facts: Facts?, texts: [Language: Text], attachments: [Attachment], withdrawal: Withdrawal? = nil) {
        self.id = id
        self.facts = facts
        self.texts = texts
        self.attachments = attachments
        self.withdrawal = withdrawal
    }

    /// What an entry describes.
    package enum Kind: String, Sendable, CaseIterable {
        case practice, tool, methodology, experience
    }

    /// The facts that no language changes: `entry.yaml`.
    package struct Facts: Sendable, Hashable {
        /// What it describes.
        package let kind: Kind
        /// When it came into the library.
        package let date: Day
        /// Identifiers; never empty.
        package let categories: [String]
        /// Members' codes.
        package let members: [String]
        /// The year that it speaks of.
        package let year: Int?
        /// To where there is more, in the author's order.
        package let links: [Link]

        package init(kind: Kind, date: Day, categories: [String], members: [String] = [], year: Int? = nil, links: [Link] = []) {
            self.kind = kind
            self.date = date
            self.categories = categories
            self.members = members
            self.year = year
            self.links = links
        }
    }

    /// A link to something elsewhere.
    package struct Link: Sendable, Hashable {
        /// An absolute address, http or https.
        package let url: String
        /// What the link is called.
        package let title: String

        package init(url: String, title: String) {
            self.url = url
            self.title = title
        }
    }
}

/// Any other text of the forum.
package struct Page: Sendable, Hashable {
    /// The folder's name: lower-case ASCII letters, digits and hyphens.
    package let id: String
    /// In each language it exists in.
    package let texts: [Language: Text]
    /// Where it stands among the others; then by its identifier.
    package let order: Int
    /// Where a link to it stands on every page.
    package let menu: Menu
    /// The files under `files/`, in the order of their paths' bytes.
    package let attachments: [Attachment]

    package init(id: String, texts: [Language: Text], order: Int, menu: Menu, attachments: [Attachment]) {
        self.id = id
        self.texts = texts
        self.order = order
        self.menu = menu
        self.attachments = attachments
    }

    /// The menu that it stands in.
    package enum Menu: String, Sendable, CaseIterable {
        case header, footer, none
    }
}

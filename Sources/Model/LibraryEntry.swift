/// A practice, tool, methodology or experience of the compilation.
package struct LibraryEntry: Sendable, Hashable {
    package let id: String
    /// Nil for a withdrawn one, of which nothing but this is left.
    package let facts: Facts?
    package let texts: [Language: Text]
    package let attachments: [Attachment]
    package let withdrawal: Withdrawal?

    package init(id: String, facts: Facts?, texts: [Language: Text], attachments: [Attachment], withdrawal: Withdrawal? = nil) {
        self.id = id
        self.facts = facts
        self.texts = texts
        self.attachments = attachments
        self.withdrawal = withdrawal
    }

    package enum Kind: String, Sendable, CaseIterable {
        case practice, tool, methodology, experience
    }

    /// The facts that no language changes: `entry.yaml`.
    package struct Facts: Sendable, Hashable {
        package let kind: Kind
        package let date: Day
        /// Identifiers; never empty.
        package let categories: [String]
        /// Members' codes.
        package let members: [String]
        package let year: Int?
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
        package let url: String
        package let title: String

        package init(url: String, title: String) {
            self.url = url
            self.title = title
        }
    }
}

/// Any other text of the forum.
package struct Page: Sendable, Hashable {
    package let id: String
    package let texts: [Language: Text]
    /// Where it stands among the others; then by its identifier.
    package let order: Int
    package let menu: Menu
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

/// What a result of a search leads to, with the texts that it is found by. INDEX.md, section 2.
package struct IndexDocument: Sendable, Hashable {
    /// In the order of their numbers in the table.
    package enum Kind: Int, Sendable, CaseIterable {
        case discussion, contribution, practice, tool, methodology, experience, page
    }

    package let kind: Kind
    /// Of a discussion and its contributions: an identifier.
    package let room: String?
    /// Identifiers.
    package let categories: [String]
    /// Codes of States.
    package let members: [String]
    /// Days since 1 January 1970; nil for what has no date.
    package let day: Int?
    /// The canonical path of its page.
    package let path: String
    /// The id in the page; empty for the page itself.
    package let anchor: String
    /// As results show it.
    package let title: String
    /// The code of the title's language where that is not the index's.
    package let titleLanguage: String?
    /// Whether the words of the title count: those of a contribution's are its discussion's.
    package let titleCounts: Bool
    /// Who wrote it, in one line.
    package let byline: String
    /// The day as results show it.
    package let date: String
    /// Plain, each block ended by LF.
    package let text: String

    package init(
        kind: Kind, room: String? = nil, categories: [String] = [], members: [String] = [], day: Int? = nil, path: String,
        anchor: String = "",
        title: String, titleLanguage: String? = nil, titleCounts: Bool = true, byline: String = "", date: String = "", text: String
    ) {
        self.kind = kind
        self.room = room
        self.categories = categories
        self.members = members
        self.day = day
        self.path = path
        self.anchor = anchor
        self.title = title
        self.titleLanguage = titleLanguage
        self.titleCounts = titleCounts
        self.byline = byline
        self.date = date
        self.text = text
    }
}

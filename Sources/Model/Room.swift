/// Where discussions are held.
package struct Room: Sendable, Hashable {
    package let id: String
    package let title: Titles
    /// Working languages; never empty.
    package let languages: [Language]
    package let moderators: [String]
    package let opening: Opening
    /// Identifiers of the categories held there; nil for all.
    package let categories: [String]?

    package init(id: String, title: Titles, languages: [Language], moderators: [String], opening: Opening, categories: [String]? = nil) {
        self.id = id
        self.title = title
        self.languages = languages
        self.moderators = moderators
        self.opening = opening
        self.categories = categories
    }

    /// When a room is open.
    package enum Opening: Sendable, Hashable {
        case always
        case periods([Period])
    }

    /// Days from and until which it is open, both included.
    package struct Period: Sendable, Hashable {
        package let from: Day
        package let until: Day

        package init(from: Day, until: Day) {
            self.from = from
            self.until = until
        }
    }
}

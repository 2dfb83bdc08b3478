/// Where discussions are held.
package struct Room: Sendable, Hashable {
    /// Lower-case ASCII letters, digits and hyphens.
    package let id: String
    package let title: Titles
    /// Working languages; never empty.
    package let languages: [Language]
    /// Who leads it, as shown to readers.
    package let moderators: [String]
    /// When it takes contributions.
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
        /// The first day, whole.
        package let from: Day
        /// The last day, whole.
        package let until: Day

        package init(from: Day, until: Day) {
            self.from = from
            self.until = until
        }
    }
}

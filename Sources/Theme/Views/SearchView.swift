/// The page on which texts are searched. Its script shows the form and the results.
package struct SearchView: View {
    package static let template = "search"
    package static let schema = Schema([
        ("title", .text), ("facts", .text), ("words", .text), ("script", .text), ("style", .text), ("rooms", .list(Choice.schema)),
        ("categories", .list(Choice.schema)), ("members", .list(Choice.schema)), ("languages", .list(Choice.schema)), ("library", .flag),
    ])

    package let title: String
    /// What the script must know of the forum, as JSON.
    package let facts: String
    /// What the script says, as JSON.
    package let words: String
    /// Paths of script and style from the site's root.
    package let script: String
    package let style: String
    /// What can be filtered by.
    package let rooms: [Choice]
    package let categories: [Choice]
    package let members: [Choice]
    /// Languages other than the page's.
    package let languages: [Choice]
    /// Whether its readers may read the library.
    package let library: Bool

    package init(
        title: String, facts: String, words: String, script: String, style: String, rooms: [Choice], categories: [Choice],
        members: [Choice], languages: [Choice], library: Bool
    ) {
        self.title = title
        self.facts = facts
        self.words = words
        self.script = script
        self.style = style
        self.rooms = rooms
        self.categories = categories
        self.members = members
        self.languages = languages
        self.library = library
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("facts", .text(facts)), Field("words", .text(words)), Field("script", .text(script)),
            Field("style", .text(style)), Field("rooms", .list(rooms.map(\.fields))),
            Field("categories", .list(categories.map(\.fields))), Field("members", .list(members.map(\.fields))),
            Field("languages", .list(languages.map(\.fields))), Field("library", .flag(library)),
        ]
    }

    /// One of the things that a list offers.
    package struct Choice: Sendable {
        package let value: String
        package let title: String
        /// The title's language where that is not the page's.
        package let foreign: Foreign?

        package init(value: String, title: String, foreign: Foreign?) {
            self.value = value
            self.title = title
            self.foreign = foreign
        }

        static let schema = Schema([("value", .text), ("title", .text), ("foreign", .group(Foreign.schema))])

        var fields: [Field] {
            [Field("value", .text(value)), Field("title", .text(title)), Field("foreign", .group(foreign?.fields))]
        }
    }
}

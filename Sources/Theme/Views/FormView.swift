/// The form that participants write in: of a page of the site, or of the file that they take along. What the forum has stands in the facts
/// alone, from which the form's script fills the lists.
package struct FormView: View {
    package static let template = "form"
    package static let schema = Schema([
        ("title", .text), ("file", .flag), ("words", .text), ("facts", .text), ("script", .text), ("style", .text),
    ])

    package let title: String
    /// What the form's script says: JSON, texts by the last parts of their keys.
    package let words: String
    /// What makes it the form of a page; nil in the file that is taken along, which has all of it inside.
    package let page: Page?

    /// What a page of the site knows and the file that is taken along does not.
    package struct Page: Sendable {
        /// What the forum has and asks for: JSON, see `scripts/form/` of the theme.
        package let facts: String
        /// Files of the site, from its root, that the gate loads for the form; from the page, where there is no gate.
        package let script: String
        package let style: String

        package init(facts: String, script: String, style: String) {
            self.facts = facts
            self.script = script
            self.style = style
        }
    }

    package init(title: String, words: String, page: Page?) {
        self.title = title
        self.words = words
        self.page = page
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("file", .flag(page == nil)), Field("words", .text(words)),
            Field("facts", .text(page?.facts ?? "")), Field("script", .text(page?.script ?? "")), Field("style", .text(page?.style ?? "")),
        ]
    }
}

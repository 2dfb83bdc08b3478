/// The form in which somebody writes something for the forum: on its page, and in the file that is taken along. Its script fills in
/// whatever comes from the forum's content.
package struct FormView: View {
    package static let template = "form"
    package static let schema = Schema([
        ("title", .text), ("facts", .group(Schema.optional)), ("words", .text), ("script", .text), ("style", .text),
    ])

    package let title: String
    /// What the script must know of the forum, as JSON; nil in the file that is taken along, where it stands in a block of its own.
    package let facts: String?
    /// What the script says, as JSON.
    package let words: String
    /// Paths of script and style from the site's root; empty in the file that is taken along, which holds them.
    package let script: String
    package let style: String

    package init(title: String, facts: String?, words: String, script: String, style: String) {
        self.title = title
        self.facts = facts
        self.words = words
        self.script = script
        self.style = style
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("facts", .optional(facts)), Field("words", .text(words)), Field("script", .text(script)),
            Field("style", .text(style)),
        ]
    }
}

/// The form as one file, which works from a disk.
package struct FormFileView: View {
    package static let template = "form-file"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("title", .text), ("scriptHash", .text), ("styleHash", .text), ("style", .html),
        ("form", .html), ("given", .html), ("script", .html),
    ])

    package let language: String
    /// `ltr` or `rtl`.
    package let direction: String
    /// The forum's.
    package let title: String
    /// Of the texts of script and style, as a policy names them: `sha256-…`.
    package let scriptHash: String
    package let styleHash: String
    /// A whole element.
    package let style: [UInt8]
    /// A rendered `FormView`.
    package let form: [UInt8]
    /// A whole element that is no script, for what the browser puts in when it saves the file.
    package let given: [UInt8]
    /// A whole element.
    package let script: [UInt8]

    package init(
        language: String, direction: String, title: String, scriptHash: String, styleHash: String, style: [UInt8], form: [UInt8],
        given: [UInt8], script: [UInt8]
    ) {
        self.language = language
        self.direction = direction
        self.title = title
        self.scriptHash = scriptHash
        self.styleHash = styleHash
        self.style = style
        self.form = form
        self.given = given
        self.script = script
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("title", .text(title)),
            Field("scriptHash", .text(scriptHash)), Field("styleHash", .text(styleHash)), Field("style", .html(style)),
            Field("form", .html(form)), Field("given", .html(given)), Field("script", .html(script)),
        ]
    }
}

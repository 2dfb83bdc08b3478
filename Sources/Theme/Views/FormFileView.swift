/// The form as a file that works without a network: a document with its style and its one script inside, which its policy names by their hashes.
package struct FormFileView: View {
    package static let template = "form-file"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("title", .text), ("scriptHash", .text), ("styleHash", .text), ("style", .html), ("form", .html),
        ("given", .html), ("script", .html),
    ])

    package let language: String
    /// `ltr` or `rtl`.
    package let direction: String
    /// The document's.
    package let title: String
    /// Of the text inside the element, as a policy names it: `sha256-…`.
    package let scriptHash: String
    package let styleHash: String
    /// Whole elements: `<style>` and `<script>`.
    package let style: [UInt8]
    package let script: [UInt8]
    /// A rendered `FormView`.
    package let form: [UInt8]
    /// The block of data into which the form's script puts what a copy is to know, when somebody takes it along. No browser runs it.
    package static let given = Array(#"<script type="application/json" id="given">{}</script>"#.utf8)

    package init(
        language: String, direction: String, title: String, scriptHash: String, styleHash: String, style: [UInt8], script: [UInt8],
        form: [UInt8]
    ) {
        self.language = language
        self.direction = direction
        self.title = title
        self.scriptHash = scriptHash
        self.styleHash = styleHash
        self.style = style
        self.script = script
        self.form = form
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("title", .text(title)),
            Field("scriptHash", .text(scriptHash)), Field("styleHash", .text(styleHash)), Field("style", .html(style)),
            Field("form", .html(form)), Field("given", .html(Self.given)), Field("script", .html(script)),
        ]
    }
}

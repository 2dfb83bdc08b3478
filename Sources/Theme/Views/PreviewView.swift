/// A page of the forum as whoever works on its files looks at it: not sealed, with a script that follows what is saved. Only ever shown to the
/// machine it is made on.
package struct PreviewView: View {
    package static let template = "preview"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("title", .text), ("root", .text), ("style", .text),
        ("own", .group(Schema([("script", .text), ("style", .text)]))),
        ("previewStyle", .text), ("previewScript", .text), ("words", .text), ("build", .text),
        ("body", .group(Schema([("html", .html)]))), ("lost", .group(Schema([("languages", .list(FrontLanguage.schema))]))),
        ("failed", .group(Schema([("findings", .text)]))),
    ])

    /// What a page of the preview shows.
    package enum Content: Sendable {
        /// A rendered `Frame`.
        case page([UInt8])
        /// That there is nothing at this address, with the ways to the homes.
        case lost([FrontLanguage])
        /// That nothing can be shown before the findings are mended: they, as text.
        case failed(String)
    }

    package let language: String
    /// `ltr` or `rtl`.
    package let direction: String
    /// The document's.
    package let title: String
    /// From this page to the root of its tree: `../../`.
    package let root: String
    /// A file name under `assets/`.
    package let style: String
    /// The script and style of what runs in it as in the site, file names under `assets/`; nil on a page in which nothing does.
    package let own: (script: String, style: String)?
    /// The script and style of the preview itself, file names under `assets/`.
    package let preview: (script: String, style: String)
    /// What its script says, as JSON.
    package let words: String
    /// Tells pages that were made of the same files from all others.
    package let build: String
    package let content: Content

    package init(
        language: String, direction: String, title: String, root: String, style: String, own: (script: String, style: String)?,
        preview: (script: String, style: String), words: String, build: String, content: Content
    ) {
        self.language = language
        self.direction = direction
        self.title = title
        self.root = root
        self.style = style
        self.own = own
        self.preview = preview
        self.words = words
        self.build = build
        self.content = content
    }

    package var fields: [Field] {
        var (body, lost, failed): ([Field]?, [Field]?, [Field]?)
        switch content {
        case .page(let html): body = [Field("html", .html(html))]
        case .lost(let languages): lost = [Field("languages", .list(languages.map(\.fields)))]
        case .failed(let findings): failed = [Field("findings", .text(findings))]
        }
        return [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("title", .text(title)), Field("root", .text(root)),
            Field("style", .text(style)),
            Field("own", .group(own.map { [Field("script", .text($0.script)), Field("style", .text($0.style))] })),
            Field("previewStyle", .text(preview.style)), Field("previewScript", .text(preview.script)), Field("words", .text(words)),
            Field("build", .text(build)), Field("body", .group(body)), Field("lost", .group(lost)), Field("failed", .group(failed)),
        ]
    }
}

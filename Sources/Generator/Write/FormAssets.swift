import Access
import ContentStore
import Diagnostics
import Model
import Theme

/// What the form is made of beside its pages: its script, its style, and in each language a file that holds both and the form itself, for
/// those who take it along; and a text for those without script. All of it is open by name: of the content it has the version of the terms
/// alone, and what else is particular to a forum is put in by the browser that saves the file.
struct FormAssets: Sendable {
    /// File names under `assets/`.
    let script: String
    let style: String
    /// A text to begin with, for those who have no script.
    let plain: String
    /// In the forum's order of languages.
    let files: [(language: Language, name: String, sha256: String)]
    /// By file names.
    let bytes: [String: [UInt8]]

    /// Tells these files from any others, as their names do.
    var fingerprint: Fingerprint {
        var builder = Fingerprint.Builder()
        for name in bytes.keys.sorted() { builder.add(name) }
        return builder.fingerprint
    }

    /// - Parameter preview: the library that reads Markdown for the form's preview; nil where the system has none.
    init(_ theme: Theme, forum: Forum, preview: [UInt8]?) {
        let script = (preview.map { $0 + [UInt8(ascii: "\n")] } ?? []) + theme.form
        var bytes: [String: [UInt8]] = [:]
        func add(_ stem: String, _ content: [UInt8], _ ending: String) -> String {
            let name = AssetNames.name(stem, content, ending)
            bytes[name] = content
            return name
        }
        self.script = add("form", script, "js")
        style = add("form", theme.formStyle, "css")
        plain = add("contribution", Array(TemplateForum.contribution(terms: forum.termsVersion).utf8), "txt")
        let shared = InlineParts(script: script, style: theme.style + theme.formStyle)
        files = forum.languages.map { language in
            let file = shared.file(forum.title.title(in: language, else: forum.defaultLanguage).text, language, theme)
            return (language, add("form.\(language)", file, "html"), Digest.sha256Hex(file))
        }
        self.bytes = bytes
    }

    /// The file to take along in a language.
    func file(_ language: Language) -> (name: String, sha256: String)? {
        files.first { $0.language == language }.map { ($0.name, $0.sha256) }
    }
}

/// Script and style as elements of the file that is taken along, with the hashes by which its policy lets them run.
private struct InlineParts {
    let script: [UInt8]
    let style: [UInt8]
    let scriptHash: String
    let styleHash: String

    init(script: [UInt8], style: [UInt8]) {
        scriptHash = Self.hash(script)
        styleHash = Self.hash(style)
        self.script = Array("<script>".utf8) + script + Array("</script>".utf8)
        self.style = Array("<style>".utf8) + style + Array("</style>".utf8)
    }

    func file(_ title: String, _ language: Language, _ theme: Theme) -> [UInt8] {
        let renderer = theme.renderer(for: language)
        let form = FormView(
            title: theme.strings(language).text(.form), facts: nil, words: theme.formWords(for: language), script: "", style: "")
        return renderer.render(
            FormFileView(
                language: language.code, direction: Writing.direction(language), title: title, scriptHash: scriptHash,
                styleHash: styleHash, style: style, form: renderer.render(form),
                given: Array("<script type=\"application/json\" id=\"given\">{}</script>".utf8), script: script))
    }

    private static func hash(_ bytes: [UInt8]) -> String {
        "sha256-" + String(decoding: Base64.encode(Digest.sha256(bytes)), as: UTF8.self)
    }
}

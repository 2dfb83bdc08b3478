import Diagnostics
import Model

/// Turns a theme's files into a theme, or into findings.
struct ThemeLoader {
    private(set) var findings: [Finding] = []
    private let files: ThemeFiles
    private let languages: [Language]
    private var templates: [TemplateFile] = []
    private var partials: [String: TemplateFile] = [:]
    /// By the path of their folder.
    private var tables: [String: [Language: StringTable]] = [:]
    /// By name; those of which a part is not there are missing.
    private var scripts: [String: [UInt8]] = [:]

    init(_ files: ThemeFiles, languages: [Language]) {
        self.files = files
        self.languages = languages
    }

    /// - Throws: where the library refuses what the checks let through.
    mutating func load() throws(Failure) -> Theme? {
        readTemplates()
        for folder in StringFolder.all { readStrings(folder) }
        for script in ScriptParts.all { readScript(script) }
        let used = checkTemplates()
        for folder in StringFolder.all { checkStrings(folder, used) }
        let assets = readAssets()
        let states = readStates()
        guard !findings.contains(where: { $0.kind.severity == .error }), let states else { return nil }
        var parts: [Language: Theme.LanguageParts] = [:]
        for language in languages {
            let words = Words(language)
            let strings = Strings(tables.values.compactMap { $0[language] }, language, words.numbers)
            parts[language] = Theme.LanguageParts(strings: strings, words: words)
        }
        var skeletons: [String: Skeleton] = [:]
        for file in templates { skeletons[file.name] = try Skeleton(file, partials: partials) }
        return Theme(states, skeletons, parts, assets: assets)
    }

    private mutating func readTemplates() {
        for (name, source) in files.texts(in: "templates/partials", ending: ".mustache", findings: &findings) {
            partials[name] = TemplateFile(name: name, source: source)
        }
        templates = files.texts(in: "templates", ending: ".mustache", findings: &findings).map {
            TemplateFile(name: $0.name, source: $0.source, isMail: ViewCatalogue.mails.contains($0.name))
        }
        for file in templates + partials.values { findings += file.findings }
    }

    /// The strings that templates use, each with a place.
    private mutating func checkTemplates() -> [String: Location] {
        var used: [String: Location] = [:]
        let names = ViewCatalogue.views.map { $0.template }
        for file in templates where !names.contains(file.name) {
            let hint = Suggestion.nearest(to: file.name, among: names).map { "did you mean \"\($0).mustache\"?" }
            let location = file.source.location(line: 1)
            findings.append(
                Finding(.templateUnknownName, "no page is made from \"\(file.name)\"", at: location, hint: hint ?? "remove the file"))
        }
        for view in ViewCatalogue.views {
            guard let file = templates.first(where: { $0.name == view.template }) else {
                missing("templates/\(view.template).mustache")
                continue
            }
            let check = TemplateCheck(file, schema: view.schema, partials: partials)
            findings += check.findings
            used.merge(check.strings) { first, _ in first }
        }
        return used
    }

    private mutating func readStrings(_ folder: StringFolder) {
        var tables: [Language: StringTable] = [:]
        for (name, source) in files.texts(in: folder.path, ending: ".yaml", findings: &findings) {
            guard let language = Language(validating: name) else {
                let hint = "strings are in <language>.yaml, as in fr.yaml"
                findings.append(Finding(.unexpectedFile, "\"\(name)\" is no language", at: Location(file: source.path), hint: hint))
                continue
            }
            let table = StringTable(source, language: language, prefix: folder.prefix)
            findings += table.findings
            tables[language] = table
        }
        for language in languages + [Self.english] where tables[language] == nil {
            let path = "\(files.home)/\(folder.path)/\(language).yaml"
            if findings.contains(where: { $0.location?.file == path }) { continue }
            let hint = "translate \(folder.path)/en.yaml into it, or take the language out of forum.yaml"
            findings.append(
                Finding(.stringMissing, "the theme has no strings in the language \(language)", at: Location(file: path), hint: hint))
        }
        self.tables[folder.path] = tables
    }

    /// English is what the others are compared with; a file that cannot be read has its finding already.
    private mutating func checkStrings(_ folder: StringFolder, _ used: [String: Location]) {
        let tables = tables[folder.path] ?? [:]
        guard let english = tables[Self.english], !english.entries.isEmpty else { return }
        let sound = tables.values.filter { !$0.entries.isEmpty }.sorted { $0.language < $1.language }
        let script = folder.script.flatMap { scripts[$0.name] }
        findings += StringCheck(folder, sound, english: english, used: used, script: script).findings
    }

    private mutating func readScript(_ script: ScriptParts) {
        var parts: [SourceText] = []
        for path in script.paths {
            if let part = files.text(path, findings: &findings) {
                parts.append(part)
            } else if !files.files.contains(where: { $0.name == path }) {
                missing(path)
            }
        }
        if parts.count == script.names.count { scripts[script.name] = ScriptParts.join(parts) }
    }

    private mutating func readAssets() -> [String: [UInt8]] {
        var assets: [String: [UInt8]] = [:]
        for (name, script) in scripts { assets["scripts/\(name).js"] = script }
        let known = Self.assets + ScriptParts.all.flatMap(\.paths)
        for file in files.files where file.name.hasPrefix("scripts/") && !known.contains(file.name) {
            let hint = Suggestion.nearest(to: file.name, among: known).map { "did you mean \"\($0)\"?" } ?? "remove it"
            findings.append(Finding(.unexpectedFile, "no page loads this script", at: Location(file: file.path), hint: hint))
        }
        for name in Self.assets {
            if let text = files.text(name, findings: &findings) {
                let isStyle = name.hasSuffix(".css")
                assets[name] = isStyle ? StyleText.light(text.bytes) : text.bytes
                if isStyle { checkStyle(text) }
            } else if !files.files.contains(where: { $0.name == name }) {
                missing(name)
            }
        }
        return assets
    }

    /// It stands inside an element in letters, reports and the form that is taken along, which only `</` could end.
    private mutating func checkStyle(_ text: SourceText) {
        guard let end = text.bytes.firstRange(of: Array("</".utf8)) else { return }
        let location = text.location(offset: end.lowerBound, count: end.count)
        let message = "this style sheet stands inside a page that is one file, and \"</\" would end it there"
        findings.append(Finding(.templateSyntax, message, at: location))
    }

    private mutating func readStates() -> StateNames? {
        guard let source = files.text("states.yaml", findings: &findings) else {
            if !files.files.contains(where: { $0.name == "states.yaml" }) { missing("states.yaml") }
            return nil
        }
        return StateNames(source, languages: languages, findings: &findings)
    }

    private mutating func missing(_ name: String) {
        let location = Location(file: files.home + "/" + name)
        findings.append(Finding(.templateMissing, "the theme has no \(name)", at: location, hint: "take it from themes/wipo"))
    }

    private static let assets = [
        "styles/site.css", "styles/letter.css", "styles/report.css", formStyle, previewStyle, readingStyle, searchStyle,
        bookStyle, "scripts/front.js",
    ]
    static let bookStyle = "styles/book.css"
    static let formStyle = "styles/form.css"
    static let previewStyle = "styles/preview.css"
    static let readingStyle = "styles/reading.css"
    static let searchStyle = "styles/search.css"
    private static let english = Language("en")
}

package import Diagnostics
package import Model

/// A theme that passed all its checks: templates for every page, words for every language, styles and scripts.
package struct Theme: Sendable {
    /// The languages it was loaded for, in the order of their codes.
    package let languages: [Language]
    /// Names of States.
    package let states: StateNames
    /// `styles/site.css`
    package let style: [UInt8]
    /// `styles/letter.css` as an element: a letter is one file.
    package let letterStyle: [UInt8]
    /// `styles/report.css` as an element: a report is one file.
    package let reportStyle: [UInt8]
    /// `styles/book.css`
    package let bookStyle: [UInt8]
    /// The parts in `scripts/gate/`, joined into one script.
    package let gate: [UInt8]
    /// `scripts/front.js`
    package let front: [UInt8]
    /// The parts in `scripts/form/`, joined into one script.
    package let form: [UInt8]
    /// `styles/form.css`
    package let formStyle: [UInt8]
    /// The parts in `scripts/preview/`, joined into one script.
    package let preview: [UInt8]
    /// `styles/preview.css`
    package let previewStyle: [UInt8]
    /// The parts in `scripts/reading/`, joined into one script.
    package let reading: [UInt8]
    /// The same with `scripts/reading/alone.js`, for pages without a gate.
    package let readingAlone: [UInt8]
    /// `styles/reading.css`
    package let readingStyle: [UInt8]
    /// The parts in `scripts/search/`, joined into one script.
    package let search: [UInt8]
    /// `styles/search.css`
    package let searchStyle: [UInt8]
    private let skeletons: [String: Skeleton]
    private let perLanguage: [Language: LanguageParts]

    /// What a theme has for one language.
    struct LanguageParts: Sendable {
        let strings: Strings
        let words: Words
        /// What each script says, as a JSON object, by the script's name: pages have it, and are many.
        let scripts: [String: [UInt8]]

        init(strings: Strings, words: Words) {
            self.strings = strings
            self.words = words
            scripts = Dictionary(uniqueKeysWithValues: ScriptParts.all.map { ($0.name, ScriptWords.json(strings.words(of: $0))) })
        }
    }

    init(_ states: StateNames, _ skeletons: [String: Skeleton], _ perLanguage: [Language: LanguageParts], assets: [String: [UInt8]]) {
        languages = perLanguage.keys.sorted()
        self.states = states
        self.skeletons = skeletons
        self.perLanguage = perLanguage
        style = assets["styles/site.css"] ?? []
        letterStyle = Self.element(assets["styles/letter.css"])
        reportStyle = Self.element(assets["styles/report.css"])
        bookStyle = assets[ThemeLoader.bookStyle] ?? []
        gate = assets["scripts/gate.js"] ?? []
        front = assets["scripts/front.js"] ?? []
        form = assets["scripts/form.js"] ?? []
        formStyle = assets[ThemeLoader.formStyle] ?? []
        preview = assets["scripts/preview.js"] ?? []
        previewStyle = assets[ThemeLoader.previewStyle] ?? []
        reading = assets["scripts/reading.js"] ?? []
        readingAlone = assets["scripts/alone.js"] ?? []
        readingStyle = assets[ThemeLoader.readingStyle] ?? []
        search = assets["scripts/search.js"] ?? []
        searchStyle = assets[ThemeLoader.searchStyle] ?? []
    }

    private static func element(_ style: [UInt8]?) -> [UInt8] { Array("<style>".utf8) + (style ?? []) + Array("</style>".utf8) }

    /// Reads and checks a theme.
    ///
    /// - Parameters:
    ///   - root: the forum's folder.
    ///   - folders: from the root, in order of preference: for each file, the first folder that has it.
    ///   - languages: those of the forum.
    /// - Returns: no theme where there are errors among the findings.
    /// - Throws: where a folder is not there or cannot be read.
    package static func load(
        root: String, folders: [String], languages: [Language]
    ) throws(Failure) -> (theme: Theme?, findings: [Finding]) {
        var findings: [Finding] = []
        let files = try ThemeFiles.read(root: root, folders: folders, findings: &findings)
        let loaded = try load(files, languages: languages)
        findings += loaded.findings
        let sound = !findings.contains { $0.kind.severity == .error }
        return (sound ? loaded.theme : nil, Finding.ordered(findings))
    }

    /// Checks a theme whose files were read.
    package static func load(_ files: ThemeFiles, languages: [Language]) throws(Failure) -> (theme: Theme?, findings: [Finding]) {
        var loader = ThemeLoader(files, languages: languages)
        let theme = try loader.load()
        return (theme, Finding.ordered(loader.findings))
    }

    /// The UI strings of a language that the theme was loaded for.
    package func strings(_ language: Language) -> Strings { parts(language).strings }

    /// The rules of a language that the theme was loaded for.
    package func words(_ language: Language) -> Words { parts(language).words }

    /// A renderer of a language's templates. Make one for each thread.
    package func renderer(for language: Language) -> TemplateRenderer {
        TemplateRenderer(skeletons: skeletons, strings: parts(language).strings)
    }

    /// The script that gives the gate its words: `rostrumStrings={…};`.
    package func gateScript(for language: Language) -> [UInt8] {
        Array("rostrumStrings=".utf8) + said(by: .gate, language) + Array(";\n".utf8)
    }

    /// What the form's script says, as a JSON object.
    package func formWords(for language: Language) -> String {
        String(decoding: said(by: .form, language), as: UTF8.self)
    }

    /// What the preview's script says, as a JSON object.
    package func previewWords(for language: Language) -> String {
        String(decoding: said(by: .preview, language), as: UTF8.self)
    }

    /// What the script for reading says, as a JSON object.
    package func readingWords(for language: Language) -> String {
        String(decoding: said(by: .reading, language), as: UTF8.self)
    }

    /// What the search's script says, as a JSON object.
    package func searchWords(for language: Language) -> String {
        String(decoding: said(by: .search, language), as: UTF8.self)
    }

    private func said(by script: ScriptParts, _ language: Language) -> [UInt8] { parts(language).scripts[script.name] ?? [] }

    private func parts(_ language: Language) -> LanguageParts {
        guard let parts = perLanguage[language] else {
            preconditionFailure("the theme was not loaded for the language \(language)")  // the caller's languages are those it loaded
        }
        return parts
    }
}

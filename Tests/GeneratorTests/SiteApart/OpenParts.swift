import Foundation
import Generator
import Model
import Testing
import Theme

/// What may lie open in a site, worked out from forum.yaml and the theme's files alone.
struct OpenParts {
    let languages: [String]
    private let names: [String: String]
    private let titles: [String: String]
    private let defaultLanguage: String
    private let theme: Theme
    private let folder: String
    private let basePath: String

    init(_ forum: TestForum, settings: Forum) throws {
        languages = settings.languages.map(\.code)
        defaultLanguage = settings.defaultLanguage.code
        titles = Dictionary(
            uniqueKeysWithValues: settings.languages.map {
                ($0.code, settings.title.values[$0] ?? settings.title.values[settings.defaultLanguage] ?? "")
            })
        names = ["ar": "العربية", "zh": "中文", "en": "English", "fr": "Français", "ru": "Русский", "es": "Español"]
        theme = try #require(try Theme.load(root: forum.root, folders: ["themes/wipo"], languages: settings.languages).theme)
        folder = forum.root + "/themes/wipo"
        basePath = URL(string: settings.baseURL)?.path(percentEncoded: true) ?? "/"
    }

    /// Everything in the theme's files, the forum's title and address, and the languages' names: words that may be read by all.
    func openText(baseURL: String) throws -> String {
        var text = languages.map { titles[$0, default: ""] + " " + names[$0, default: ""] + " " }.joined() + baseURL + " "
        for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() where path != "states.yaml" {
            if let data = FileManager.default.contents(atPath: folder + "/" + path) { text += String(decoding: data, as: UTF8.self) + " " }
        }
        return text
    }

    /// The source of an asset; nil for a name that no asset has.
    func asset(_ name: String) throws -> [UInt8]? {
        guard let match = name.wholeMatch(of: #/(site|gate|front|gate\.([a-z-]+))\.[0-9a-f]{16}\.(css|js)/#) else { return nil }
        if let language = match.2, languages.contains(String(language)), match.3 == "js" {
            return theme.gateScript(for: Language(String(language)))
        }
        if match.1 == "gate", match.3 == "js" { return theme.gate }
        let sources = ["site.css": "styles/site.css", "front.js": "scripts/front.js"]
        guard let source = sources["\(match.1).\(match.3)"] else { return nil }
        return Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + source)))
    }

    /// What must stand before and after a page's ciphertext.
    func shell(_ language: String, root: String, assets: [String: String]) throws -> (before: String, after: String) {
        let sentences = languages.map { language -> [String: ThemeText.Value] in
            ["lang": .text(language), "dir": .text(direction(language)), "text": .text(theme.strings(Language(language)).text(.noscript))]
        }
        let homes = languages.map { other -> [String: ThemeText.Value] in
            [
                "url": .text("\(root)\(other)/"), "lang": .text(other), "dir": .text(direction(other)),
                "name": .text(names[other, default: ""]), "current": .flag(other == language),
            ]
        }
        let whole = try ThemeText(folder + "/templates/shell.mustache").filled([
            "lang": .text(language), "dir": .text(direction(language)), "root": .text(root), "forum": .text(titles[language, default: ""]),
            "style": .text(assets["site", default: ""]), "script": .text(assets["gate", default: ""]),
            "strings": .text(assets["gate.\(language)", default: ""]), "noscript": .list(sentences), "languages": .list(homes),
            "t.frame.languages": .text(try frameWord("languages", in: language)), "sealed": .text("{ciphertext}"),
        ])
        let parts = whole.components(separatedBy: "{ciphertext}")
        try #require(parts.count == 2)
        return (parts[0], parts[1])
    }

    /// What the front page, or the page for lost addresses, must be.
    func front(_ template: String, assets: [String: String]) throws -> String {
        let offers = languages.map { language -> [String: ThemeText.Value] in
            let strings = theme.strings(Language(language))
            return [
                "lang": .text(language), "dir": .text(direction(language)), "name": .text(names[language, default: ""]),
                "forum": .text(titles[language, default: ""]), "sentence": .text(strings.text(.notFound)),
                "action": .text(strings.text(.notFoundAction)),
            ]
        }
        return try ThemeText("\(folder)/templates/\(template).mustache").filled([
            "lang": .text(defaultLanguage), "dir": .text(direction(defaultLanguage)), "title": .text(titles[defaultLanguage, default: ""]),
            "style": .text(assets["site", default: ""]), "script": .text(assets["front", default: ""]), "base": .text(basePath),
            "languages": .list(offers),
        ])
    }

    /// A string under `frame:`, read from its line in the theme's file.
    private func frameWord(_ key: String, in language: String) throws -> String {
        let lines = try String(contentsOfFile: "\(folder)/strings/\(language).yaml", encoding: .utf8).components(separatedBy: "\n")
        let frame = lines.drop { $0 != "frame:" }
        return String(try #require(frame.first { $0.hasPrefix("  \(key): ") }).dropFirst(key.count + 4))
    }

    private func direction(_ language: String) -> String { language == "ar" ? "rtl" : "ltr" }
}

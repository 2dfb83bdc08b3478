import Access
import Diagnostics
import Foundation
import Model
import Theme

/// Names of the theme's open files: each carries a fingerprint of its content, so that no browser mixes old and new.
struct AssetNames: Sendable {
    let style: String
    let gate: String
    let front: String
    let strings: [Language: String]

    init(_ site: Site) {
        func name(_ stem: String, _ bytes: [UInt8], _ ending: String) -> String {
            let hex = String(Fingerprint(bytes).high, radix: 16)
            return "\(stem).\(String(repeating: "0", count: 16 - hex.count))\(hex).\(ending)"
        }
        style = name("site", site.theme.style, "css")
        gate = name("gate", site.theme.gate, "js")
        front = name("front", site.theme.front, "js")
        strings = Dictionary(
            uniqueKeysWithValues: site.forum.languages.map { ($0, name("gate.\($0)", site.theme.gateScript(for: $0), "js")) })
    }
}

/// Everything in the site that is open by name, with its path from the site's root.
struct OpenAssets {
    let files: [(path: String, file: SiteFile)]

    /// - Parameter built: which keys the last build sealed with.
    init(_ site: Site, keystore: Keystore, built: BuiltKeys, names: AssetNames) throws(Failure) {
        let theme = site.theme
        var files: [(path: String, file: SiteFile)] = [
            ("assets/" + names.style, .open(OpenAsset(theme: theme.style))), ("assets/" + names.gate, .open(OpenAsset(theme: theme.gate))),
            ("assets/" + names.front, .open(OpenAsset(theme: theme.front))),
        ]
        for language in site.forum.languages {
            files.append(("assets/" + (names.strings[language] ?? ""), .open(OpenAsset(theme: theme.gateScript(for: language)))))
        }
        let keyring = try Keyring.files(
            keystore, built: built, at: site.catalog.now, firstPage: "\(site.forum.defaultLanguage)/", guestPage: site.guestPage)
        for file in keyring {
            files.append((file.path, .open(OpenAsset(keyring: file.bytes))))
        }
        let first = site.forum.defaultLanguage
        let renderer = theme.renderer(for: first)
        let title = site.forum.title.title(in: first, else: first).text
        let languages = site.forum.languages.map { Self.offer($0, site) }
        let front = FrontView(
            language: first.code, direction: Writing.direction(first), title: title, style: names.style, script: names.front,
            languages: languages)
        files.append(("index.html", .open(OpenAsset(front, renderer))))
        let lost = NotFoundView(
            language: first.code, direction: Writing.direction(first), title: title, style: names.style, script: names.front,
            base: Self.path(of: site.forum.baseURL), languages: languages)
        files.append(("404.html", .open(OpenAsset(lost, renderer))))
        for (path, text) in ServerFiles(base: Self.path(of: site.forum.baseURL)).files {
            files.append((path, .open(OpenAsset(server: text))))
        }
        self.files = files
    }

    private static func offer(_ language: Language, _ site: Site) -> FrontLanguage {
        let strings = site.theme.strings(language)
        return FrontLanguage(
            code: language.code, direction: Writing.direction(language), name: LanguageNames.ownName(of: language),
            forum: site.forum.title.title(in: language, else: site.forum.defaultLanguage).text, sentence: strings.text(.notFound),
            action: strings.text(.notFoundAction))
    }

    /// The path of an address: `/technical_assistance/forum/`.
    private static func path(of address: String) -> String {
        guard let host = address.range(of: "://"), let path = address[host.upperBound...].firstIndex(of: "/") else { return "/" }
        return String(address[path...])
    }
}

import Access
import Diagnostics
import Model
import Theme

/// Names of the theme's open files: each carries a fingerprint of its content, so that no browser mixes old and new.
struct AssetNames: Sendable {
    let style: String
    let gate: String
    let front: String
    let strings: [Language: String]

    init(_ site: Site) {
        style = Self.name("site", site.theme.style, "css")
        gate = Self.name("gate", site.theme.gate, "js")
        front = Self.name("front", site.theme.front, "js")
        strings = Dictionary(
            uniqueKeysWithValues: site.forum.languages.map { ($0, Self.name("gate.\($0)", site.theme.gateScript(for: $0), "js")) })
    }

    /// The name of a file of such a content: `site.0123456789abcdef.css`.
    static func name(_ stem: String, _ bytes: [UInt8], _ ending: String) -> String {
        let hex = String(Fingerprint(bytes).high, radix: 16)
        return "\(stem).\(String(repeating: "0", count: 16 - hex.count))\(hex).\(ending)"
    }
}

/// Everything in the site that is open by name, with its path from the site's root.
struct OpenAssets {
    let files: [(path: String, file: SiteFile)]

    /// - Parameter built: which keys the last build sealed with.
    init(_ site: Site, keystore: Keystore, built: BuiltKeys, names: AssetNames) throws(Failure) {
        var files = Self.front(site, names, tree: "", languages: site.forum.languages)
        switch site.forum.gate {
        case .sealed: files += try Self.gate(site, keystore, built, names)
        case .server:
            for discussion in site.guestDiscussions {
                let languages = site.plan.languages(of: .guestDiscussion(discussion))
                let tree = Audience.guests(of: discussion).tree(.server)
                files += Self.front(site, names, tree: tree, languages: site.forum.languages.filter(languages.contains))
            }
        }
        self.files = files + ServerFiles(site).files.map { ($0.path, .open(OpenAsset(server: $0.text))) }
    }

    /// What a reader needs to unlock a page.
    private static func gate(
        _ site: Site, _ keystore: Keystore, _ built: BuiltKeys, _ names: AssetNames
    ) throws(Failure) -> [(path: String, file: SiteFile)] {
        let theme = site.theme
        var files: [(path: String, file: SiteFile)] = [
            ("assets/" + names.gate, .open(OpenAsset(theme: theme.gate)))
        ]
        for language in site.forum.languages {
            files.append(("assets/" + (names.strings[language] ?? ""), .open(OpenAsset(theme: theme.gateScript(for: language)))))
        }
        let keyring = try Keyring.files(
            keystore, built: built, at: site.catalog.now, firstPage: "\(site.forum.defaultLanguage)/", guestPage: site.guestPage)
        return files + keyring.map { ($0.path, .open(OpenAsset(keyring: $0.bytes))) }
    }

    /// What the root of the site has, and the root of each tree: the style, the choice of a language, and the page for lost addresses.
    ///
    /// - Parameter languages: those in which there is something to read.
    private static func front(
        _ site: Site, _ names: AssetNames, tree: String, languages: [Language]
    ) -> [(path: String, file: SiteFile)] {
        let theme = site.theme
        let first =
            languages.contains(site.forum.defaultLanguage) ? site.forum.defaultLanguage : languages.first ?? site.forum.defaultLanguage
        let renderer = theme.renderer(for: first)
        let title = site.forum.title.title(in: first, else: site.forum.defaultLanguage).text
        let languages = languages.map { offer($0, site) }
        let front = FrontView(
            language: first.code, direction: Writing.direction(first), title: title, style: names.style, script: names.front,
            plain: site.formAssets.plain, languages: languages)
        let lost = NotFoundView(
            language: first.code, direction: Writing.direction(first), title: title, style: names.style, script: names.front,
            base: site.path + tree, languages: languages)
        let assets = site.scriptAssets(hasGate: site.forum.gate == .sealed).sorted { $0.key < $1.key }.map {
            (tree + "assets/" + $0.key, SiteFile.open(OpenAsset(theme: $0.value)))
        }
        return assets + [
            (tree + "assets/" + names.style, .open(OpenAsset(theme: theme.style))),
            (tree + "assets/" + names.front, .open(OpenAsset(theme: theme.front))),
            (tree + "index.html", .open(OpenAsset(front, renderer))), (tree + "404.html", .open(OpenAsset(lost, renderer))),
        ]
    }

    /// A language with its sentences, as the open pages offer it.
    static func offer(_ language: Language, _ site: Site) -> FrontLanguage {
        let strings = site.theme.strings(language)
        return FrontLanguage(
            code: language.code, direction: Writing.direction(language), name: LanguageNames.ownName(of: language),
            forum: site.forum.title.title(in: language, else: site.forum.defaultLanguage).text, sentence: strings.text(.notFound),
            action: strings.text(.notFoundAction), byMail: strings.text(.byMail))
    }

}

import Access
package import Diagnostics
import Model
import Theme

/// What a copy of one discussion holds of the finished, sealed site; and what stands in the place of every page that it does not hold, so that no
/// link in it leads to nothing.
package struct DiscussionCopy: Sendable {
    /// What the copy has at a path of the site.
    package enum Content: Sendable {
        /// What the site has.
        case same
        /// An open page.
        case other([UInt8])
        case nothing
    }

    private let number: String
    /// The files that the discussion shows, by their paths.
    private let files: Set<String>
    /// For each language the page that says what the copy holds, by how deep it lies.
    private let pages: [Language: [Int: [UInt8]]]

    init(_ site: Site, discussion number: String) {
        self.number = number
        let shown = site.files.entries.filter { FilePlan.owner(of: $0.source) == .discussion(number) || $0.audience == .guests(of: number) }
        files = Set(shown.map(\.path))
        let depths = Set(site.plan.entries.map(\.subject.depth))
        let style = AssetNames(site).style
        pages = Dictionary(
            uniqueKeysWithValues: site.forum.languages.map { language in
                let shown = site.language(for: language, among: site.plan.languages(of: .discussion(number)))
                let renderer = site.theme.renderer(for: language)
                let made = depths.map { depth in
                    let root = String(repeating: "../", count: depth)
                    let view = CopyView(
                        language: language.code, direction: Writing.direction(language),
                        title: site.forum.title.title(in: language, else: site.forum.defaultLanguage).text, root: root, style: style,
                        discussion: (url: "\(root)\(shown)/\(number)/index.html", number: number),
                        address: "\(site.forum.baseURL)\(language)/")
                    return (depth, renderer.render(view))
                }
                return (language, Dictionary(uniqueKeysWithValues: made))
            })
    }

    /// - Parameter path: from the site's root.
    package func content(of path: String) -> Content {
        let parts = path.split(separator: "/")
        switch parts.first {
        case "files": return files.contains(path) ? .same : .nothing
        case "search": return path.hasPrefix("search/\(number)/") ? .same : .nothing
        default: break
        }
        guard parts.last == "index.html", parts.count > 1, parts[1] != number else { return .same }
        return pages[Language(String(parts[0]))]?[parts.count - 1].map(Content.other) ?? .same
    }
}

extension Build {
    /// What a copy of a discussion holds. Nothing is written.
    ///
    /// - Returns: nil, with all that is wrong in the forum, where errors leave nothing to say.
    package func copy(of discussion: String) throws(Failure) -> (copy: DiscussionCopy?, findings: [Finding]) {
        let (site, findings) = try site(showing: discussion)
        return (site.map { DiscussionCopy($0, discussion: discussion) }, findings)
    }
}

import Access
package import Diagnostics
import Model
package import Statistics

extension Build {
    /// What stands at each path of the site, for whoever reads a log of what was asked for.
    package struct SitePages: Sendable {
        /// By path from the site's root, ending in `/`.
        package let pages: [String: SitePage]
        /// The path of the site's root on its host, beginning and ending in `/`.
        package let base: String
    }

    /// Every planned page by its path; nil, with all that is wrong in the forum, where errors leave nothing to plan. Nothing is written.
    package func sitePages() throws(Failure) -> (site: SitePages?, findings: [Finding]) {
        try requireForum()
        let checked = try checked(try list(), Cache(reading: settings.root))
        let findings = try checked.findings()
        let keystore = try Keystore.load(office: settings.office, ask: settings.ask)
        guard let site = try checked.site(keystore: keystore) else { return (nil, findings) }
        var pages: [String: SitePage] = [:]
        for entry in site.plan.entries {
            guard let file = site.file(entry), file.hasSuffix("index.html") else { continue }
            pages[String(file.dropLast("index.html".count))] = SitePage(entry)
        }
        return (SitePages(pages: pages, base: site.path), findings)
    }
}

extension SitePage {
    fileprivate init(_ entry: Plan.Entry) {
        switch entry.subject {
        case .home: self.init(kind: .home, id: nil, language: entry.language)
        case .discussion(let id), .guestDiscussion(let id): self.init(kind: .discussion, id: id, language: entry.language)
        case .entry(let id): self.init(kind: .entry, id: id, language: entry.language)
        default: self.init(kind: .other, id: nil, language: entry.language)
        }
    }
}

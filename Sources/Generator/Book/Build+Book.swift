import Access
package import Diagnostics
import Files
package import Model

extension Build {
    /// Makes a book of the forum, or of one discussion. Nothing is written, and nothing of the office is read but the names of pages, to which links lead.
    ///
    /// - Parameter language: nil for the forum's default.
    /// - Returns: nil, with all that is wrong in the forum, where errors leave nothing to make.
    package func book(_ extent: Book.Extent, in language: Language?) throws(Failure) -> (book: Book?, findings: [Finding]) {
        try requireForum()
        let checked = try checked(try list(), Cache(reading: settings.root))
        let findings = try checked.findings()
        let keystore = try Keystore.exists(office: settings.office) ? try Keystore.load(office: settings.office, ask: settings.ask) : nil
        let isSound = !findings.contains { $0.kind.severity == .error }
        guard isSound, let site = try checked.site(keystore: keystore) else { return (nil, findings) }
        let language = language ?? site.forum.defaultLanguage
        if case .discussion(let id) = extent { try require(id, site) }
        return (Book(site, extent, in: language, root: settings.root), findings)
    }

    private func require(_ id: String, _ site: Site) throws(Failure) {
        let topic = site.catalog.topicsByID[id].map { site.catalog.topics[$0] }
        guard let topic else {
            let isWithdrawn = site.catalog.withdrawnDiscussions.contains { $0.id == id }
            throw Failure(
                isWithdrawn ? "the discussion \(id) was withdrawn" : "there is no discussion \(id)",
                remedy: "The discussions are the folders of content/discussions.")
        }
        guard topic.status != .announced else {
            throw Failure("the discussion \(id) has not opened", remedy: "Wait until it opens, on \(topic.opens).")
        }
    }
}

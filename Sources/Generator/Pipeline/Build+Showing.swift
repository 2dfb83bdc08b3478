import Access
import Diagnostics
import Model

extension Build {
    /// The site of the content as it stands, with the addresses that its pages have; for what is made of it beside `site/`.
    ///
    /// - Parameter discussion: one that has to be readable in it.
    /// - Returns: nil, with all that is wrong in the forum, where errors leave nothing to make.
    func site(showing discussion: String?) throws(Failure) -> (site: Site?, findings: [Finding]) {
        try requireForum()
        let checked = try checked(try list(), Cache(reading: settings.root))
        let findings = try checked.findings()
        guard try Keystore.exists(office: settings.office) else {
            throw Failure("there are no keys, by which pages have their addresses", remedy: "Run `rostrum build` first.")
        }
        let keystore = try Keystore.load(office: settings.office, ask: settings.ask)
        let isSound = !findings.contains { $0.kind.severity == .error }
        guard isSound, let site = try checked.site(keystore: keystore) else { return (nil, findings) }
        if let discussion { try Self.require(discussion, site) }
        return (site, findings)
    }

    private static func require(_ id: String, _ site: Site) throws(Failure) {
        let topic = site.catalog.topicsByID[id].map { site.catalog.topics[$0] }
        guard let topic else {
            if site.catalog.withdrawnDiscussions.contains(where: { $0.id == id }) {
                throw Failure("the discussion \(id) was withdrawn", remedy: "Nothing of it is handed on.")
            }
            throw Failure(
                "there is no discussion \"\(id)\"", remedy: "Give its number, as in 2026-014: that of its folder in content/discussions.")
        }
        guard topic.status != .announced else {
            throw Failure("the discussion \(id) has not opened", remedy: "Wait until it opens, on \(topic.opens).")
        }
    }
}

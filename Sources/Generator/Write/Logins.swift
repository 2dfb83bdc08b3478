package import Access
package import Diagnostics
import Model

/// Who may sign in to the server, for a forum with `gate: server`: members everywhere, and the guests of each discussion in its tree.
package struct Logins: Sendable {
    /// A folder of the site, with the list of those who may read it.
    package struct Tree: Sendable {
        /// From the site's root, ending in `/`; empty for the root itself.
        package let folder: String
        package let list: LoginList
    }

    /// The site's root first; empty where the site is sealed.
    package let trees: [Tree]
    private let missing: [Holder]

    init(_ site: Site, keystore: Keystore) throws(Failure) {
        var trees: [Tree] = []
        let now = site.catalog.now
        if site.forum.gate == .server {
            for audience in [.members] + site.guestDiscussions.sorted().map({ Audience.guests(of: $0) }) {
                trees.append(Tree(folder: audience.tree(.server), list: try LoginList(audience, of: keystore, at: now)))
            }
        }
        self.trees = trees
        missing = trees.isEmpty ? [] : LoginList.missing(keystore, at: now)
    }

    /// Puts the lists into the office.
    ///
    /// - Returns: what the office should be told, in sentences.
    func write(office: String) throws(Failure) -> [String] {
        guard !trees.isEmpty else { return [] }
        var told: [String] = []
        if try LoginList.write(trees.map(\.list), office: office) {
            told.append(
                "The lists of those who may sign in have changed: bring the files of \(office)/\(LoginList.folder) to the server, into the folder "
                    + "that server/apache.conf and server/nginx.conf name, and run `rostrum audit --url`.")
        }
        if !missing.isEmpty {
            let named = missing.prefix(5).map(\.named).joined(separator: ", ") + (missing.count > 5 ? " and \(missing.count - 5) more" : "")
            told.append(
                "These passphrases were issued by an older version, and a server cannot compare them: \(named). "
                    + "Issue them again with `rostrum access issue` or `rostrum access invite`.")
        }
        return told
    }
}

extension Build {
    /// The folder that the guests of a discussion read with `gate: server`, from the site's root, ending in `/`.
    package static func folder(ofGuestsOf discussion: String) -> String { Audience.guests(of: discussion).tree(.server) }

    /// Who may sign in to the server, as things are at the time of the settings.
    ///
    /// - Returns: nil, with all that is wrong in the forum, where errors leave nothing to go on. Nothing is written.
    package func logins() throws(Failure) -> (logins: Logins?, findings: [Finding]) {
        try requireForum()
        let keystore = try Keystore.load(office: settings.office, ask: settings.ask)
        let checked = try checked(try list(), Cache(reading: settings.root))
        let findings = try checked.findings().filter { $0.kind.severity == .error }
        guard findings.isEmpty, let site = try checked.site(keystore: keystore) else { return (nil, findings) }
        return (try Logins(site, keystore: keystore), [])
    }
}

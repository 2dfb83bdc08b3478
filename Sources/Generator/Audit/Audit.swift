import Access
import ContentStore
package import Diagnostics
package import Files
import Model

/// Takes a finished site apart and tells everything in it that is not as it must be.
///
/// The rules of this folder: a file is what the plan has at its path, to the last byte, or it is a finding; each byte is an open
/// asset as it is in its source, a fixed part of a shell, or ciphertext that opens for its audience and for nobody else; what
/// cannot be read or understood is a finding; nothing is written.
struct Audit: Sendable {
    private let keystore: Keystore
    private let settings: Build.Settings
    private let expected: ExpectedSite
    private let gate: Forum.Gate
    private let checks: FileChecks
    /// Made while the files are looked at, which do not need it.
    private let open: Alongside<OpenTexts>

    /// The words that may be read by all, beside those of the forum's title and address.
    struct ThemeText: Sendable {
        /// The UI strings, as their files hold them.
        let strings: [[UInt8]]
        /// Every other file but the names of States.
        let others: [[UInt8]]
    }

    init(
        _ site: Site, content: Content, listing: ContentListing, theme: ThemeText, keystore: Keystore, settings: Build.Settings
    ) throws(Failure) {
        self.keystore = keystore
        self.settings = settings
        gate = site.forum.gate
        let built = try ManifestCounter(office: settings.office, keystore: keystore).keys
        expected = try ExpectedSite(site, keystore: keystore, built: built, workers: settings.workers)
        let strings = try ContentStrings(content, listing: listing, site: site, settings: settings)
        let hidden = try HiddenTexts(strings, theme: theme, settings: settings)
        let openers = try Openers(site, keystore)
        checks = FileChecks(site, root: settings.root, expected: expected, hidden: hidden, openers: openers, keystore)
        open = Alongside { [expected] () throws(Failure) in
            let bare = try ExpectedSite(
                site.bare(keystore: keystore), keystore: keystore, built: built, workers: Workers(count: 1))
            return OpenTexts(strings, expected: expected, bare: bare, theme, site)
        }
    }

    /// - Parameter folder: the site's.
    func report(on folder: String) throws(Failure) -> Build.AuditReport {
        guard try SiteFolder.isThere(folder), let site = try Anchor(folder) else {
            throw Failure("there is no site in \(settings.root)", remedy: "Make it with `rostrum build`.")
        }
        let tree = try SiteListing(folder, from: site, workers: settings.workers)
        let paths = expected.paths.filter(tree.files.contains)
        let fresh = { @Sendable () throws(Failure) in FileChecks.State(site: site, folder: folder) }
        let files = try settings.workers.map(paths.count, chunk: 16, state: fresh) { (state, index) throws(Failure) in
            checks.check(paths[index], number: index, state: &state)
        }
        var findings = tree.findings + files.flatMap(\.findings)
        switch gate {
        case .sealed:
            let manifest = ManifestAudit(folder: folder, opener: checks.openers.members, office: settings.office, keystore: keystore)
            let (told, manifestFiles) = try manifest.findings(files.flatMap(\.objects))
            findings += told + strays(tree, manifestFiles)
            findings += try open.value().findings(tree: tree, files: files, workers: settings.workers)
        case .server: findings += strays(tree, [])
        }
        return Build.AuditReport(
            findings: Self.limited(Finding.ordered(findings)), files: tree.files.count, objects: files.reduce(0) { $0 + $1.objects.count },
            workings: [self, tree, files])
    }

    /// What is there and should not be, and what should be there and is not.
    private func strays(_ tree: SiteListing, _ manifest: Set<String>) -> [Finding] {
        let known = manifest.union(expected.paths)
        let missing = known.filter { !tree.files.contains($0) && !tree.others.contains($0) }.map { Finding.site(.siteMissingFile, $0) }
        let unexpected = tree.files.filter { !known.contains($0) && !($0 == ".gitkeep" && tree.isKept) }
        let folders = known.reduce(into: Set<String>()) { folders, path in
            var rest = path[...]
            while let cut = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
                rest = rest[..<cut]
                guard folders.insert(String(rest)).inserted else { break }
            }
        }
        let strange = tree.folders.filter { folder in !folders.contains(folder) && !unexpected.contains { $0.hasPrefix(folder + "/") } }
        return missing + (unexpected + strange).map { Finding.site(.siteUnexpectedFile, $0) }
    }

    /// A hundred of each kind; the rest are counted.
    private static func limited(_ findings: [Finding]) -> [Finding] {
        var counts: [FindingKind: Int] = [:]
        var told: [Finding] = []
        for finding in findings {
            counts[finding.kind, default: 0] += 1
            if counts[finding.kind, default: 0] <= FindingList.limit { told.append(finding) }
        }
        let more = counts.filter { $0.value > FindingList.limit }.sorted { $0.key.rawValue < $1.key.rawValue }
        return told
            + more.map { kind, count in
                Finding(
                    kind, "\(count - FindingList.limit) more of these are in the site", at: Location(file: "site"),
                    hint: "see to those above first")
            }
    }
}

extension Build {
    /// What came of an audit.
    package struct AuditReport: Sendable {
        /// In the order of the files; those of the content where errors in it leave nothing to compare the site with.
        package let findings: [Finding]
        /// How many files the site has.
        package let files: Int
        /// How many sealed objects are in them.
        package let objects: Int
        /// What the audit worked with: a program that ends after it need not spend the time to take it apart.
        package let workings: [any Sendable]

        init(findings: [Finding], files: Int = 0, objects: Int = 0, workings: [any Sendable] = []) {
            self.findings = findings
            self.files = files
            self.objects = objects
            self.workings = workings
        }
    }

    /// Takes the site apart, holding it to the content as it is at the time of the settings. The site is not changed.
    package func audit() throws(Failure) -> AuditReport {
        try requireForum()
        return try audit(holding: try Self.lock(settings.root))
    }

    /// The same for whoever goes on to use the site that was taken apart, and holds the forum meanwhile.
    package func audit(holding lock: FolderLock) throws(Failure) -> AuditReport {
        defer { withExtendedLifetime(lock) {} }
        return try audit(settings.root + "/site", try Keystore.load(office: settings.office, ask: settings.ask))
    }

    /// The same for any folder.
    func audit(_ folder: String, _ keystore: Keystore) throws(Failure) -> AuditReport {
        let (audit, findings) = try standard(keystore)
        guard let audit else { return AuditReport(findings: findings) }
        return try audit.report(on: folder)
    }

    /// What sites are held to; nil, with the reasons, where there are errors in the content. All of it is read and rendered anew: what
    /// a build remembers of the content may be what is wrong with a site.
    func standard(_ keystore: Keystore) throws(Failure) -> (audit: Audit?, findings: [Finding]) {
        let listing = try list()
        let checked = try checked(listing, nil)
        let findings = try checked.findings().filter { $0.kind.severity == .error }
        guard findings.isEmpty, let site = try checked.site(keystore: keystore), let content = checked.content else {
            return (nil, findings)
        }
        let audit = try Audit(
            site, content: content, listing: listing, theme: checked.themeText, keystore: keystore, settings: settings)
        return (audit, [])
    }
}

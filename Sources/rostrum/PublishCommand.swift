import Access
import ArgumentParser
import Diagnostics
import Files
import Generator
import Model
import Publishing

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Bring the finished site/ to where it is served, and see whether it is there.",
        discussion: """
            The site is audited first, and published only if it is as it must be. Only what changed is sent, in an order in which a half of it opens; what is old is removed last. Run it again after an \
            interruption. Files that no publication from this office has put there are left alone.

            With `gate: server` in forum.yaml nothing is sealed: before anything is sent, the server is asked whether it keeps strangers \
            out, at the forum's address or at that of --url.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Publish into a folder of this machine.", valueName: "folder"), transform: NamedPath.parse)
    var to: String?

    @Option(help: ArgumentHelp("Publish with rsync, as in user@host:/srv/www/forum.", valueName: "target"))
    var rsync: String?

    @Option(help: ArgumentHelp("Pack the whole site into a zip archive.", valueName: "file"), transform: NamedPath.parse)
    var zip: String?

    @Option(help: ArgumentHelp("Fetch every file from there and compare it with what was built.", valueName: "address"))
    var verify: String?

    @Option(help: ArgumentHelp("Where the target is served, if not at base-url; for `gate: server`.", valueName: "address"))
    var url: String?

    @Flag(help: "Print a block of links for another page, in HTML: for each language the forum and what is open.")
    var links = false

    @Option(help: ArgumentHelp("A theme in themes/ whose files go before those of wipo.", valueName: "name"))
    var theme: String?

    @Flag(help: "Say what would be sent and removed, and change nothing.")
    var dryRun = false

    @Flag(help: "Replace files at the target that no publication from this office has put there.")
    var takeOver = false

    func validate() throws {
        let places = [to, rsync, zip].compactMap { $0 }
        guard places.count <= 1 else { throw ValidationError("Give one of --to, --rsync and --zip.") }
        guard !links || places.isEmpty && verify == nil else { throw ValidationError("--links stands alone.") }
        guard links || !places.isEmpty || verify != nil else {
            throw ValidationError("Give --to, --rsync or --zip, or --verify or --links alone.")
        }
        guard !places.isEmpty || !(dryRun || takeOver) else {
            throw ValidationError("Nothing is published without --to, --rsync or --zip.")
        }
        guard !(dryRun && verify != nil) else { throw ValidationError("Verify after the publication, not with --dry-run.") }
    }

    func run() throws {
        if links { return try printLinks() }
        let address = try verify.map { (address) throws(Failure) in try SiteAddress(address, option: "--verify") }
        let (site, former) = try publish()
        guard let address else { return }
        let verification = try Verification(address, account: try membersAccount())
        try report(try verification.run(site.files, former: former, progress: progress))
    }

    /// With which a server lets the office itself in; nil where the site is sealed, and everybody is let in.
    private func membersAccount() throws -> LoginList.Account? {
        guard try ForumFile.gate(common) == .server else { return nil }
        let (logins, findings) = try Build(try common.settings(theme: theme)).logins()
        if logins == nil { try common.report(findings) }
        return logins?.trees.first?.list.probe
    }

    /// What was built, and what was published before and is no more; the lock of the forum ends with this.
    private func publish() throws -> (FinishedSite, former: [String: Set<String>]) {
        guard try FileSystem.look(common.root + "/site/index.html") != nil else {
            throw Failure("there is no finished site in \(common.root)/site", remedy: "Run `rostrum build` first.")
        }
        let lock = try Build.lock(common.root)
        defer { withExtendedLifetime(lock) {} }
        if to != nil || rsync != nil || zip != nil { try audit(holding: lock) }
        let forum = try ForumFile.load(common).forum
        let gate: FinishedSite.Gate = forum?.gate == .server ? .server : .sealed
        let site = try FinishedSite(root: common.root, office: try common.office(), gate: gate, progress: progress)
        if gate == .server, to != nil || rsync != nil { try requireClosed(url ?? forum?.baseURL ?? "", site) }
        if let to { try publish(site, .folder(to)) }
        if let rsync { try publish(site, .rsync(rsync)) }
        if let zip {
            try pack(site, zip)
            if gate == .server, !dryRun, !common.quiet {
                Console.note(
                    "Nothing in this archive is sealed: unpack it only where `rostrum audit --url` has seen that the server keeps strangers out."
                )
            }
        }
        return (site, verify == nil ? [:] : try PublicationRecord.former(office: try common.office(), but: site))
    }

    /// Stops where the server would show the site to everybody.
    private func requireClosed(_ address: String, _ site: FinishedSite) throws {
        let served = try ServedSite(try SiteAddress(address, option: "--url"))
        let faults: [ServedSite.Fault]
        do throws(Failure) {
            faults = try served.keepsStrangersOut(site.files)
        } catch {
            throw Failure(
                "nothing was published: nothing in this site is sealed, and whether its server keeps strangers out could not be seen: "
                    + error.message,
                remedy: "Set up the server as README says, and name the address of the target with --url if it is not \(address).")
        }
        if !faults.isEmpty, common.format == .text { Console.note("Nothing was published: nothing in this site is sealed.") }
        try common.report(faults)
    }

    /// Stops where anything in the site is not as it must be.
    private func audit(holding lock: FolderLock) throws {
        let report = try Build(try common.settings(theme: theme)).audit(holding: lock)
        try common.report(report.findings, unchanged: " in the site, and nothing was published")
    }

    private func printLinks() throws {
        let (html, findings) = try Build(try common.settings(theme: theme)).links()
        guard let html else { return try common.report(findings) }
        try Console.result(html)
    }

    private func publish(_ site: FinishedSite, _ place: PublishingPlace) throws {
        let publication = try Publication(site, to: place, takeOver: takeOver)
        if let others = publication.others, others > 0, !common.quiet {
            Console.note(
                "The target has files or folders beside the site's own: \(others). They stay as they are; if an earlier publication has left "
                    + "them, remove them by hand.")
        }
        if !dryRun { try publication.run(progress: progress) }
        var totals = PublishTotals(kept: publication.kept, dryRun: dryRun)
        for step in publication.steps {
            totals.count(step)
            if dryRun || common.format == .json { try Console.result(line(step)) }
        }
        try say(totals)
    }

    private func pack(_ site: FinishedSite, _ path: String) throws {
        let archive = try SiteArchive(site, at: path, takeOver: takeOver)
        if !dryRun { try archive.write(progress: progress) }
        var totals = PublishTotals(kept: 0, dryRun: dryRun)
        for step in site.files.map(Publication.Step.send) + archive.removals.map(Publication.Step.remove) {
            totals.count(step)
            if dryRun || common.format == .json { try Console.result(line(step)) }
        }
        try say(totals)
        if !archive.removals.isEmpty, !dryRun, common.format == .text {
            Console.note("Remove by hand, where an older archive was unpacked:\n" + archive.removals.joined(separator: "\n"))
        }
    }

    private func line(_ step: Publication.Step) -> String {
        switch (step, common.format) {
        case (.send(let file), .json): "{\"send\":\(FindingWriter.quote(file.path)),\"bytes\":\(file.size)}"
        case (.remove(let path), .json): "{\"remove\":\(FindingWriter.quote(path))}"
        case (.send(let file), .text): "send \(file.path)"
        case (.remove(let path), .text): "remove \(path)"
        }
    }

    private func say(_ totals: PublishTotals) throws {
        switch common.format {
        case .json: try Console.result(totals.json)
        case .text where !common.quiet: try Console.result(totals.text)
        case .text: break
        }
    }

    private func report(_ differences: [Verification.Difference]) throws {
        for difference in differences {
            switch common.format {
            case .json:
                try Console.result(
                    "{\"path\":\(FindingWriter.quote(difference.path)),\"is\":\(FindingWriter.quote(difference.kind.rawValue))}")
            case .text: try Console.result("\(difference.kind.rawValue) \(difference.path)")
            }
        }
        switch common.format {
        case .json: try Console.result("{\"differences\":\(differences.count)}")
        case .text where differences.isEmpty && !common.quiet: try Console.result("What is served is what was built.")
        case .text: break
        }
        guard !differences.isEmpty else { return }
        let count = Count.files(differences.count) + (differences.count == 1 ? " is" : " are")
        let said = "\(count) served otherwise than built. Publish again, or wait until caches have let go of it."
        throw ContentHasErrors(summary: common.format == .json ? nil : said)
    }

    private var progress: PublishingProgress { common.quiet ? .silent : .terminal }
}

/// What a publication came to.
private struct PublishTotals {
    private var sent = 0
    private var bytes = 0
    private var removed = 0
    private let kept: Int
    private let dryRun: Bool

    init(kept: Int, dryRun: Bool) {
        self.kept = kept
        self.dryRun = dryRun
    }

    mutating func count(_ step: Publication.Step) {
        switch step {
        case .send(let file):
            sent += 1
            bytes += file.size
        case .remove: removed += 1
        }
    }

    var json: String { "{\"sent\":\(sent),\"bytes\":\(bytes),\"removed\":\(removed),\"kept\":\(kept),\"dryRun\":\(dryRun)}" }

    var text: String {
        let would = dryRun ? "Would be sent: " : "Sent: "
        return "\(would)\(Count.files(sent)), \(bytes) bytes; removed: \(removed); \(kept) were there already."
    }
}

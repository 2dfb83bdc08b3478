import ArgumentParser
import Diagnostics
import Files
import Generator
import Publishing

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Bring the finished site/ to where it is served, and see whether it is there.",
        discussion: """
            The site is audited first, and published only if it is as it must be. Only what changed is sent, in an order in which a half of it opens; what is old is removed last. Run it again after an \
            interruption. Files that no publication from this office has put there are left alone.
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
        let verification = try verify.map { (address) throws(Failure) in try Verification(address) }
        let (site, former) = try publish()
        if let verification { try report(try verification.run(site.files, former: former, progress: progress)) }
    }

    /// What was built, and what was published before and is no more; the lock of the forum ends with this.
    private func publish() throws -> (FinishedSite, former: [String: Set<String>]) {
        guard try FileSystem.look(common.root + "/site/index.html") != nil else {
            throw Failure("there is no finished site in \(common.root)/site", remedy: "Run `rostrum build` first.")
        }
        let lock = try Build.lock(common.root)
        defer { withExtendedLifetime(lock) {} }
        if to != nil || rsync != nil || zip != nil { try audit(holding: lock) }
        let site = try FinishedSite(root: common.root, office: try common.office(), progress: progress)
        if let to { try publish(site, .folder(to)) }
        if let rsync { try publish(site, .rsync(rsync)) }
        if let zip { try pack(site, zip) }
        return (site, verify == nil ? [:] : try PublicationRecord.former(office: try common.office(), but: site))
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

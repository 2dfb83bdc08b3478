import ArgumentParser
import Diagnostics
import Generator
import Glibc
import Submissions

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Make site/ from content/, every page sealed.",
        discussion: "The new site takes the place of the old one in one step, and only when there is no error.")

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("A theme in themes/ whose files go before those of wipo.", valueName: "name"))
    var theme: String?

    @Flag(help: "Take the new site apart, as `rostrum audit` does, before it takes the place of the old one.")
    var audit = false

    func run() throws {
        let release = try common.release()
        let report = try Build(try common.settings(theme: theme)).run(auditing: audit)
        try common.report(report.findings, unchanged: "; the site is as it was")
        let told = report.totals == nil ? "the new site, which was thrown away; what stood in site/ was kept" : "the site as it stands"
        try common.report(report.audit, unchanged: " in \(told). The next build makes every file anew")
        guard let totals = report.totals, let listing = report.listing else { return }
        try release.published(
            listing, root: common.root, office: try common.office(), at: common.moment,
            replies: { () throws(Failure) in try common.replies(try common.forum()) }, tell: { Console.note($0) })
        switch common.format {
        case .json:
            try Console.result(
                "{\"pages\":\(totals.pages),\"written\":\(totals.written),\"kept\":\(totals.kept),\"rendered\":\(totals.rendered),"
                    + "\"plainBytes\":\(totals.plainBytes),\"indexing\":\(totals.indexing)}")
        case .text where !common.quiet:
            let changed =
                totals.written == 0 ? "nothing has changed" : "\(Count.files(totals.written)) new or changed, \(totals.kept) unchanged"
            try Console.result("\(common.root)/site: \(totals.pages) pages; \(changed).")
        case .text: break
        }
        if common.format == .text, !common.quiet { for reminder in release.held + report.reminders { Console.note(reminder) } }
        withExtendedLifetime(report) { Glibc.exit(0) }
    }
}

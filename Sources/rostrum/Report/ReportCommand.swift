import ArgumentParser
import Diagnostics
import Files
import Generator
import Model
import Reports
import Statistics
import Submissions
import Theme

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Show what use is made of the forum, in numbers.",
        discussion: """
            Contributions and participants by member, region, room, language, category, kind and month; members not heard from; questions \
            nobody has answered; how long decisions take; what each language costs against its use. Without --from and --to, the twelve \
            months up to today. What each number means stands below the tables. The report names members and moderators, so it is for the \
            office; a page without names is made by `statistics-page: true` in content/forum.yaml.

            --web-log counts page openings from an access log of the host in the common or combined form; several may be given, and - is \
            standard input, as in `zcat access.log.*.gz | rostrum report --web-log -`. No address is kept or shown.

            With --discussion, a note half way through that discussion instead, to be looked over and added with `rostrum discussion note`.
            """)

    @OptionGroup var options: ReportOptions

    @Option(help: ArgumentHelp("The first day, as in 2026-01-01.", valueName: "day"), transform: Day.parse)
    var from: Day?

    @Option(help: ArgumentHelp("The last day, counted whole.", valueName: "day"), transform: Day.parse)
    var to: Day?

    @Option(
        help: ArgumentHelp("The language of the report; the forum's default where it is not said.", valueName: "language"),
        transform: Language.parse)
    var language: Language?

    @Option(help: ArgumentHelp("Write the report to this new file.", valueName: "file"), transform: NamedPath.parse)
    var output: String?

    @Option(
        help: ArgumentHelp("An access log of the host; may be given several times.", valueName: "file"), transform: NamedPath.parse)
    var webLog: [String] = []

    @Option(help: ArgumentHelp("Write a note half way through this discussion instead, as in 2026-014.", valueName: "discussion"))
    var discussion: String?

    func validate() throws {
        guard discussion != nil else { return }
        guard from == nil, to == nil, webLog.isEmpty else {
            throw ValidationError("--from, --to and --web-log are for the report; a note on a discussion is of today.")
        }
        guard options.format == .text else { throw ValidationError("A note on a discussion is text: leave --format out.") }
    }

    func run() throws {
        let common = options.common
        if let output { try ReportOutput.require(output, common) }
        if let discussion { return try ReportOutput.write(note(discussion, common), to: output, common) }
        let forum = try ReportForum(common, language: language)
        let today = forum.calendar.day(of: common.moment)
        let period = try period(today)
        let usage = Usage(
            forum.content, period: period, calendar: forum.calendar, now: common.moment, members: forum.members, regions: forum.regions,
            office: try OfficeFacts.read(office: common.office()))
        let openings = try openings(forum, period, common)
        let report = Report(usage, forum.names, scope: .office(openings: openings), today: today)
        try ReportOutput.write(bytes(report, forum.theme), to: output, common)
    }

    private func note(_ id: String, _ common: CommonOptions) throws -> [UInt8] {
        var forum = try ReportForum(common, language: language)
        if language == nil, let room = forum.firstLanguage(of: id) { forum = try ReportForum(common, language: room) }
        let waiting = try forum.inbox.records().filter { record in
            guard record.state.isWaiting, let submission = try forum.inbox.submission(record) else { return false }
            return submission.discussion == id && submission.kind == .contribution
        }
        guard
            let half = HalfWay(
                id, in: forum.content, calendar: forum.calendar, now: common.moment, members: forum.members, regions: forum.regions,
                waiting: waiting.count)
        else {
            let hint = Suggestion.hint(for: id, among: forum.content.discussions.map(\.id))
            throw Failure("there is no discussion \(id)", remedy: hint ?? "`rostrum discussion plan` lists those that open soon.")
        }
        return HalfWayNote(half, forum.names).markdown
    }

    /// From `--from` to `--to`; of what is not said, the twelve months.
    private func period(_ today: Day) throws -> Period {
        let year = Period.year(until: to ?? max(today, from ?? today))
        guard let period = Period(from: from ?? year.from, to: to ?? year.to) else {
            throw Failure(
                "the period ends before it begins, or is longer than \(Period.mostYears) years",
                remedy: "Name other days with --from and --to.")
        }
        return period
    }

    private func openings(_ forum: ReportForum, _ period: Period, _ common: CommonOptions) throws -> PageOpenings? {
        guard !webLog.isEmpty else { return nil }
        let (site, findings) = try Build(try common.settings(theme: nil)).sitePages()
        try common.report(findings.filter { $0.kind.severity == .error })
        guard let site else { throw ContentHasErrors(summary: nil) }
        return try WebLogs.count(
            webLog, with: OpeningCounter(pages: site.pages, base: site.base, period: period, calendar: forum.calendar))
    }

    private func bytes(_ report: Report, _ theme: Theme) -> [UInt8] {
        switch options.format {
        case .text: Array((ReportText(report).lines.joined(separator: "\n") + "\n").utf8)
        case .json: report.json
        case .csv: report.csv
        case .html: theme.renderer(for: report.language).render(report.view(style: theme.reportStyle))
        }
    }
}

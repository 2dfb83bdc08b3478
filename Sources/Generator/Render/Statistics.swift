import Model
import Reports
import Theme

extension Writing {
    /// The page of statistics.
    func statistics() -> Sheet {
        let title = strings.text(of: ReportString.title)
        guard let usage = site.catalog.statistics?.usage else { return Sheet(title: title, main: [], crumbs: []) }
        let names = ReportNames(
            site.forum, discussions: site.catalog.topics.map(\.discussion), entries: site.catalog.items.map(\.entry), theme: site.theme,
            language: language)
        let report = Report(usage, names, scope: .page, today: site.catalog.calendar.day(of: site.catalog.now))
        return Sheet(title: title, main: render(report.statistics()), crumbs: [])
    }

    /// The link to it, where there is one.
    func statisticsLink(from subject: Subject) -> [TitledLink] {
        guard site.catalog.statistics != nil else { return [] }
        return [TitledLink(url: url(.statistics), title: strings.text(of: ReportString.title), current: subject == .statistics)]
    }
}

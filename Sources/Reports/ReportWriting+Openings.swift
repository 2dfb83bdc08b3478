import Model
import Statistics
import Theme

/// How often pages were opened.
extension ReportWriting {
    func openings(_ openings: PageOpenings) -> [ReportTable] {
        let count = numbers("openings", .openings)
        let kinds: [(SitePage.Kind, ReportString)] = [
            (.home, .rowHome), (.discussion, .rowDiscussions), (.entry, .rowEntries), (.other, .rowOther),
        ]
        let total = [names.number(openings.total)]
        return [
            table(
                "openings", .openingsTable, [texts("page", .page), count],
                kinds.map { kind, title in [names.text(kind.rawValue, title), names.number(openings.count(kind))] }, total: total),
            table(
                "openedMonths", .openedMonthsTable, [texts("month", .month), count],
                usage.period.months.map { [names.month($0), names.number(openings.months[$0] ?? 0)] }, total: total,
                chart: .months(column: "openings")),
            table(
                "openedLanguages", .openedLanguagesTable, [texts("language", .language), count],
                names.forum.languages.map { [names.language($0), names.number(openings.count($0))] }, total: total,
                chart: .bars(column: "openings")),
            table(
                "openedDiscussions", .openedDiscussionsTable, [shorts("discussion", .discussion), texts("title", .discussionTitle), count],
                openings.things(.discussion).map { [identifier($0.id), names.discussionTitle($0.id), names.number($0.openings)] },
                total: [.nothing, names.number(openings.count(.discussion))]),
            table(
                "openedEntries", .openedEntriesTable, [shorts("entry", .entry), texts("title", .discussionTitle), count],
                openings.things(.entry).map { [identifier($0.id), names.entryTitle($0.id), names.number($0.openings)] },
                total: [.nothing, names.number(openings.count(.entry))]),
        ]
    }
}

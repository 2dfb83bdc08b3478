import Model
import Statistics
import Theme

/// What each language is used for, and what it costs.
extension ReportWriting {
    var languages: ReportTable {
        table(
            "languages", .languagesTable,
            [texts("language", .language)] + tallyColumns
                + [numbers("sharePermille", .share), numbers("entries", .entries), numbers("translations", .translations)],
            usage.languages.map { use in
                [names.language(use.language)] + cells(use.tally)
                    + [
                        names.share(use.tally.contributions, of: usage.total.contributions), names.number(use.entries),
                        names.number(use.translations),
                    ]
            },
            total: cells(usage.total)
                + [
                    names.share(usage.total.contributions, of: usage.total.contributions), names.number(sum(\.entries)),
                    names.number(sum(\.translations)),
                ], chart: .bars(column: "contributions"))
    }

    /// Nil where forum.yaml gives no costs.
    var costs: ReportTable? {
        guard usage.currency != nil else { return nil }
        let all = usage.languages.compactMap(\.cost).reduce(.nothing, +)
        let shown = usage.languages.filter { $0.cost != nil || $0.tally.contributions > 0 }
        return table(
            "costs", .costsTable,
            [
                texts("language", .language), amounts("perYear", .perYear), amounts("cost", .cost),
                numbers("costSharePermille", .costShare), numbers("contributions", .contributions), numbers("sharePermille", .share),
                amounts("each", .each),
            ],
            shown.map { use in
                [
                    names.language(use.language), names.number(use.perYear), names.number(use.cost?.whole),
                    names.share(use.cost?.permille(of: all)), names.number(use.tally.contributions),
                    names.share(use.tally.contributions, of: usage.total.contributions),
                    names.number(use.cost?.each(of: use.tally.contributions)),
                ]
            },
            total: [
                names.number(usage.languages.compactMap(\.perYear).reduce(0, +)), names.number(all.whole),
                names.share(all.permille(of: all)),
                names.number(usage.total.contributions), names.share(usage.total.contributions, of: usage.total.contributions),
                names.number(all.each(of: usage.total.contributions)),
            ], chart: .bars(column: "each"))
    }

    private func sum(_ number: (LanguageUse) -> Int) -> Int { usage.languages.reduce(0) { $0 + number($1) } }
}

/// A report on the use of the forum, to be printed; no page of the site.
package struct ReportView: View {
    package static let template = "report"
    package static let schema = Schema(
        [
            ("lang", .text), ("dir", .text), ("style", .html), ("title", .text), ("forum", .text), ("period", .text), ("counted", .text),
        ] + ReportSection.page)

    package let language: String
    package let direction: String
    /// A whole element `<style>`: the report is one file, see `Theme.reportStyle`.
    package let style: [UInt8]
    package let title: String
    /// The forum's title.
    package let forum: String
    /// From when to when.
    package let period: String
    /// When it was counted.
    package let counted: String
    package let sections: [ReportSection]
    /// Above the notes.
    package let notesTitle: String
    package let notes: [ReportNote]

    package init(
        language: String, direction: String, style: [UInt8], title: String, forum: String, period: String, counted: String,
        sections: [ReportSection], notesTitle: String, notes: [ReportNote]
    ) {
        self.language = language
        self.direction = direction
        self.style = style
        self.title = title
        self.forum = forum
        self.period = period
        self.counted = counted
        self.sections = sections
        self.notesTitle = notesTitle
        self.notes = notes
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("style", .html(style)), Field("title", .text(title)),
            Field("forum", .text(forum)), Field("period", .text(period)), Field("counted", .text(counted)),
        ] + ReportSection.fields(sections, notesTitle, notes)
    }
}

/// The same, without names of anybody, as a page of the site.
package struct StatisticsView: View {
    package static let template = "statistics"
    package static let schema = Schema([("title", .text), ("intro", .text), ("period", .text)] + ReportSection.page)

    package let title: String
    package let intro: String
    /// From when to when.
    package let period: String
    package let sections: [ReportSection]
    /// Above the notes.
    package let notesTitle: String
    package let notes: [ReportNote]

    package init(title: String, intro: String, period: String, sections: [ReportSection], notesTitle: String, notes: [ReportNote]) {
        self.title = title
        self.intro = intro
        self.period = period
        self.sections = sections
        self.notesTitle = notesTitle
        self.notes = notes
    }

    package var fields: [Field] {
        [Field("title", .text(title)), Field("intro", .text(intro)), Field("period", .text(period))]
            + ReportSection.fields(sections, notesTitle, notes)
    }
}

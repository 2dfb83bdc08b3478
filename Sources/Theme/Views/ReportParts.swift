/// A table of a report, with its picture.
package struct ReportSection: Sendable {
    /// The same in every language.
    package let id: String
    package let title: String
    /// Nil where there is nothing to compare.
    package let chart: ReportChart?
    package let columns: [ReportColumn]
    /// The first cell of each says what it is about.
    package let rows: [[ReportCell]]
    package let total: [ReportCell]?
    /// Said where there are no rows.
    package let nothing: String

    package init(
        id: String, title: String, chart: ReportChart?, columns: [ReportColumn], rows: [[ReportCell]],
        total: [ReportCell]?, nothing: String
    ) {
        self.id = id
        self.title = title
        self.chart = chart
        self.columns = columns
        self.rows = rows
        self.total = total
        self.nothing = nothing
    }

    private static let row = Schema([("head", .group(ReportCell.schema)), ("cells", .list(ReportCell.schema))])
    private static let schema = Schema([
        ("id", .text), ("title", .text), ("chart", .group(ReportChart.schema)),
        ("columns", .list(ReportColumn.schema)), ("rows", .list(row)), ("total", .group(row)),
        ("nothing", .text),
    ])

    /// What a page of sections and notes is made of.
    static let page: [(StaticString, Schema.Kind)] = [
        ("sections", .list(schema)), ("notesTitle", .text), ("notes", .list(ReportNote.schema)),
    ]

    static func fields(_ sections: [ReportSection], _ notesTitle: String, _ notes: [ReportNote]) -> [Field] {
        [
            Field("sections", .list(sections.map(\.fields))), Field("notesTitle", .text(notesTitle)),
            Field("notes", .list(notes.map(\.fields))),
        ]
    }

    private var fields: [Field] {
        [
            Field("id", .text(id)), Field("title", .text(title)), Field("chart", .group(chart?.fields)),
            Field("columns", .list(columns.map(\.fields))),
            Field("rows", .list(rows.map(Self.fields))), Field("total", .group(total.map(Self.fields))), Field("nothing", .text(nothing)),
        ]
    }

    private static func fields(_ row: [ReportCell]) -> [Field] {
        [Field("head", .group(row.first?.fields)), Field("cells", .list(row.dropFirst().map(\.fields)))]
    }
}

/// A picture of a table.
package struct ReportChart: Sendable {
    /// A whole element `<svg>`.
    package let picture: [UInt8]
    /// What it leaves out; nil where it shows everything.
    package let remark: String?

    package init(picture: [UInt8], remark: String?) {
        self.picture = picture
        self.remark = remark
    }

    static let schema = Schema([("picture", .html), ("remark", .group(.optional))])

    var fields: [Field] { [Field("picture", .html(picture)), Field("remark", .optional(remark))] }
}

/// What stands above a column.
package struct ReportColumn: Sendable {
    package let title: String
    /// Whether its values stand below each other as numbers do.
    package let isNumeric: Bool

    package init(title: String, isNumeric: Bool) {
        self.title = title
        self.isNumeric = isNumeric
    }

    static let schema = Schema([("title", .text), ("numeric", .flag)])

    var fields: [Field] { [Field("title", .text(title)), Field("numeric", .flag(isNumeric))] }
}

/// A cell of a table.
package struct ReportCell: Sendable {
    package let text: String
    /// Whether it stands below others as numbers do.
    package let isNumeric: Bool
    /// Whether no line ends in it.
    package let isShort: Bool
    /// A title in another language, whose name would only be in the way of the numbers.
    package let foreign: Foreign?

    package init(text: String, isNumeric: Bool, isShort: Bool, foreign: Foreign?) {
        self.text = text
        self.isNumeric = isNumeric
        self.isShort = isShort
        self.foreign = foreign
    }

    private static let foreign = Schema([("lang", .text), ("dir", .text)])
    static let schema = Schema([("text", .text), ("numeric", .flag), ("short", .flag), ("foreign", .group(foreign))])

    var fields: [Field] {
        [
            Field("text", .text(text)), Field("numeric", .flag(isNumeric)), Field("short", .flag(isShort)),
            Field("foreign", .group(foreign.map { [Field("lang", .text($0.code)), Field("dir", .text($0.direction))] })),
        ]
    }
}

/// What a word of a report means.
package struct ReportNote: Sendable {
    package let term: String
    package let text: String

    package init(term: String, text: String) {
        self.term = term
        self.text = text
    }

    static let schema = Schema([("term", .text), ("text", .text)])

    var fields: [Field] { [Field("term", .text(term)), Field("text", .text(text))] }
}

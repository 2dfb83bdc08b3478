/// When discussions open and close.
package struct CalendarView: View {
    package static let template = "calendar"
    package static let schema = Schema([
        ("title", .text), ("intro", .text), ("file", .text), ("name", .text), ("sealed", .flag),
        ("groups", .list(Schema([("heading", .text), ("dates", .list(Dates.schema))]))), ("archiveUrl", .text),
    ])

    package let title: String
    package let intro: String
    /// The address of the same for programs, and what it is called when it is saved.
    package let file: String
    package let name: String
    /// Whether the gate's script opens the file.
    package let sealed: Bool
    /// None is empty.
    package let groups: [(heading: String, dates: [Dates])]
    package let archiveURL: String

    package init(
        title: String, intro: String, file: String, name: String, sealed: Bool, groups: [(heading: String, dates: [Dates])],
        archiveURL: String
    ) {
        self.title = title
        self.intro = intro
        self.file = file
        self.name = name
        self.sealed = sealed
        self.groups = groups
        self.archiveURL = archiveURL
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("intro", .text(intro)), Field("file", .text(file)), Field("name", .text(name)),
            Field("sealed", .flag(sealed)),
            Field("groups", .list(groups.map { [Field("heading", .text($0.heading)), Field("dates", .list($0.dates.map(\.fields)))] })),
            Field("archiveUrl", .text(archiveURL)),
        ]
    }

    /// The dates of one discussion.
    package struct Dates: Sendable {
        package let link: TitledLink
        /// `2026-014`
        package let number: String
        package let status: StatusMark
        package let opens: ShownDate
        /// Nil while that is open, and for what has not opened.
        package let closes: ShownDate?
        package let room: TitledLink?

        package init(link: TitledLink, number: String, status: StatusMark, opens: ShownDate, closes: ShownDate?, room: TitledLink?) {
            self.link = link
            self.number = number
            self.status = status
            self.opens = opens
            self.closes = closes
            self.room = room
        }

        static let schema = Schema([
            ("link", .group(TitledLink.schema)), ("number", .text), ("status", .group(StatusMark.schema)),
            ("opens", .group(ShownDate.schema)), ("closes", .group(ShownDate.schema)), ("room", .group(TitledLink.schema)),
        ])

        var fields: [Field] {
            [
                Field("link", .group(link.fields)), Field("number", .text(number)), Field("status", .group(status.fields)),
                Field("opens", .group(opens.fields)), Field("closes", .group(closes?.fields)), Field("room", .group(room?.fields)),
            ]
        }
    }
}

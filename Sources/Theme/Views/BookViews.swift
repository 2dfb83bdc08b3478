/// One document of a book, in the XML form of HTML.
package struct BookPageView: View {
    package static let template = "book-page"
    package static let schema = Schema([("lang", .text), ("dir", .text), ("title", .text), ("style", .text), ("main", .html)])

    package let language: String
    package let direction: String
    package let title: String
    /// The address of the book's style sheet.
    package let style: String
    package let main: [UInt8]

    package init(language: String, direction: String, title: String, style: String, main: [UInt8]) {
        self.language = language
        self.direction = direction
        self.title = title
        self.style = style
        self.main = main
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("title", .text(title)), Field("style", .text(style)),
            Field("main", .html(main)),
        ]
    }
}

/// The title page of a book.
package struct BookFrontView: View {
    package static let template = "book-front"
    package static let schema = Schema([
        ("above", .group(Schema.optional)), ("title", .text), ("counts", .list(Schema.optional)), ("made", .text), ("inClear", .text),
        ("address", .text),
    ])

    /// That these are proceedings of the forum; nil where it is all of it.
    package let above: String?
    package let title: String
    /// "12 discussions"
    package let counts: [String]
    /// The day on which the book was made.
    package let made: String
    /// That whoever has the file can read it.
    package let inClear: String
    /// Where the forum is on the web.
    package let address: String

    package init(above: String?, title: String, counts: [String], made: String, inClear: String, address: String) {
        self.above = above
        self.title = title
        self.counts = counts
        self.made = made
        self.inClear = inClear
        self.address = address
    }

    package var fields: [Field] {
        [
            Field("above", .optional(above)), Field("title", .text(title)),
            Field("counts", .list(counts.map { [Field("text", .text($0))] })),
            Field("made", .text(made)), Field("inClear", .text(inClear)), Field("address", .text(address)),
        ]
    }
}

/// The contents of a book, which reading programs show beside it as well.
package struct BookContentsView: View {
    package static let template = "book-contents"
    package static let schema = Schema([
        ("front", .group(Schema([("url", .text), ("title", .text)]))),
        ("groups", .list(Schema([("heading", .text), ("url", .text), ("entries", .list(Entry.schema))]))),
    ])

    /// The title page.
    package let front: (url: String, title: String)
    package let groups: [Group]

    /// Chapters, or the parts of the one that there is.
    package struct Group: Sendable {
        package let heading: String
        /// Where it begins.
        package let url: String
        package let entries: [Entry]

        package init(heading: String, url: String, entries: [Entry]) {
            self.heading = heading
            self.url = url
            self.entries = entries
        }
    }

    /// A chapter, or a contribution.
    package struct Entry: Sendable {
        package let url: String
        /// `2026-014` or `0003`; nil for what has none.
        package let number: String?
        /// The title, or who speaks.
        package let title: String
        /// For which State.
        package let member: String?
        /// The language of the title where it is not the book's.
        package let foreign: Foreign?

        package init(url: String, number: String?, title: String, member: String? = nil, foreign: Foreign? = nil) {
            self.url = url
            self.number = number
            self.title = title
            self.member = member
            self.foreign = foreign
        }

        static let schema = Schema([
            ("url", .text), ("number", .group(Schema.optional)), ("title", .text), ("member", .group(Schema.optional)),
            ("foreign", .group(Foreign.schema)),
        ])

        var fields: [Field] {
            [
                Field("url", .text(url)), Field("number", .optional(number)), Field("title", .text(title)),
                Field("member", .optional(member)), Field("foreign", .group(foreign?.fields)),
            ]
        }
    }

    package init(front: (url: String, title: String), groups: [Group]) {
        self.front = front
        self.groups = groups
    }

    package var fields: [Field] {
        [
            Field("front", .group([Field("url", .text(front.url)), Field("title", .text(front.title))])),
            Field(
                "groups",
                .list(
                    groups.map { group in
                        [
                            Field("heading", .text(group.heading)), Field("url", .text(group.url)),
                            Field("entries", .list(group.entries.map(\.fields))),
                        ]
                    })),
        ]
    }
}

/// The home of one language.
package struct HomeView: View {
    package static let template = "home"
    package static let schema = Schema([
        ("title", .text), ("description", .group(Schema.optional)), ("open", .list(Card.schema)), ("announced", .list(Card.schema)),
        ("newest", .list(Card.schema)), ("library", .list(Card.schema)), ("rooms", .list(RoomCard.schema)),
        ("categories", .list(CountedLink.schema)),
        ("libraryUrl", .text), ("archiveUrl", .text), ("calendarUrl", .text), ("formUrl", .text),
    ])

    package let title: String
    package let description: String?
    /// Finished `DiscussionCard`s, with their questions.
    package let open: [Card]
    package let announced: [Card]
    /// Finished `ContributionCard`s.
    package let newest: [Card]
    /// Finished `EntryCard`s.
    package let library: [Card]
    package let rooms: [RoomCard]
    package let categories: [CountedLink]
    package let libraryURL: String
    package let archiveURL: String
    package let calendarURL: String
    package let formURL: String

    package init(
        title: String, description: String?, open: [Card], announced: [Card], newest: [Card], library: [Card], rooms: [RoomCard],
        categories: [CountedLink], libraryURL: String, archiveURL: String, calendarURL: String,
        formURL: String
    ) {
        self.title = title
        self.description = description
        self.open = open
        self.announced = announced
        self.newest = newest
        self.library = library
        self.rooms = rooms
        self.categories = categories
        self.libraryURL = libraryURL
        self.archiveURL = archiveURL
        self.calendarURL = calendarURL
        self.formURL = formURL
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("description", .optional(description)), Field("open", .list(open.map(\.fields))),
            Field("announced", .list(announced.map(\.fields))), Field("newest", .list(newest.map(\.fields))),
            Field("library", .list(library.map(\.fields))), Field("rooms", .list(rooms.map(\.fields))),
            Field("categories", .list(categories.map(\.fields))), Field("libraryUrl", .text(libraryURL)),
            Field("archiveUrl", .text(archiveURL)), Field("calendarUrl", .text(calendarURL)), Field("formUrl", .text(formURL)),
        ]
    }
}

/// A card that is finished HTML.
package struct Card: Sendable {
    package let html: [UInt8]

    package init(_ html: [UInt8]) {
        self.html = html
    }

    static let schema = Schema([("html", .html)])

    var fields: [Field] { [Field("html", .html(html))] }
}

/// A link with a number behind it, as in "Training (12)".
package struct CountedLink: Sendable {
    package let link: TitledLink
    /// The number in words: "4 discussions, 2 library entries".
    package let count: String

    package init(link: TitledLink, count: String) {
        self.link = link
        self.count = count
    }

    static let schema = Schema([("link", .group(TitledLink.schema)), ("count", .text)])

    var fields: [Field] { [Field("link", .group(link.fields)), Field("count", .text(count))] }
}

/// A room with its facts.
package struct RoomCard: Sendable {
    package let link: TitledLink
    /// Names of its working languages, in the page's language.
    package let languages: String
    package let moderators: String
    /// "open at all times", or its periods.
    package let opening: [String]
    /// "4 discussions".
    package let count: String

    package init(link: TitledLink, languages: String, moderators: String, opening: [String], count: String) {
        self.link = link
        self.languages = languages
        self.moderators = moderators
        self.opening = opening
        self.count = count
    }

    static let schema = Schema([
        ("link", .group(TitledLink.schema)), ("languages", .text), ("moderators", .text), ("opening", .list(Schema.optional)),
        ("count", .text),
    ])

    var fields: [Field] {
        [
            Field("link", .group(link.fields)), Field("languages", .text(languages)), Field("moderators", .text(moderators)),
            Field("opening", .list(opening.map { [Field("text", .text($0))] })), Field("count", .text(count)),
        ]
    }
}

/// An index whose entries are links with counts: categories, members, months, kinds.
package struct DirectoryView: View {
    package static let template = "directory"
    package static let schema = Schema([
        ("title", .text), ("intro", .group(Schema.optional)), ("links", .list(CountedLink.schema)), ("more", .group(TitledLink.schema)),
        ("entries", .group(Schema([("heading", .text), ("cards", .list(Card.schema))]))), ("reading", .group(ReadingScript.schema)),
    ])

    package let title: String
    package let intro: String?
    package let links: [CountedLink]
    /// Finished `EntryCard`s below the links, with their heading; nil where there are none.
    package let entries: (heading: String, cards: [Card])?
    /// Another page on the same things.
    package let more: TitledLink?
    /// Nil where the page has no script.
    package let reading: ReadingScript?

    package init(
        title: String, intro: String?, links: [CountedLink], entries: (heading: String, cards: [Card])? = nil, more: TitledLink? = nil,
        reading: ReadingScript? = nil
    ) {
        self.entries = entries
        self.reading = reading
        self.title = title
        self.intro = intro
        self.links = links
        self.more = more
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("intro", .optional(intro)), Field("links", .list(links.map(\.fields))),
            Field("more", .group(more?.fields)),
            Field(
                "entries", .group(entries.map { [Field("heading", .text($0.heading)), Field("cards", .list($0.cards.map(\.fields)))] })),
            Field("reading", .group(reading?.fields)),
        ]
    }
}

/// The index of the rooms.
package struct RoomsView: View {
    package static let template = "rooms"
    package static let schema = Schema([("title", .text), ("rooms", .list(RoomCard.schema))])

    package let title: String
    package let rooms: [RoomCard]

    package init(title: String, rooms: [RoomCard]) {
        self.title = title
        self.rooms = rooms
    }

    package var fields: [Field] { [Field("title", .text(title)), Field("rooms", .list(rooms.map(\.fields)))] }
}

/// An index of cards, perhaps in groups, perhaps one page of several: a room, a category, a member, a month, a kind.
package struct ListingView: View {
    package static let template = "listing"
    package static let schema = Schema([
        ("title", .text), ("foreign", .group(Foreign.schema)), ("room", .group(RoomCard.schema)),
        ("groups", .list(Schema([("heading", .group(Schema.optional)), ("cards", .list(Card.schema))]))), ("pager", .group(Pager.schema)),
        ("entries", .flag), ("reading", .group(ReadingScript.schema)),
    ])

    package let title: String
    /// The title's language where it is not the page's.
    package let foreign: Foreign?
    /// A room's facts, on its own page.
    package let room: RoomCard?
    package let groups: [(heading: String?, cards: [Card])]
    package let pager: Pager?
    /// Whether its cards are library entries alone.
    package let isLibrary: Bool
    /// Nil where the page has no script.
    package let reading: ReadingScript?

    package init(
        title: String, foreign: Foreign?, room: RoomCard?, groups: [(heading: String?, cards: [Card])], pager: Pager?,
        isLibrary: Bool = false, reading: ReadingScript? = nil
    ) {
        self.isLibrary = isLibrary
        self.reading = reading
        self.title = title
        self.foreign = foreign
        self.room = room
        self.groups = groups
        self.pager = pager
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("foreign", .group(foreign?.fields)), Field("room", .group(room?.fields)),
            Field(
                "groups", .list(groups.map { [Field("heading", .optional($0.heading)), Field("cards", .list($0.cards.map(\.fields)))] })),
            Field("pager", .group(pager?.fields)), Field("entries", .flag(isLibrary)), Field("reading", .group(reading?.fields)),
        ]
    }
}

/// Where one page of an index stands among the others.
package struct Pager: Sendable {
    /// "Page 2 of 7".
    package let label: String
    package let newer: String?
    package let older: String?

    package init(label: String, newer: String?, older: String?) {
        self.label = label
        self.newer = newer
        self.older = older
    }

    static let schema = Schema([("label", .text), ("newer", .group(Schema.optional)), ("older", .group(Schema.optional))])

    var fields: [Field] {
        [Field("label", .text(label)), Field("newer", .optional(newer)), Field("older", .optional(older))]
    }
}

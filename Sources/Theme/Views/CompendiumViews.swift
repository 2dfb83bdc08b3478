/// The whole library as one document that prints well.
package struct CompendiumView: View {
    package static let template = "compendium"
    package static let schema = Schema([
        ("title", .text), ("forum", .text), ("intro", .text), ("count", .text), ("latest", .group(ShownDate.schema)),
        ("groups", .list(Schema([("heading", .text), ("entries", .list(Chapter.schema))]))),
    ])

    package let title: String
    /// The forum's title.
    package let forum: String
    package let intro: String
    /// "12 library entries"
    package let count: String
    /// The day of the newest entry.
    package let latest: ShownDate?
    /// By kind; none is empty.
    package let groups: [(heading: String, entries: [Chapter])]

    package init(
        title: String, forum: String, intro: String, count: String, latest: ShownDate?,
        groups: [(heading: String, entries: [Chapter])]
    ) {
        self.title = title
        self.forum = forum
        self.intro = intro
        self.count = count
        self.latest = latest
        self.groups = groups
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("forum", .text(forum)), Field("intro", .text(intro)), Field("count", .text(count)),
            Field("latest", .group(latest?.fields)),
            Field(
                "groups", .list(groups.map { [Field("heading", .text($0.heading)), Field("entries", .list($0.entries.map(\.fields)))] })),
        ]
    }

    /// An entry, and the link that leads to it from the contents.
    package struct Chapter: Sendable {
        package let link: TitledLink
        /// A finished `CompendiumEntryView`.
        package let html: [UInt8]

        package init(link: TitledLink, html: [UInt8]) {
            self.link = link
            self.html = html
        }

        static let schema = Schema([("link", .group(TitledLink.schema)), ("html", .html)])

        var fields: [Field] { [Field("link", .group(link.fields)), Field("html", .html(html))] }
    }
}

/// A library entry in the compendium.
package struct CompendiumEntryView: View {
    package static let template = "compendium-entry"
    package static let schema = Schema(
        [("id", .text), ("foreign", .group(Foreign.schema))]
            + EntryView.schema.names.filter { !left.contains($0.name.description) }.map { ($0.name, $0.kind) })

    /// What an entry has on a page of its own alone.
    private static let left: Set<String> = ["withdrawn", "linked", "reading"]

    /// What the contents lead to.
    package let id: String
    /// The language of the title where it is not the page's.
    package let foreign: Foreign?
    package let entry: EntryView

    package init(id: String, foreign: Foreign?, entry: EntryView) {
        self.id = id
        self.foreign = foreign
        self.entry = entry
    }

    package var fields: [Field] {
        [Field("id", .text(id)), Field("foreign", .group(foreign?.fields))]
            + entry.fields.filter { !Self.left.contains($0.name.description) }
    }
}

/// A body with what must be said of its language.
package struct Body: Sendable {
    package let html: [UInt8]
    /// Its language where it is not the page's.
    package let foreign: Foreign?
    /// "Translated from French by …", "Machine translation from French"; nil for an original.
    package let translation: String?
    /// The page that shows the original, and its language; nil where there is none.
    package let original: (url: String, language: String)?
    /// "The original has changed since"; nil where the translation is up to date.
    package let outdated: String?
    package init(
        html: [UInt8], foreign: Foreign? = nil, translation: String? = nil, original: (url: String, language: String)? = nil,
        outdated: String? = nil
    ) {
        self.original = original
        self.html = html
        self.foreign = foreign
        self.translation = translation
        self.outdated = outdated
    }

    static let schema = Schema([
        ("html", .html), ("foreign", .group(Foreign.schema)), ("translation", .group(Schema.optional)),
        ("original", .group(Schema([("url", .text), ("lang", .text)]))), ("outdated", .group(Schema.optional)),
    ])

    var fields: [Field] {
        [
            Field("html", .html(html)), Field("foreign", .group(foreign?.fields)), Field("translation", .optional(translation)),
            Field("original", .group(original.map { [Field("url", .text($0.url)), Field("lang", .text($0.language))] })),
            Field("outdated", .optional(outdated)),
        ]
    }
}

/// One contribution on its discussion's page.
package struct ContributionView: View {
    package static let template = "contribution"
    package static let schema = Schema([
        ("id", .text), ("number", .text), ("byline", .group(Byline.schema)), ("note", .flag), ("date", .group(ShownDate.schema)),
        ("corrected", .group(ShownDate.schema)),
        ("question", .group(Schema([("url", .text), ("label", .text)]))), ("replyTo", .group(Schema([("url", .text), ("label", .text)]))),
        ("body", .group(Body.schema)), ("attachments", .list(AttachmentItem.schema)), ("reply", .group(Schema([("url", .text)]))),
        ("withdrawn", .group(Schema.optional)), ("replies", .list(Card.schema)), ("fold", .group(Schema.optional)), ("waiting", .flag),
        ("tools", .flag),
    ])

    /// The anchor: `c0003`.
    package let id: String
    /// `0003`
    package let number: String
    /// Nil for a withdrawn one.
    package let posted: Posted?
    /// The sentence for a withdrawn one.
    package let withdrawn: String?
    /// Finished `ContributionView`s of the replies.
    package let replies: [Card]
    /// "12 replies", where they are folded away; nil where they stand open.
    package let fold: String?
    /// Whether it waits for a reply.
    package let isWaiting: Bool
    /// Whether the page has the script that copies its address and quotes it.
    package let hasTools: Bool

    /// What a contribution that stands shows.
    package struct Posted: Sendable {
        package let byline: Byline
        /// Whether it is a moderator's note.
        package let note: Bool
        package let date: ShownDate
        package let corrected: ShownDate?
        /// The guiding question answered, and where it stands.
        package let question: (url: String, label: String)?
        /// The contribution answered, and where it stands.
        package let replyTo: (url: String, label: String)?
        package let body: Body
        package let attachments: [AttachmentItem]
        /// The form for a reply; nil where none is taken.
        package let reply: String?

        package init(
            byline: Byline, note: Bool, date: ShownDate, corrected: ShownDate?, question: (url: String, label: String)?,
            replyTo: (url: String, label: String)?, body: Body, attachments: [AttachmentItem], reply: String?
        ) {
            self.reply = reply
            self.byline = byline
            self.note = note
            self.date = date
            self.corrected = corrected
            self.question = question
            self.replyTo = replyTo
            self.body = body
            self.attachments = attachments
        }
    }

    package init(
        id: String, number: String, posted: Posted?, withdrawn: String?, replies: [Card], fold: String? = nil, isWaiting: Bool = false,
        hasTools: Bool = false
    ) {
        self.hasTools = hasTools
        self.fold = fold
        self.isWaiting = isWaiting
        self.id = id
        self.number = number
        self.posted = posted
        self.withdrawn = withdrawn
        self.replies = replies
    }

    package var fields: [Field] {
        let link = { (link: (url: String, label: String)) in [Field("url", .text(link.url)), Field("label", .text(link.label))] }
        return [
            Field("id", .text(id)), Field("number", .text(number)), Field("byline", .group(posted?.byline.fields)),
            Field("note", .flag(posted?.note ?? false)), Field("date", .group(posted?.date.fields)),
            Field("corrected", .group(posted?.corrected?.fields)), Field("question", .group(posted?.question.map(link))),
            Field("replyTo", .group(posted?.replyTo.map(link))), Field("body", .group(posted?.body.fields)),
            Field("attachments", .list((posted?.attachments ?? []).map(\.fields))),
            Field("reply", .group((posted?.reply).map { [Field("url", .text($0))] })), Field("withdrawn", .optional(withdrawn)),
            Field("replies", .list(replies.map(\.fields))), Field("fold", .optional(fold)), Field("waiting", .flag(isWaiting)),
            Field("tools", .flag(hasTools)),
        ]
    }
}

/// An attachment in a list.
package struct AttachmentItem: Sendable {
    /// The relative address of the file.
    package let url: String
    package let name: String
    /// "PDF, 34 KB".
    package let detail: String
    /// Whether the gate's script opens it; otherwise the browser saves it by itself.
    package let sealed: Bool

    package init(url: String, name: String, detail: String, sealed: Bool) {
        self.url = url
        self.name = name
        self.detail = detail
        self.sealed = sealed
    }

    static let schema = Schema([("url", .text), ("name", .text), ("detail", .text), ("sealed", .flag)])

    var fields: [Field] {
        [Field("url", .text(url)), Field("name", .text(name)), Field("detail", .text(detail)), Field("sealed", .flag(sealed))]
    }
}

/// A library entry's page.
package struct EntryView: View {
    package static let template = "entry"
    package static let schema = Schema([
        ("title", .text), ("kind", .group(TitledLink.schema)), ("date", .group(ShownDate.schema)), ("categories", .list(TitledLink.schema)),
        ("members", .list(TitledLink.schema)), ("year", .group(Schema.optional)), ("links", .list(TitledLink.schema)),
        ("body", .group(Body.schema)), ("attachments", .list(AttachmentItem.schema)),
        ("withdrawn", .group(Schema.optional)), ("linked", .list(TitledLink.schema)), ("reading", .group(ReadingScript.schema)),
    ])

    package let title: String
    package let kind: TitledLink?
    package let date: ShownDate?
    package let categories: [TitledLink]
    package let members: [TitledLink]
    package let year: String?
    /// Links to elsewhere; their templates mark them as such.
    package let links: [TitledLink]
    package let body: Body?
    package let attachments: [AttachmentItem]
    package let withdrawn: String?
    /// What links here.
    package let linked: [TitledLink]
    /// Nil where the page has no script.
    package let reading: ReadingScript?

    package init(
        title: String, kind: TitledLink?, date: ShownDate?, categories: [TitledLink], members: [TitledLink], year: String?,
        links: [TitledLink],
        body: Body?, attachments: [AttachmentItem], withdrawn: String?, linked: [TitledLink] = [], reading: ReadingScript? = nil
    ) {
        self.linked = linked
        self.reading = reading
        self.title = title
        self.kind = kind
        self.date = date
        self.categories = categories
        self.members = members
        self.year = year
        self.links = links
        self.body = body
        self.attachments = attachments
        self.withdrawn = withdrawn
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("kind", .group(kind?.fields)), Field("date", .group(date?.fields)),
            Field("categories", .list(categories.map(\.fields))), Field("members", .list(members.map(\.fields))),
            Field("year", .optional(year)),
            Field("links", .list(links.map(\.fields))), Field("body", .group(body?.fields)),
            Field("attachments", .list(attachments.map(\.fields))),
            Field("withdrawn", .optional(withdrawn)), Field("linked", .list(linked.map(\.fields))),
            Field("reading", .group(reading?.fields)),
        ]
    }
}

/// Any other text: about, terms of use, help.
package struct PageView: View {
    package static let template = "page"
    package static let schema = Schema([
        ("title", .text), ("body", .group(Body.schema)), ("attachments", .list(AttachmentItem.schema)),
    ])

    package let title: String
    package let body: Body
    package let attachments: [AttachmentItem]

    package init(title: String, body: Body, attachments: [AttachmentItem]) {
        self.title = title
        self.body = body
        self.attachments = attachments
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("body", .group(body.fields)), Field("attachments", .list(attachments.map(\.fields))),
        ]
    }
}

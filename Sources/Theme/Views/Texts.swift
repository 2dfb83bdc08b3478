/// A body with what must be said of its language.
package struct Body: Sendable {
    package let html: [UInt8]
    /// Its language where it is not the page's.
    package let foreign: Foreign?
    /// "Translated from French by …", "Machine translation from French"; nil for an original.
    package let translation: String?
    /// "The original has changed since"; nil where the translation is up to date.
    package let outdated: String?
    package init(html: [UInt8], foreign: Foreign? = nil, translation: String? = nil, outdated: String? = nil) {
        self.html = html
        self.foreign = foreign
        self.translation = translation
        self.outdated = outdated
    }

    static let schema = Schema([
        ("html", .html), ("foreign", .group(Foreign.schema)), ("translation", .group(Schema.optional)),
        ("outdated", .group(Schema.optional)),
    ])

    var fields: [Field] {
        [
            Field("html", .html(html)), Field("foreign", .group(foreign?.fields)), Field("translation", .optional(translation)),
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
        ("withdrawn", .group(Schema.optional)), ("replies", .list(Card.schema)),
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

    package init(id: String, number: String, posted: Posted?, withdrawn: String?, replies: [Card]) {
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
            Field("replies", .list(replies.map(\.fields))),
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

/// A discussion's page.
package struct DiscussionView: View {
    package static let template = "discussion"
    package static let schema = Schema([
        ("title", .text), ("number", .text), ("status", .group(StatusMark.schema)), ("room", .group(TitledLink.schema)),
        ("categories", .list(TitledLink.schema)), ("opens", .group(ShownDate.schema)), ("closes", .group(ShownDate.schema)),
        ("proposedBy", .group(TitledLink.schema)), ("parallel", .list(TitledLink.schema)), ("announced", .flag),
        ("withdrawn", .group(Schema.optional)), ("contribute", .group(Schema([("url", .text)]))),
        ("opening", .group(Body.schema)),
        (
            "questions",
            .list(Schema([("id", .text), ("number", .text), ("text", .text), ("answer", .group(Schema([("url", .text)])))]))
        ),
        ("summary", .group(Body.schema)), ("outcome", .group(Body.schema)), ("count", .text), ("contributions", .list(Card.schema)),
    ])

    package let title: String
    /// `2026-014`
    package let number: String
    package let status: StatusMark?
    package let room: TitledLink?
    package let categories: [TitledLink]
    package let opens: ShownDate?
    package let closes: ShownDate?
    package let proposedBy: TitledLink?
    package let parallel: [TitledLink]
    /// Whether it has not opened, and so shows nothing but title, categories and date.
    package let announced: Bool
    /// The sentence for a withdrawn one.
    package let withdrawn: String?
    /// The form for contributions to it, which takes the number of a question behind `&question=`; nil where none are taken.
    package let contribute: String?
    package let opening: Body?
    package let questions: [String]
    package let summary: Body?
    package let outcome: Body?
    /// "12 contributions".
    package let count: String
    /// Finished `ContributionView`s that answer no other, in the order of their numbers.
    package let contributions: [Card]

    package init(
        title: String, number: String, status: StatusMark?, room: TitledLink?, categories: [TitledLink], opens: ShownDate?,
        closes: ShownDate?,
        proposedBy: TitledLink?, parallel: [TitledLink], announced: Bool, withdrawn: String?, contribute: String?,
        opening: Body?, questions: [String],
        summary: Body?, outcome: Body?, count: String, contributions: [Card]
    ) {
        self.title = title
        self.number = number
        self.status = status
        self.room = room
        self.categories = categories
        self.opens = opens
        self.closes = closes
        self.proposedBy = proposedBy
        self.parallel = parallel
        self.announced = announced
        self.withdrawn = withdrawn
        self.contribute = contribute
        self.opening = opening
        self.questions = questions
        self.summary = summary
        self.outcome = outcome
        self.count = count
        self.contributions = contributions
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("number", .text(number)), Field("status", .group(status?.fields)),
            Field("room", .group(room?.fields)),
            Field("categories", .list(categories.map(\.fields))), Field("opens", .group(opens?.fields)),
            Field("closes", .group(closes?.fields)),
            Field("proposedBy", .group(proposedBy?.fields)), Field("parallel", .list(parallel.map(\.fields))),
            Field("announced", .flag(announced)),
            Field("withdrawn", .optional(withdrawn)), Field("contribute", .group(contribute.map { [Field("url", .text($0))] })),
            Field("opening", .group(opening?.fields)),
            Field(
                "questions",
                .list(
                    questions.enumerated().map { index, question in
                        [
                            Field("id", .text("q\(index + 1)")), Field("number", .text(String(index + 1))), Field("text", .text(question)),
                            Field("answer", .group(contribute.map { [Field("url", .text("\($0)&question=\(index + 1)"))] })),
                        ]
                    })),
            Field("summary", .group(summary?.fields)), Field("outcome", .group(outcome?.fields)), Field("count", .text(count)),
            Field("contributions", .list(contributions.map(\.fields))),
        ]
    }
}

/// A library entry's page.
package struct EntryView: View {
    package static let template = "entry"
    package static let schema = Schema([
        ("title", .text), ("kind", .group(TitledLink.schema)), ("date", .group(ShownDate.schema)), ("categories", .list(TitledLink.schema)),
        ("members", .list(TitledLink.schema)), ("year", .group(Schema.optional)), ("links", .list(TitledLink.schema)),
        ("body", .group(Body.schema)), ("attachments", .list(AttachmentItem.schema)),
        ("withdrawn", .group(Schema.optional)),
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

    package init(
        title: String, kind: TitledLink?, date: ShownDate?, categories: [TitledLink], members: [TitledLink], year: String?,
        links: [TitledLink],
        body: Body?, attachments: [AttachmentItem], withdrawn: String?
    ) {
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
            Field("withdrawn", .optional(withdrawn)),
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

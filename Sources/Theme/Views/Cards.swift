/// A discussion in an index.
package struct DiscussionCard: View {
    package static let template = "discussion-card"
    package static let schema = Schema([
        ("link", .group(TitledLink.schema)), ("number", .text), ("room", .group(TitledLink.schema)),
        ("categories", .list(TitledLink.schema)),
        ("status", .group(StatusMark.schema)), ("opens", .group(ShownDate.schema)), ("closes", .group(ShownDate.schema)),
        ("questions", .list(Schema.optional)), ("contributions", .text), ("announced", .flag),
    ])

    package let link: TitledLink
    /// `2026-014`
    package let number: String
    package let room: TitledLink?
    package let categories: [TitledLink]
    package let status: StatusMark
    package let opens: ShownDate
    package let closes: ShownDate?
    /// Shown only where an index asks for them.
    package let questions: [String]
    /// "12 contributions", or "no contributions yet".
    package let contributions: String
    /// Whether it has not opened; then it shows no number of contributions and its title is no link.
    package let announced: Bool

    package init(
        link: TitledLink, number: String, room: TitledLink?, categories: [TitledLink], status: StatusMark, opens: ShownDate,
        closes: ShownDate?, questions: [String], contributions: String, announced: Bool
    ) {
        self.link = link
        self.number = number
        self.room = room
        self.categories = categories
        self.status = status
        self.opens = opens
        self.closes = closes
        self.questions = questions
        self.contributions = contributions
        self.announced = announced
    }

    package var fields: [Field] {
        [
            Field("link", .group(link.fields)), Field("number", .text(number)), Field("room", .group(room?.fields)),
            Field("categories", .list(categories.map(\.fields))), Field("status", .group(status.fields)),
            Field("opens", .group(opens.fields)),
            Field("closes", .group(closes?.fields)), Field("questions", .list(questions.map { [Field("text", .text($0))] })),
            Field("contributions", .text(contributions)), Field("announced", .flag(announced)),
        ]
    }
}

/// A library entry in an index.
package struct EntryCard: View {
    package static let template = "entry-card"
    package static let schema = Schema([
        ("link", .group(TitledLink.schema)), ("kind", .text), ("date", .group(ShownDate.schema)), ("categories", .list(TitledLink.schema)),
        ("members", .list(TitledLink.schema)), ("excerpt", .text),
    ])

    package let link: TitledLink
    /// The kind's name.
    package let kind: String
    package let date: ShownDate
    package let categories: [TitledLink]
    package let members: [TitledLink]
    package let excerpt: String

    package init(link: TitledLink, kind: String, date: ShownDate, categories: [TitledLink], members: [TitledLink], excerpt: String) {
        self.link = link
        self.kind = kind
        self.date = date
        self.categories = categories
        self.members = members
        self.excerpt = excerpt
    }

    package var fields: [Field] {
        [
            Field("link", .group(link.fields)), Field("kind", .text(kind)), Field("date", .group(date.fields)),
            Field("categories", .list(categories.map(\.fields))), Field("members", .list(members.map(\.fields))),
            Field("excerpt", .text(excerpt)),
        ]
    }
}

/// A contribution in an index.
package struct ContributionCard: View {
    package static let template = "contribution-card"
    package static let schema = Schema([
        ("url", .text), ("byline", .group(Byline.schema)), ("date", .group(ShownDate.schema)), ("discussion", .group(TitledLink.schema)),
        ("excerpt", .text), ("foreign", .group(Foreign.schema)),
    ])

    /// Leads to the contribution on its discussion's page.
    package let url: String
    package let byline: Byline
    package let date: ShownDate
    package let discussion: TitledLink
    package let excerpt: String
    /// The language of the excerpt where it is not the page's.
    package let foreign: Foreign?

    package init(url: String, byline: Byline, date: ShownDate, discussion: TitledLink, excerpt: String, foreign: Foreign?) {
        self.url = url
        self.byline = byline
        self.date = date
        self.discussion = discussion
        self.excerpt = excerpt
        self.foreign = foreign
    }

    package var fields: [Field] {
        [
            Field("url", .text(url)), Field("byline", .group(byline.fields)), Field("date", .group(date.fields)),
            Field("discussion", .group(discussion.fields)), Field("excerpt", .text(excerpt)), Field("foreign", .group(foreign?.fields)),
        ]
    }
}

/// Who speaks.
package struct Byline: Sendable {
    /// The person's name, or the role's name where nobody is named; never empty.
    package let name: String
    package let position: String?
    package let institution: String?
    package let member: TitledLink?
    /// The role's name ("Moderator", "Staff", "Guest"); nil for a participant.
    package let role: String?
    /// The language of position and institution where it is not the page's: they stand as they were written.
    package let foreign: Foreign?

    package init(name: String, position: String?, institution: String?, member: TitledLink?, role: String?, foreign: Foreign?) {
        self.name = name
        self.position = position
        self.institution = institution
        self.member = member
        self.role = role
        self.foreign = foreign
    }

    static let schema = Schema([
        ("name", .text), ("position", .group(Schema.optional)), ("institution", .group(Schema.optional)),
        ("member", .group(TitledLink.schema)), ("role", .group(Schema.optional)), ("foreign", .group(Foreign.schema)),
    ])

    var fields: [Field] {
        [
            Field("name", .text(name)), Field("position", .optional(position)), Field("institution", .optional(institution)),
            Field("member", .group(member?.fields)), Field("role", .optional(role)),
            Field("foreign", .group(foreign?.fields)),
        ]
    }
}

/// A mail that tells what happened in the forum; no page of the site. Its text part is made of the same values, so that both say the same.
package struct DigestView: View {
    package static let template = "digest"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("align", .text), ("title", .text), ("forum", .text), ("address", .text), ("period", .text),
        ("count", .text), ("notice", .text), ("sections", .list(Section.schema)), ("footer", .list(Schema.optional)),
    ])

    package let language: String
    /// `ltr` or `rtl`.
    package let direction: String
    /// The mail's subject.
    package let title: String
    /// The forum's title.
    package let forum: String
    /// The forum's home in the mail's language.
    package let address: String
    /// The days that it is about.
    package let period: String
    /// How much of what there is.
    package let count: String
    /// What the reader must know of a mail that is not sealed.
    package let notice: String
    package let sections: [Section]
    /// Why the reader gets it, and to whom to write.
    package let footer: [String]

    /// Things of one kind below a heading.
    package struct Section: Sendable {
        package let heading: String
        package let items: [Item]
        /// That there is more; nil where all of it stands here.
        package let more: String?

        package init(heading: String, items: [Item], more: String? = nil) {
            self.heading = heading
            self.items = items
            self.more = more
        }

        static let schema = Schema([("heading", .text), ("items", .list(Item.schema)), ("more", .group(.optional))])
    }

    /// A discussion or a library entry.
    package struct Item: Sendable {
        package let link: Link
        /// One line: language, number, room, dates, counts.
        package let details: String
        /// Each with its number, as in `1.`; in the language of the title.
        package let questions: [String]
        package let excerpt: Excerpt?
        package let posts: [Post]
        /// That there are more posts; nil where all of them stand here.
        package let more: String?

        package init(
            link: Link, details: String, questions: [String] = [], excerpt: Excerpt? = nil, posts: [Post] = [], more: String? = nil
        ) {
            self.link = link
            self.details = details
            self.questions = questions
            self.excerpt = excerpt
            self.posts = posts
            self.more = more
        }

        static let schema = Schema([
            ("link", .group(Link.schema)), ("details", .text), ("questions", .list(Schema.optional)),
            ("excerpt", .group(Excerpt.schema)), ("posts", .list(Post.schema)), ("more", .group(.optional)),
        ])
    }

    /// A contribution.
    package struct Post: Sendable {
        package let link: Link
        package let details: String
        package let excerpt: Excerpt?

        package init(link: Link, details: String, excerpt: Excerpt? = nil) {
            self.link = link
            self.details = details
            self.excerpt = excerpt
        }

        static let schema = Schema([("link", .group(Link.schema)), ("details", .text), ("excerpt", .group(Excerpt.schema))])
    }

    /// A title or a name, and where it leads.
    package struct Link: Sendable {
        package let title: String
        /// Absolute; nil where there is no page to read yet.
        package let url: String?
        /// Of the title, where it is not the mail's.
        package let tongue: Tongue?

        package init(title: String, url: String?, tongue: Tongue? = nil) {
            self.title = title
            self.url = url
            self.tongue = tongue
        }

        static let schema = Schema([("title", .text), ("url", .group(.optional)), ("tongue", .group(Tongue.schema))])
    }

    /// The beginning of a text.
    package struct Excerpt: Sendable {
        package let text: String
        package let tongue: Tongue?
        /// What must be said of it: that a machine translated it; nil where there is nothing.
        package let note: String?

        package init(text: String, tongue: Tongue? = nil, note: String? = nil) {
            self.text = text
            self.tongue = tongue
            self.note = note
        }

        static let schema = Schema([("text", .text), ("tongue", .group(Tongue.schema)), ("note", .group(.optional))])
    }

    /// A language that is not the mail's.
    package struct Tongue: Sendable, Hashable {
        /// The language's code.
        package let code: String
        /// `ltr` or `rtl`.
        package let direction: String

        package init(code: String, direction: String) {
            self.code = code
            self.direction = direction
        }

        static let schema = Schema([("lang", .text), ("dir", .text)])
    }

    package init(
        language: String, direction: String, title: String, forum: String, address: String, period: String, count: String, notice: String,
        sections: [Section], footer: [String]
    ) {
        self.language = language
        self.direction = direction
        self.title = title
        self.forum = forum
        self.address = address
        self.period = period
        self.count = count
        self.notice = notice
        self.sections = sections
        self.footer = footer
    }
}

/// What stands around every page: skip link, header with menus, language bar, breadcrumbs, footer.
/// It fills the body of the document: once a reader has unlocked it, or from the start where a server lets nobody else in.
package struct Frame: View {
    package static let template = "frame"
    package static let schema = Schema([
        ("forum", .text), ("home", .text), ("menu", .list(TitledLink.schema)), ("languages", .list(LanguageLink.schema)),
        ("crumbs", .list(TitledLink.schema)), ("main", .html), ("footer", .list(TitledLink.schema)),
        ("contact", .group(Schema.optional)), ("find", .group(Schema.optional)), ("sealed", .flag),
    ])

    /// The forum's title.
    package let forum: String
    /// The address of this language's home.
    package let home: String
    package let menu: [TitledLink]
    package let languages: [LanguageLink]
    /// From the home to the page itself; the last is the page and no link. Empty on the home.
    package let crumbs: [TitledLink]
    package let main: [UInt8]
    package let footer: [TitledLink]
    /// A mail address.
    package let contact: String?
    /// The address of the search; nil on its own page.
    package let find: String?
    /// Whether readers sign in to the gate, and so can sign out of it; a server's login lasts as long as the browser wants it.
    package let sealed: Bool

    package init(
        forum: String, home: String, menu: [TitledLink], languages: [LanguageLink], crumbs: [TitledLink], main: [UInt8],
        footer: [TitledLink], contact: String?, find: String?, sealed: Bool
    ) {
        self.forum = forum
        self.home = home
        self.menu = menu
        self.languages = languages
        self.crumbs = crumbs
        self.main = main
        self.footer = footer
        self.contact = contact
        self.find = find
        self.sealed = sealed
    }

    package var fields: [Field] {
        [
            Field("forum", .text(forum)), Field("home", .text(home)), Field("menu", .list(menu.map(\.fields))),
            Field("languages", .list(languages.map(\.fields))), Field("crumbs", .list(crumbs.map(\.fields))), Field("main", .html(main)),
            Field("footer", .list(footer.map(\.fields))), Field("contact", .optional(contact)),
            Field("find", .optional(find)), Field("sealed", .flag(sealed)),
        ]
    }
}

/// A language in the language bar.
package struct LanguageLink: Sendable {
    package let url: String
    package let code: String
    /// `ltr` or `rtl`.
    package let direction: String
    /// The language's own name.
    package let name: String
    package let current: Bool
    /// Whether it leads to that language's home, because this page is not in it.
    package let home: Bool

    package init(url: String, code: String, direction: String, name: String, current: Bool, home: Bool) {
        self.url = url
        self.code = code
        self.direction = direction
        self.name = name
        self.current = current
        self.home = home
    }

    static let schema = Schema([("url", .text), ("lang", .text), ("dir", .text), ("name", .text), ("current", .flag), ("home", .flag)])

    var fields: [Field] {
        [
            Field("url", .text(url)), Field("lang", .text(code)), Field("dir", .text(direction)), Field("name", .text(name)),
            Field("current", .flag(current)), Field("home", .flag(home)),
        ]
    }
}

/// A letter with a passphrase, printed and handed over; no page of the site.
package struct LetterView: View {
    package static let template = "letter"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("style", .html), ("forum", .text), ("date", .text), ("intro", .text),
        ("until", .group(.optional)),
        ("address", .text), ("user", .group(.optional)), ("passphrase", .text), ("contact", .group(.optional)), ("accepted", .text),
        ("terms", .group(Schema([("lang", .text), ("dir", .text), ("title", .text), ("html", .html)]))),
    ])

    package let language: String
    package let direction: String
    /// A whole element `<style>`: the letter is one file, see `Theme.letterStyle`.
    package let style: [UInt8]
    /// The forum's title.
    package let forum: String
    package let date: String
    /// To whom it gives access, and to what.
    package let intro: String
    /// Until when; nil where that is open.
    package let until: String?
    /// Where to sign in.
    package let address: String
    /// The name to sign in with beside the passphrase, where a server asks for one.
    package let user: String?
    /// In groups.
    package let passphrase: String
    /// The secretariat's mail address.
    package let contact: String?
    /// That signing in accepts the terms, and where they stand.
    package let accepted: String
    /// The terms themselves, where there are any.
    package let terms: Terms?

    /// A text in a language of its own.
    package struct Terms: Sendable {
        package let language: String
        package let direction: String
        package let title: String
        package let html: [UInt8]

        package init(language: String, direction: String, title: String, html: [UInt8]) {
            self.language = language
            self.direction = direction
            self.title = title
            self.html = html
        }
    }

    package init(
        language: String, direction: String, style: [UInt8], forum: String, date: String, intro: String, until: String?, address: String,
        user: String?, passphrase: String, contact: String?, accepted: String, terms: Terms?
    ) {
        self.language = language
        self.direction = direction
        self.style = style
        self.forum = forum
        self.date = date
        self.intro = intro
        self.until = until
        self.address = address
        self.user = user
        self.passphrase = passphrase
        self.contact = contact
        self.accepted = accepted
        self.terms = terms
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("style", .html(style)), Field("forum", .text(forum)),
            Field("date", .text(date)), Field("intro", .text(intro)), Field("until", .optional(until)), Field("address", .text(address)),
            Field("user", .optional(user)), Field("passphrase", .text(passphrase)), Field("contact", .optional(contact)),
            Field("accepted", .text(accepted)),
            Field("terms", .group(terms.map(Self.fields))),
        ]
    }

    private static func fields(_ terms: Terms) -> [Field] {
        [
            Field("lang", .text(terms.language)), Field("dir", .text(terms.direction)), Field("title", .text(terms.title)),
            Field("html", .html(terms.html)),
        ]
    }
}

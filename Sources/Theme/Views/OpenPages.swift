/// The shell of a sealed page: all of it may be read by anyone who sees the file.
package struct ShellView: View {
    package static let template = "shell"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("forum", .text), ("root", .text), ("style", .text), ("script", .text), ("strings", .text),
        ("noscript", .list(LanguageSentence.schema)), ("languages", .list(LanguageLink.schema)), ("ownOrigin", .flag),
        ("sealed", .html), ("part", .group(Schema([("html", .html)]))),
    ])

    package let language: String
    /// `ltr` or `rtl`.
    package let direction: String
    /// The forum's title.
    package let forum: String
    /// From this page to the site's root: `../../`.
    package let root: String
    /// File names under `assets/`.
    package let style: String
    package let script: String
    package let strings: String
    package let noscript: [LanguageSentence]
    /// The homes of all languages, for who cannot read this one.
    package let languages: [LanguageLink]
    /// Whether the forum has a host name of its own, so that a device may keep its keys.
    package let ownOrigin: Bool
    /// The ciphertext in the alphabet of pages.
    package let sealed: [UInt8]
    /// The ciphertext of what members see beside a page that is sealed for guests.
    package let part: [UInt8]?

    package init(
        language: String, direction: String, forum: String, root: String, style: String, script: String, strings: String,
        noscript: [LanguageSentence], languages: [LanguageLink], ownOrigin: Bool, sealed: [UInt8], part: [UInt8]?
    ) {
        self.language = language
        self.direction = direction
        self.forum = forum
        self.root = root
        self.style = style
        self.script = script
        self.strings = strings
        self.noscript = noscript
        self.languages = languages
        self.ownOrigin = ownOrigin
        self.sealed = sealed
        self.part = part
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("forum", .text(forum)), Field("root", .text(root)),
            Field("style", .text(style)), Field("script", .text(script)), Field("strings", .text(strings)),
            Field("noscript", .list(noscript.map(\.fields))), Field("languages", .list(languages.map(\.fields))),
            Field("ownOrigin", .flag(ownOrigin)), Field("sealed", .html(sealed)),
            Field("part", .group(part.map { [Field("html", .html($0))] })),
        ]
    }
}

/// A page as a file of its own, for a site that its server protects.
package struct PlainView: View {
    package static let template = "plain"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("title", .text), ("root", .text), ("style", .text),
        ("own", .group(Schema([("script", .text), ("style", .text)]))), ("body", .html),
    ])

    package let language: String
    /// `ltr` or `rtl`.
    package let direction: String
    /// The document's.
    package let title: String
    /// The script and style of what runs in it, file names under `assets/`.
    package let own: (script: String, style: String)
    /// From this page to the root of its tree: `../../`.
    package let root: String
    /// A file name under `assets/`.
    package let style: String
    /// A rendered `Frame`.
    package let body: [UInt8]

    package init(
        language: String, direction: String, title: String, root: String, style: String, own: (script: String, style: String),
        body: [UInt8]
    ) {
        self.own = own
        self.language = language
        self.direction = direction
        self.title = title
        self.root = root
        self.style = style
        self.body = body
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("title", .text(title)), Field("root", .text(root)),
            Field("style", .text(style)),
            Field("own", .group([Field("script", .text(own.script)), Field("style", .text(own.style))])), Field("body", .html(body)),
        ]
    }
}

/// One sentence in its own language.
package struct LanguageSentence: Sendable {
    package let code: String
    package let direction: String
    package let text: String

    package init(code: String, direction: String, text: String) {
        self.code = code
        self.direction = direction
        self.text = text
    }

    static let schema = Schema([("lang", .text), ("dir", .text), ("text", .text)])

    var fields: [Field] { [Field("lang", .text(code)), Field("dir", .text(direction)), Field("text", .text(text))] }
}

/// The front page of the whole site: a list of languages, of which a script takes the reader's.
package struct FrontView: View {
    package static let template = "front"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("title", .text), ("style", .text), ("script", .text), ("plain", .text),
        ("languages", .list(FrontLanguage.schema)),
    ])

    package let language: String
    package let direction: String
    /// The forum's title in that language.
    package let title: String
    package let style: String
    package let script: String
    /// The file under `assets/` that is a text to begin with, for those without script.
    package let plain: String
    package let languages: [FrontLanguage]

    package init(
        language: String, direction: String, title: String, style: String, script: String, plain: String, languages: [FrontLanguage]
    ) {
        self.language = language
        self.direction = direction
        self.title = title
        self.style = style
        self.script = script
        self.plain = plain
        self.languages = languages
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("title", .text(title)), Field("style", .text(style)),
            Field("script", .text(script)), Field("plain", .text(plain)),
            Field("languages", .list(languages.map(\.fields))),
        ]
    }
}

/// The page for addresses where there is nothing: in every language, with the way to its home.
package struct NotFoundView: View {
    package static let template = "not-found"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("title", .text), ("style", .text), ("script", .text), ("base", .text),
        ("languages", .list(FrontLanguage.schema)),
    ])

    package let language: String
    package let direction: String
    /// The forum's title in that language.
    package let title: String
    package let style: String
    package let script: String
    /// The path of the site's root on its host, ending in `/`: this page is shown under any address.
    package let base: String
    package let languages: [FrontLanguage]

    package init(
        language: String, direction: String, title: String, style: String, script: String, base: String, languages: [FrontLanguage]
    ) {
        self.language = language
        self.direction = direction
        self.title = title
        self.style = style
        self.script = script
        self.base = base
        self.languages = languages
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("title", .text(title)), Field("style", .text(style)),
            Field("script", .text(script)),
            Field("base", .text(base)), Field("languages", .list(languages.map(\.fields))),
        ]
    }
}

/// A language as the open pages offer it.
package struct FrontLanguage: Sendable {
    package let code: String
    package let direction: String
    /// Its own name.
    package let name: String
    /// The forum's title in it.
    package let forum: String
    /// "This page does not exist." in it, on the page that says so.
    package let sentence: String
    /// "Go to the home page" in it.
    package let action: String
    /// What leads to a text to begin with, for those without script.
    package let byMail: String

    package init(code: String, direction: String, name: String, forum: String, sentence: String, action: String, byMail: String) {
        self.code = code
        self.direction = direction
        self.name = name
        self.forum = forum
        self.sentence = sentence
        self.action = action
        self.byMail = byMail
    }

    static let schema = Schema([
        ("lang", .text), ("dir", .text), ("name", .text), ("forum", .text), ("sentence", .text), ("action", .text),
        ("byMail", .text),
    ])

    var fields: [Field] {
        [
            Field("lang", .text(code)), Field("dir", .text(direction)), Field("name", .text(name)), Field("forum", .text(forum)),
            Field("sentence", .text(sentence)), Field("action", .text(action)), Field("byMail", .text(byMail)),
        ]
    }
}

/// What stands in a copy of one discussion in the place of all other pages. Everybody may read it.
package struct CopyView: View {
    package static let template = "copy"
    package static let schema = Schema([
        ("lang", .text), ("dir", .text), ("title", .text), ("root", .text), ("style", .text),
        ("discussion", .group(Schema([("url", .text), ("number", .text)]))), ("address", .text),
    ])

    package let language: String
    /// `ltr` or `rtl`.
    package let direction: String
    /// The forum's title.
    package let title: String
    /// From this page to the root of the copy.
    package let root: String
    /// A file name under `assets/`.
    package let style: String
    /// The discussion that the copy holds.
    package let discussion: (url: String, number: String)
    /// Where the forum is on the web.
    package let address: String

    package init(
        language: String, direction: String, title: String, root: String, style: String, discussion: (url: String, number: String),
        address: String
    ) {
        self.language = language
        self.direction = direction
        self.title = title
        self.root = root
        self.style = style
        self.discussion = discussion
        self.address = address
    }

    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)), Field("title", .text(title)), Field("root", .text(root)),
            Field("style", .text(style)),
            Field("discussion", .group([Field("url", .text(discussion.url)), Field("number", .text(discussion.number))])),
            Field("address", .text(address)),
        ]
    }
}

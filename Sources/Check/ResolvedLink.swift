package import ContentStore
package import Diagnostics
package import Model

/// Where a link written in a text leads, for a reader of one language.
package struct ResolvedLink: Sendable, Hashable {
    /// What a link leads to.
    package enum Target: Sendable, Hashable {
        case discussion(String)
        case entry(String)
        case page(String)
        /// A file under `files/` of the folder of that kind and identifier.
        case attachment(of: ContentFolder.Kind, id: String, path: String)
    }

    /// What the link leads to.
    package let target: Target
    /// The part of it.
    package let part: TextPart
    /// The language of the page that the link leads to. For an attachment, that of the text that links.
    package let language: Language
    /// The language of the text that is shown there; another one where the page shows it untranslated.
    package let textLanguage: Language
    /// The id on that page, with its prefix; nil for the top of the page.
    package let anchor: String?

    package init(target: Target, part: TextPart, language: Language, textLanguage: Language, anchor: String?) {
        self.target = target
        self.part = part
        self.language = language
        self.textLanguage = textLanguage
        self.anchor = anchor
    }
}

/// Why a link leads nowhere.
package struct LinkFault: Error, Sendable, Hashable {
    /// The finding that says so.
    package let kind: FindingKind
    /// One sentence, lower case, without a full stop.
    package let message: String
    /// What to do; nil where nothing near was found.
    package let hint: String?
    /// What it leads to, from the forum's root; nil where that is no path.
    package let path: String?

    package init(_ kind: FindingKind, _ message: String, hint: String? = nil, path: String? = nil) {
        self.kind = kind
        self.message = message
        self.hint = hint
        self.path = path
    }
}

package import Model
package import Theme

/// Puts news into words: subject, text and HTML of a mail in one language.
///
/// Mail is not sealed. Where forum.yaml does not say `excerpts-in-mail: true`, nothing of what is sealed on the site stands in it: no title,
/// no question, no word of a text, no name of a person or State; but numbers with links, rooms, dates and counts.
package struct DigestWriter: Sendable {
    let forum: Forum
    let theme: Theme
    /// What the folder of an entry's page is called below its language, by the entry's name; nil where that cannot be told.
    let entryPath: @Sendable (String) -> String?
    /// The folder from the site's root that holds what the guests of a discussion read, ending in `/`; nil where that is the root.
    let guestsFolder: @Sendable (String) -> String?

    /// - Parameter theme: loaded for the forum's languages.
    package init(
        _ forum: Forum, _ theme: Theme, entryPath: @escaping @Sendable (String) -> String?,
        guestsFolder: @escaping @Sendable (String) -> String?
    ) {
        self.forum = forum
        self.theme = theme
        self.entryPath = entryPath
        self.guestsFolder = guestsFolder
    }

    /// A mail's words.
    package struct Mail: Sendable, Hashable {
        package let subject: String
        package let text: String
        package let html: String
        /// How much it tells, as a reader is told.
        package let count: String
    }

    /// The paths of the texts whose beginnings the mail shows: none where excerpts are off. No other text need be rendered.
    package func texts(_ news: News, in language: Language) -> Set<String> {
        guard forum.excerptsInMail, let most = DigestLimits.steps.first else { return [] }
        return DigestWording(self, language, limits: most).texts(news)
    }

    /// - Parameters:
    ///   - excerpts: of the texts that `texts(_:in:)` names, by their paths.
    ///   - isForGuests: whether its links lead to what guests read.
    package func mail(_ news: News, in language: Language, excerpts: [String: String], isForGuests: Bool = false) -> Mail {
        let renderer = theme.renderer(for: language)
        var view: DigestView?
        var html: [UInt8] = []
        for limits in DigestLimits.steps {
            let wording = DigestWording(self, language, limits: limits, excerpts: excerpts, isForGuests: isForGuests)
            let made = wording.view(news)
            (view, html) = (made, renderer.render(made))
            if html.count <= DigestLimits.html { break }
        }
        let said = view.map { DigestText($0).text } ?? ""
        return Mail(subject: view?.title ?? "", text: said, html: String(decoding: html, as: UTF8.self), count: view?.count ?? "")
    }
}

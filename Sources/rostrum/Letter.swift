import Access
import ContentStore
import Diagnostics
import Files
import Generator
import Markdown
import Model
import Theme

/// A letter that hands over a passphrase: a page to print, and the terms behind it. Everything that can be wrong is found before there
/// is a passphrase; then it is filled in and written once.
struct Letter {
    private let file: String
    private let view: (Issued) -> LetterView
    private let renderer: TemplateRenderer

    /// - Throws: where the forum, its theme or the roster has errors, and where there is already a file.
    init(_ file: String, language wanted: Language?, holder: Holder, invitation: Invitation?, common: CommonOptions) throws {
        if let obstacle = try NamedPath.obstacle(file) {
            throw Failure("there is already \(obstacle) \(file)", remedy: "A letter overwrites nothing: name another file.")
        }
        try common.place(file, for: .letter)
        let (found, findings) = try ForumFile.load(common)
        try common.report(findings)
        guard let forum = found, let calendar = ForumCalendar(forum.timeZone) else { throw ContentHasErrors(summary: nil) }
        let language = try Self.language(wanted, holder, forum, common)
        let loaded = try LoadedTheme.load(common, forum.languages)
        try common.report(loaded.findings)
        guard let theme = loaded.theme else { throw ContentHasErrors(summary: nil) }
        let terms = try Self.terms(language, forum, common)
        let words = LetterWords(holder: holder, invitation: invitation, forum: forum, theme: theme, language: language)
        let today = theme.words(language).dates.day(calendar.day(of: common.moment))
        self.file = file
        renderer = theme.renderer(for: language)
        view = { issued in
            LetterView(
                language: language.code, direction: language.isRightToLeft ? "rtl" : "ltr", style: theme.letterStyle, forum: words.title,
                date: today, intro: words.intro, until: words.until, address: Self.address(holder, forum, language),
                user: issued.user, passphrase: issued.passphrase.grouped, contact: forum.contact,
                accepted: words.accepted(termsFollow: terms != nil), terms: terms)
        }
    }

    /// Writes it, for its owner alone.
    func write(_ issued: Issued) throws(Failure) {
        try FileSystem.create(file, renderer.render(view(issued)), mode: 0o600, flush: true)
    }

    /// Takes back what was written.
    func remove() throws(Failure) {
        try FileSystem.remove(file)
    }

    /// Where to sign in: the home in that language, or what a server opens to the guests of a discussion.
    private static func address(_ holder: Holder, _ forum: Forum, _ language: Language) -> String {
        guard forum.gate == .server, case .guest(_, let discussion) = holder else { return forum.baseURL + language.code + "/" }
        return forum.baseURL + Build.folder(ofGuestsOf: discussion)
    }

    /// What was asked for, else what the roster says, else the forum's own.
    private static func language(_ wanted: Language?, _ holder: Holder, _ forum: Forum, _ common: CommonOptions) throws -> Language {
        if let wanted {
            try forum.require(wanted)
            return wanted
        }
        let roster = try Roster.load(office: common.office())
        try common.report(roster.findings)
        let known =
            switch holder {
            case .member(let code): roster.value?.members[code]
            case .staff(let name): roster.value?.staff[name]
            case .guest(let name, _): roster.value?.guests[name]
            }
        guard let language = known?.language, forum.languages.contains(language) else { return forum.defaultLanguage }
        return language
    }

    /// `content/pages/terms-of-use` in the letter's language, else in the forum's; nil where there is none.
    private static func terms(_ language: Language, _ forum: Forum, _ common: CommonOptions) throws -> LetterView.Terms? {
        let listing = try ContentLister(root: common.root).list()
        guard let folder = listing.folders.first(where: { $0.kind == .page && $0.id == "terms-of-use" }) else { return nil }
        let loaded = try ContentLoader(root: common.root) { Digest.sha256Hex($0) }.load(folder)
        guard case .page(let page) = loaded.item else { return nil }
        guard let text = page.texts[language] ?? page.texts[forum.defaultLanguage],
            let body = loaded.bodies.first(where: { $0.path == text.path })
        else { return nil }
        let child = MarkdownChild(command: ProgramPath.markdownWorker)
        guard case .success(let rendered) = try child.render([MarkdownText(body: body.bytes, prefix: "terms-", headings: 2)]).first else {
            return nil
        }
        // On paper a link leads nowhere, and in a file that lies anywhere one into the forum would not either.
        let html = rendered.filled(link: { _ in [] }, image: { _ in [] })
        return LetterView.Terms(
            language: text.language.code, direction: text.language.isRightToLeft ? "rtl" : "ltr", title: text.title, html: html)
    }
}

/// What a letter says of its reader and of the forum, in its language.
private struct LetterWords {
    let title: String
    let intro: String
    let until: String?
    private let strings: Strings
    private let version: String

    init(holder: Holder, invitation: Invitation?, forum: Forum, theme: Theme, language: Language) {
        strings = theme.strings(language)
        version = theme.words(language).numbers.text(forum.termsVersion)
        title = forum.title.title(in: language, else: forum.defaultLanguage).text
        let state = { (code: String) in
            forum.members.member(code)?.name?.title(in: language, else: forum.defaultLanguage).text
                ?? theme.states.name(of: code, in: language)
        }
        intro =
            switch holder {
            case .member(let code): strings.text(.letterMember, ["name": state(code), "forum": title])
            case .staff(let name): strings.text(.letterStaff, ["name": name, "forum": title])
            case .guest(let name, let discussion):
                strings.text(
                    .letterGuest,
                    [
                        "name": name, "forum": title, "state": state(invitation?.requestedBy ?? ""),
                        "discussion": Self.number(discussion, in: language),
                    ])
            }
        until = invitation?.until.map { [strings] in strings.text(.letterUntil, ["date": theme.words(language).dates.day($0)]) }
    }

    /// A discussion's number, between marks of direction where without them its halves would change places and draw along what follows.
    private static func number(_ discussion: String, in language: Language) -> String {
        language.isRightToLeft ? "\u{200E}\(discussion)\u{200F}" : discussion
    }

    func accepted(termsFollow: Bool) -> String {
        strings.text(termsFollow ? .letterTermsBelow : .letterTerms, ["version": version])
    }
}

import Access
import Model
import Theme

/// One page being written: its language, its place, and the small things that every kind of page says the same way.
/// One for each page, on the thread that `renderer` belongs to.
final class Writing {
    let site: Site
    let language: Language
    let strings: Strings
    let words: Words
    let renderer: TemplateRenderer
    /// Who reads it: what is not theirs is left out, or stands there without a link.
    let reader: Audience
    /// From this page to the root of the site, or of its guests' tree: `../`, `../../` or `../../../`.
    let root: String
    /// The book that it is a chapter of; nil for a page.
    let book: BookLinks?

    init(
        _ site: Site, _ language: Language, _ renderer: TemplateRenderer, for reader: Audience = .members, root: String,
        book: BookLinks? = nil
    ) {
        self.book = book
        self.reader = reader
        self.site = site
        self.language = language
        self.renderer = renderer
        self.root = root
        strings = site.theme.strings(language)
        words = site.theme.words(language)
    }

    func render(_ view: some View) -> [UInt8] {
        renderer.render(view)
    }

    /// The address of a planned page; the home where there is no such page. In a book it leads to the chapter, if there is one.
    func url(_ subject: Subject, in language: Language? = nil) -> String {
        book?.file(subject) ?? pageURL(subject, in: language)
    }

    private func pageURL(_ subject: Subject, in language: Language?) -> String {
        let language = language ?? self.language
        return root + (site.addresses.path(own(subject), in: language) ?? "\(language)/")
    }

    /// What this page's reader has in the place of a subject: guests with a tree to themselves have their discussion in it.
    private func own(_ subject: Subject) -> Subject {
        guard case .discussion(let id) = subject, site.forum.gate == .server, reader == .guests(of: id) else { return subject }
        return .guestDiscussion(id)
    }

    /// The same for what this page's reader may open; nil for all else, which they are not led to.
    func address(_ subject: Subject, in language: Language? = nil) -> String? {
        mayOpen(subject) ? url(subject, in: language) : nil
    }

    /// The same on the site, for what a book has not: a text in another language, or a file.
    func pageAddress(_ subject: Subject, in language: Language? = nil) -> String? {
        mayOpen(subject) ? pageURL(subject, in: language) : nil
    }

    private func mayOpen(_ subject: Subject) -> Bool { reader == .members || site.audience(of: own(subject)) == reader }

    /// The guests' discussion whose page or copy of a page this is; nil on what members read.
    var guestsDiscussion: String? {
        if case .guests(let discussion) = reader { discussion } else { nil }
    }

    /// What marks words in `language`, unless it is the page's own.
    func foreign(_ language: Language) -> Foreign? {
        guard language != self.language else { return nil }
        return Foreign(code: language.code, direction: Self.direction(language), name: words.languages.name(of: language))
    }

    static func direction(_ language: Language) -> String {
        language.isRightToLeft ? "rtl" : "ltr"
    }

    /// A title of forum.yaml in the page's language.
    func title(_ titles: Titles) -> String {
        titles.title(in: language, else: site.forum.defaultLanguage).text
    }

    func date(_ day: Day) -> ShownDate {
        ShownDate(machine: day.description, shown: words.dates.day(day))
    }

    /// The day on which something that closes at `moment` is still open last.
    func lastDay(_ moment: Moment) -> Day {
        switch moment {
        case .day(let day): day
        case .time(let instant): site.catalog.calendar.day(of: Instant(seconds: instant.seconds - 1))
        }
    }

    func roomLink(_ id: String) -> TitledLink? {
        guard let room = site.room(id) else { return nil }
        let (text, language) = room.title.title(in: self.language, else: site.forum.defaultLanguage)
        return TitledLink(url: address(.room(id, sheet: 1)), title: text, foreign: foreign(language))
    }

    func categoryLinks(_ ids: [String]) -> [TitledLink] {
        ids.compactMap { id in
            guard let category = site.category(id) else { return nil }
            let (text, language) = category.title.title(in: self.language, else: site.forum.defaultLanguage)
            return TitledLink(url: address(.category(id, sheet: 1)), title: text, foreign: foreign(language))
        }
    }

    /// A member by its name in the page's language, leading to its index where there is one.
    func memberLink(_ code: String) -> TitledLink {
        let (name, language) = memberName(code)
        let planned = !site.plan.languages(of: .member(code, sheet: 1)).isEmpty
        return TitledLink(url: address(planned ? .member(code, sheet: 1) : .members), title: name, foreign: foreign(language))
    }

    func memberName(_ code: String) -> (String, Language) {
        if let titles = site.member(code).name { return titles.title(in: language, else: site.forum.defaultLanguage) }
        return (site.theme.states.name(of: code, in: language), language)
    }

    /// A discussion by its title, in the page's language where it exists, leading to it.
    func topicLink(_ topic: Catalog.Topic, anchor: String = "") -> TitledLink {
        let shown = site.language(for: language, among: topic.languages)
        return TitledLink(
            url: url(.discussion(topic.discussion.id), in: shown) + anchor, title: topic.discussion.opening[shown]?.title ?? "",
            foreign: foreign(shown))
    }

    func itemLink(_ item: Catalog.Item) -> TitledLink {
        let shown = site.language(for: language, among: item.languages)
        return TitledLink(url: url(.entry(item.entry.id), in: shown), title: item.entry.texts[shown]?.title ?? "", foreign: foreign(shown))
    }

    /// What asks the gate's script for the one that helps with reading; nil where the host keeps the gate, and pages have no script.
    ///
    /// - Parameter discussion: the number of the one that the page shows; empty on any other page.
    func readingScript(discussion: String = "") -> ReadingScript? {
        guard hasTools else { return nil }
        return ReadingScript(
            discussion: discussion, script: "assets/" + site.readingAssets.script, style: "assets/" + site.readingAssets.style,
            words: site.theme.readingWords(for: language))
    }

    /// Whether there is a script that helps with reading.
    var hasTools: Bool { book == nil }

    /// A month by itself, as headings and lists have it.
    func title(_ month: Month) -> String {
        words.capitalised(words.dates.month(month.month, year: month.year))
    }

    func byline(_ posted: Contribution.Posted) -> Byline {
        let role = strings.text(StringKey(posted.role))
        return Byline(
            name: posted.author ?? role, position: posted.position, institution: posted.institution, member: posted.member.map(memberLink),
            role: posted.author == nil || posted.role == .participant ? nil : role, foreign: foreign(posted.original.language))
    }
}

extension StringKey {
    init(_ role: Contribution.Role) {
        switch role {
        case .participant: self = .participant
        case .guest: self = .guest
        case .staff: self = .staff
        case .moderator: self = .moderator
        }
    }

    /// The name of one entry of that kind.
    init(one kind: LibraryEntry.Kind) {
        switch kind {
        case .practice: self = .practice
        case .tool: self = .tool
        case .methodology: self = .methodology
        case .experience: self = .experience
        }
    }

    /// The name of all entries of that kind.
    init(all kind: LibraryEntry.Kind) {
        switch kind {
        case .practice: self = .practices
        case .tool: self = .tools
        case .methodology: self = .methodologies
        case .experience: self = .experiences
        }
    }

    /// The heading above all discussions that are that far.
    init(all status: Status) {
        switch status {
        case .open: self = .groupOpen
        case .announced: self = .groupAnnounced
        case .closed: self = .groupClosed
        }
    }
}

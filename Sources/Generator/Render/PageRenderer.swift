import Access
import Model
import Theme

/// Turns a planned page into the text that is sealed. Pure: the same site and entry give the same bytes.
struct PageRenderer: Sendable {
    private let site: Site
    private let cards = CardStore()

    init(_ site: Site) {
        self.site = site
    }

    /// The page's text for a reader: its title, a line break, and the HTML of the document's body.
    ///
    /// - Parameter renderers: the calling thread's own, by language.
    func render(_ entry: Plan.Entry, for reader: Audience, with renderers: inout [Language: TemplateRenderer]) -> [UInt8] {
        if renderers[entry.language] == nil { renderers[entry.language] = site.theme.renderer(for: entry.language) }
        guard let renderer = renderers[entry.language] else { return [] }
        let writing = Writing(
            site, entry.language, renderer, for: reader, root: String(repeating: "../", count: entry.subject.depth))
        let sheet = writing.sheet(entry.subject, cards: cards)
        let frame = writing.frame(sheet, around: entry.subject)
        let forum = writing.title(site.forum.title)
        let title = entry.subject == .home ? forum : writing.documentTitle(sheet, forum: forum)
        let newline = UInt8(ascii: "\n")
        var text = title.utf8.map { $0 == newline ? UInt8(ascii: " ") : $0 }
        text.append(newline)
        text += writing.render(frame)
        return text
    }
}

/// What is particular to one page: what stands inside the frame, and where the page hangs in the site.
struct Sheet {
    let title: String
    let main: [UInt8]
    /// From below the home to the page's parent.
    let crumbs: [TitledLink]
    /// Which of several sheets it is, on all but the first: "Page 2 of 7".
    var place: String?
}

extension Writing {
    func sheet(_ subject: Subject, cards: CardStore) -> Sheet {
        switch subject {
        case .home: home(cards)
        case .rooms: rooms()
        case .categories: categories()
        case .members: members()
        case .archive: archive()
        case .calendar: calendar()
        case .library: library(cards)
        case .compendium: compendium()
        case .form, .guestForm: form()
        case .search, .guestSearch: search()
        case .room(let id, let sheet): room(id, sheet, cards)
        case .category(let id, let sheet): category(id, sheet, cards)
        case .member(let code, let sheet): member(code, sheet, cards)
        case .month(let month, let sheet): self.month(month, sheet, cards)
        case .kind(let kind, let sheet): self.kind(kind, sheet, cards)
        case .discussion(let id), .guestDiscussion(let id): discussion(id)
        case .entry(let id): entry(id)
        case .page(let id), .guestPage(let id, _): page(id)
        case .statistics: statistics()
        }
    }

    func documentTitle(_ sheet: Sheet, forum: String) -> String {
        guard let place = sheet.place else { return strings.text(.documentTitle, ["title": sheet.title, "forum": forum]) }
        return strings.text(.sheetTitle, ["title": sheet.title, "page": place, "forum": forum])
    }

    func frame(_ sheet: Sheet, around subject: Subject) -> Frame {
        if let guestsDiscussion { return frame(sheet, around: subject, forGuestsOf: guestsDiscussion) }
        let pages = site.catalog.pages
        func links(_ menu: Page.Menu) -> [TitledLink] {
            pages.filter { $0.menu == menu }.compactMap { page in
                let languages = site.plan.languages(of: .page(page.id))
                guard !languages.isEmpty else { return nil }
                let shown = site.language(for: language, among: languages)
                return TitledLink(
                    url: url(.page(page.id), in: shown), title: page.texts[shown]?.title ?? "", foreign: foreign(shown),
                    current: subject == .page(page.id))
            }
        }
        let indexes: [(Subject, StringKey)] = [
            (.home, .home), (.rooms, .rooms), (.categories, .categories), (.library, .library), (.archive, .archive), (.members, .members),
            (.form, .form),
        ]
        let menu = indexes.map { TitledLink(url: url($0.0), title: strings.text($0.1), current: $0.0 == subject) }
        let here = TitledLink(url: "", title: sheet.title, current: true)
        let home = TitledLink(url: url(.home), title: strings.text(.home))
        return Frame(
            forum: title(site.forum.title), home: url(.home), menu: menu + links(.header), languages: languageBar(subject),
            crumbs: subject == .home ? [] : [home] + sheet.crumbs + [here], main: sheet.main,
            footer: links(.footer) + [TitledLink(url: url(.calendar), title: strings.text(.calendar), current: subject == .calendar)]
                + statisticsLink(from: subject),
            contact: site.forum.contact, find: subject == .search ? nil : url(.search), sealed: site.forum.gate == .sealed)
    }

    /// What guests see around their discussion, and around the pages that belong to it: these, and nothing else of the forum.
    private func frame(_ sheet: Sheet, around subject: Subject, forGuestsOf discussion: String) -> Frame {
        let home = Subject.discussion(discussion)
        let search = Subject.guestSearch(of: discussion)
        let footer = Plan.guestPages.compactMap { id -> TitledLink? in
            let page = Subject.guestPage(id, of: discussion)
            let languages = site.plan.languages(of: page)
            guard !languages.isEmpty, let texts = site.catalog.pages.first(where: { $0.id == id })?.texts else { return nil }
            let shown = site.language(for: language, among: languages)
            return TitledLink(
                url: url(page, in: shown), title: texts[shown]?.title ?? "", foreign: foreign(shown), current: subject == page)
        }
        return Frame(
            forum: title(site.forum.title), home: url(home, in: site.language(for: language, among: site.plan.languages(of: home))),
            menu: [], languages: languageBar(subject), crumbs: [], main: sheet.main, footer: footer, contact: site.forum.contact,
            find: subject == search ? nil : url(search, in: site.language(for: language, among: site.plan.languages(of: search))),
            sealed: site.forum.gate == .sealed)
    }

    private func languageBar(_ subject: Subject) -> [LanguageLink] {
        let existing = site.plan.languages(of: subject)
        let offered = reader == .members ? site.forum.languages : site.forum.languages.filter(existing.contains)
        return offered.map { other in
            let there = existing.contains(other)
            return LanguageLink(
                url: url(there ? subject : .home, in: other), code: other.code, direction: Self.direction(other),
                name: site.ownNames[other] ?? other.code,
                current: other == language, home: !there)
        }
    }
}

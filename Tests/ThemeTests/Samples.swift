@testable import Theme

/// One of each view, with everything in it that can be; `text` stands in every text.
struct Samples {
    let text: String

    private var foreign: Foreign { Foreign(code: text, direction: text, name: text) }
    private var link: TitledLink { TitledLink(url: text, title: text, foreign: foreign, current: true) }
    private var plainLink: TitledLink { TitledLink(url: text, title: text) }
    private var date: ShownDate { ShownDate(machine: text, shown: text) }
    private var status: StatusMark { StatusMark(state: text, label: text, spans: text) }
    private var byline: Byline { Byline(name: text, position: text, institution: text, member: link, role: text, foreign: foreign) }
    private var body: Body {
        Body(html: Array("<p>body</p>".utf8), foreign: foreign, translation: text, original: (text, text), outdated: text)
    }
    private var ownBody: Body { Body(html: Array("<h2>body</h2>".utf8)) }
    private var attachment: AttachmentItem { AttachmentItem(url: text, name: text, detail: text, sealed: true) }
    private var card: Card { Card(Array("<i>card</i>".utf8)) }
    private var counted: CountedLink { CountedLink(link: link, count: text) }
    private var room: RoomCard { RoomCard(link: link, languages: text, moderators: text, opening: [text, text], count: text) }
    private var languageLink: LanguageLink {
        LanguageLink(url: text, code: text, direction: text, name: text, current: true, home: true)
    }
    private var language: FrontLanguage {
        FrontLanguage(code: text, direction: text, name: text, forum: text, sentence: text, action: text, byMail: text)
    }

    var frame: Frame {
        Frame(
            forum: text, home: text, menu: [link],
            languages: [languageLink],
            crumbs: [plainLink, link], main: Array("<h1>main</h1>".utf8), footer: [link], contact: text, find: text,
            sealed: true)
    }

    var home: HomeView {
        HomeView(
            title: text, description: text, open: [card], announced: [card], newest: [card], library: [card], rooms: [room],
            categories: [counted], libraryURL: text, archiveURL: text, calendarURL: text, formURL: text)
    }

    var calendar: CalendarView {
        let dates = CalendarView.Dates(link: link, number: text, status: status, opens: date, closes: date, room: link)
        return CalendarView(
            title: text, intro: text, file: text, name: text, sealed: true, groups: [(heading: text, dates: [dates])], archiveURL: text)
    }

    var compendium: CompendiumView {
        CompendiumView(
            title: text, forum: text, intro: text, count: text, latest: date,
            groups: [(heading: text, entries: [CompendiumView.Chapter(link: link, html: Array("<p>entry</p>".utf8))])])
    }

    var listing: ListingView {
        ListingView(
            title: text, foreign: foreign, room: room, groups: [(heading: text, cards: [card]), (heading: nil, cards: [card])],
            pager: Pager(label: text, newer: text, older: text), isLibrary: true, reading: reading)
    }

    var discussionCard: DiscussionCard {
        DiscussionCard(
            link: link, number: text, room: link, categories: [link], status: status, opens: date, closes: date, questions: [text],
            contributions: text, announced: false)
    }

    var contribution: ContributionView {
        let posted = ContributionView.Posted(
            byline: byline, note: true, date: date, corrected: date, question: (text, text), replyTo: (text, text), body: body,
            attachments: [attachment], reply: text)
        return ContributionView(
            id: text, number: text, posted: posted, withdrawn: nil, replies: [card], fold: text, isWaiting: true, hasTools: true)
    }

    private func question(_ number: Int, isAnswered: Bool) -> QuestionItem {
        QuestionItem(
            number: number, shown: text, label: text, text: text, form: text, isAnswered: isAnswered, answers: Array("<p>answers</p>".utf8))
    }

    private var around: AroundView.Contributor {
        AroundView.Contributor(name: text, member: link, here: [text, text], elsewhere: [link, plainLink])
    }

    private var reading: ReadingScript { ReadingScript(discussion: text, script: text, style: text, words: text) }

    func discussion(contributions: [Card]? = nil) -> DiscussionView {
        DiscussionView(
            title: text, number: text, status: status, room: link, categories: [link], opens: date, closes: date, proposedBy: link,
            parallel: [link], announced: true, withdrawn: text, contribute: text,
            opening: ownBody, questions: [question(1, isAnswered: true), question(2, isAnswered: false)], summary: body, outcome: body,
            count: text, contributions: contributions ?? [card],
            guide: ThreadGuide(newest: text, waiting: (text, text), isLong: true),
            around: Array("<p>around</p>".utf8), reading: reading)
    }

    var entry: EntryView {
        EntryView(
            title: text, kind: link, date: date, categories: [link], members: [link], year: text, links: [link], body: body,
            attachments: [attachment], withdrawn: nil, linked: [link], reading: reading)
    }

    var shell: ShellView {
        ShellView(
            language: text, direction: text, forum: text, root: text, style: text, script: text, strings: text,
            noscript: [LanguageSentence(code: text, direction: text, text: text)], languages: [languageLink], ownOrigin: true,
            sealed: Array("AAAA".utf8), part: Array("AAAA".utf8))
    }

    var plain: PlainView {
        PlainView(
            language: text, direction: text, title: text, root: text, style: text, own: (text, text),
            body: Array("<main id=\"main\"></main>".utf8))
    }

    private func preview(_ content: PreviewView.Content) -> PreviewView {
        PreviewView(
            language: text, direction: text, title: text, root: text, style: text, own: (text, text), preview: (text, text), words: text,
            build: text, content: content)
    }

    var previews: [PreviewView] {
        [preview(.page(Array("<main id=\"main\"></main>".utf8))), preview(.lost([language])), preview(.failed(text))]
    }

    var form: FormView {
        FormView(title: text, facts: text, words: text, script: text, style: text)
    }

    var search: SearchView {
        let choice = SearchView.Choice(value: text, title: text, foreign: foreign)
        return SearchView(
            title: text, facts: text, words: text, script: text, style: text, rooms: [choice], categories: [choice], members: [choice],
            languages: [choice], library: true)
    }

    var formFile: FormFileView {
        FormFileView(
            language: text, direction: text, title: text, scriptHash: text, styleHash: text, style: Array("<style></style>".utf8),
            form: Array("<main id=\"main\"></main>".utf8), given: [], script: Array("<script></script>".utf8))
    }

    var letter: LetterView {
        LetterView(
            language: text, direction: text, style: Array("<style>p{}</style>".utf8), forum: text, date: text, intro: text, until: text,
            address: text, user: text, passphrase: text, contact: text, accepted: text,
            terms: LetterView.Terms(language: text, direction: text, title: text, html: Array("<h2>a</h2>".utf8)))
    }

    private var reportRow: [ReportCell] {
        [
            ReportCell(text: text, isNumeric: false, isShort: true, foreign: foreign),
            ReportCell(text: text, isNumeric: true, isShort: false, foreign: nil),
        ]
    }

    private var reportSection: ReportSection {
        ReportSection(
            id: text, title: text, chart: ReportChart(picture: Array("<svg></svg>".utf8), remark: text),
            columns: [ReportColumn(title: text, isNumeric: false), ReportColumn(title: text, isNumeric: true)],
            rows: [reportRow, reportRow],
            total: reportRow, nothing: text)
    }

    var report: ReportView {
        ReportView(
            language: text, direction: text, style: Array("<style>p{}</style>".utf8), title: text, forum: text, period: text, counted: text,
            sections: [reportSection], notesTitle: text, notes: [ReportNote(term: text, text: text)])
    }

    var statistics: StatisticsView {
        StatisticsView(
            title: text, intro: text, period: text, sections: [reportSection], notesTitle: text,
            notes: [ReportNote(term: text, text: text)])
    }

    var digest: DigestView {
        let tongue = DigestView.Tongue(code: text, direction: text)
        let link = DigestView.Link(title: text, url: text, tongue: tongue)
        let excerpt = DigestView.Excerpt(text: text, tongue: tongue, note: text)
        let item = DigestView.Item(
            link: link, details: text, questions: [text], excerpt: excerpt,
            posts: [DigestView.Post(link: link, details: text, excerpt: excerpt)], more: text)
        return DigestView(
            language: text, direction: text, title: text, forum: text, address: text, period: text, count: text, notice: text,
            sections: [DigestView.Section(heading: text, items: [item], more: text)], footer: [text])
    }

    private var bookContents: BookContentsView {
        let entries = [
            BookContentsView.Entry(url: text, number: text, title: text, member: text, foreign: foreign),
            BookContentsView.Entry(url: text, number: nil, title: text),
        ]
        return BookContentsView(front: (text, text), groups: [BookContentsView.Group(heading: text, url: text, entries: entries)])
    }

    var all: [any View] {
        [
            frame, home, RoomsView(title: text, rooms: [room]),
            DirectoryView(title: text, intro: text, links: [counted], entries: (text, [card]), more: link, reading: reading), listing,
            discussionCard, EntryCard(link: link, kind: text, date: date, categories: [link], members: [link], excerpt: text),
            ContributionCard(url: text, byline: byline, date: date, discussion: link, excerpt: text, foreign: foreign), discussion(),
            contribution, ContributionView(id: text, number: text, posted: nil, withdrawn: text, replies: []), entry,
            EntryView(
                title: text, kind: nil, date: nil, categories: [], members: [], year: nil, links: [], body: nil, attachments: [],
                withdrawn: text),
            PageView(title: text, body: body, attachments: [attachment]), shell,
            FrontView(language: text, direction: text, title: text, style: text, script: text, plain: text, languages: [language]),
            NotFoundView(language: text, direction: text, title: text, style: text, script: text, base: text, languages: [language]),
            plain, letter, form, search, formFile, report, statistics, digest,
            AnswersView(answers: [(text, text, text), (text, text, nil)], count: text, isFolded: false),
            AnswersView(answers: [(text, text, text)], count: text, isFolded: true), AnswersView(answers: [], count: text, isFolded: false),
            AroundView(contributors: [around, around], linked: [link]), calendar, compendium,
            CompendiumEntryView(id: text, foreign: foreign, entry: entry),
            BookPageView(language: text, direction: text, title: text, style: text, main: Array("<p>a</p>".utf8)),
            BookFrontView(above: text, title: text, counts: [text], made: text, inClear: text, address: text), bookContents,
            CopyView(
                language: text, direction: text, title: text, root: text, style: text, discussion: (text, text), address: text),
        ] + previews
    }
}

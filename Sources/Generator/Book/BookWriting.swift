import Access
import Model
import Theme

/// Those who write a book's documents, one for each language in which it has chapters.
final class BookWritings {
    private let site: Site
    private let links: BookLinks
    private let reader: Audience
    private var made: [Language: Writing] = [:]

    /// A book of one discussion says no more than its page says to those who may read nothing else.
    init(_ site: Site, _ extent: Book.Extent, _ links: BookLinks) {
        self.site = site
        self.links = links
        reader = if case .discussion(let id) = extent, site.guestDiscussions.contains(id) { .guests(of: id) } else { .members }
    }

    subscript(language: Language) -> Writing {
        if let writing = made[language] { return writing }
        let root = site.forum.baseURL + reader.tree(site.forum.gate)
        let writing = Writing(site, language, site.theme.renderer(for: language), for: reader, root: root, book: links)
        made[language] = writing
        return writing
    }
}

extension Writing {
    func bookTitle(_ extent: Book.Extent) -> String {
        guard case .discussion(let id) = extent, let index = site.catalog.topicsByID[id] else { return title(site.forum.title) }
        return topicLink(site.catalog.topics[index]).title
    }

    func bookFront(_ extent: Book.Extent, _ chapters: BookChapters) -> [UInt8] {
        let forum = title(site.forum.title)
        let today = words.dates.day(site.catalog.calendar.day(of: site.catalog.now))
        var (above, counts): (String?, [String]) = (
            nil, [strings.plural(.discussionCount, chapters.topics.count), strings.plural(.entryCount, chapters.entryCount)]
        )
        if case .discussion(let id) = extent {
            let posted = chapters.topics.first?.discussion.contributions.count { $0.posted != nil } ?? 0
            (above, counts) = (
                strings.text(of: BookString.proceedings, ["forum": forum]), [id, strings.plural(.contributionCount, posted)]
            )
        }
        let view = BookFrontView(
            above: above, title: bookTitle(extent), counts: counts, made: strings.text(of: BookString.made, ["date": today]),
            inClear: strings.text(of: BookString.inClear), address: site.forum.baseURL + "\(language)/")
        return document(strings.text(of: BookString.titlePage), render(view))
    }

    func bookContents(_ extent: Book.Extent, _ chapters: BookChapters) -> [UInt8] {
        let groups: [BookContentsView.Group] =
            switch extent {
            case .forum: parts(chapters)
            case .discussion: chapters.topics.map(parts)
            }
        let front = (url: Book.front, title: strings.text(of: BookString.titlePage))
        return document(bookTitle(extent), render(BookContentsView(front: front, groups: groups)))
    }

    func bookChapter(_ subject: Subject) -> [UInt8] {
        switch subject {
        case .discussion(let id):
            let sheet = discussion(id)
            return document(sheet.title, sheet.main)
        case .entry(let id):
            let sheet = entry(id)
            return document(sheet.title, sheet.main)
        default: preconditionFailure("no book has a chapter on that")  // see `BookChapters`
        }
    }

    private func document(_ title: String, _ main: [UInt8]) -> [UInt8] {
        XHTML(
            render(
                BookPageView(
                    language: language.code, direction: Self.direction(language), title: title, style: Book.style, main: main)),
            host: String(site.forum.baseURL.dropLast(site.path.count))
        ).bytes
    }

    /// The chapters of a forum's book: discussions, then the library by its kinds.
    private func parts(_ chapters: BookChapters) -> [BookContentsView.Group] {
        let discussions = chapters.topics.map { entry(topicLink($0), .discussion($0.discussion.id), number: $0.discussion.id) }
        let library = chapters.groups.map { group in
            (strings.text(StringKey(all: group.kind)), group.items.map { entry(itemLink($0), .entry($0.entry.id)) })
        }
        return ([(strings.text(.groupDiscussions), discussions)] + library).compactMap { heading, entries in
            entries.first.map { BookContentsView.Group(heading: heading, url: $0.url, entries: entries) }
        }
    }

    private func entry(_ link: TitledLink, _ chapter: Subject, number: String? = nil) -> BookContentsView.Entry {
        BookContentsView.Entry(url: Book.file(chapter), number: number, title: link.title, foreign: link.foreign)
    }

    /// The contributions of a discussion that is a book by itself.
    private func parts(_ topic: Catalog.Topic) -> BookContentsView.Group {
        let file = Book.file(.discussion(topic.discussion.id))
        let thread = Thread(topic.discussion.contributions)
        let entries = thread.order.compactMap { index in
            let contribution = thread.contributions[index]
            return contribution.posted.map { posted in
                let byline = byline(posted)
                return BookContentsView.Entry(
                    url: "\(file)#c\(contribution.number)", number: contribution.number, title: byline.name, member: byline.member?.title)
            }
        }
        return BookContentsView.Group(heading: topicLink(topic).title, url: file, entries: entries)
    }
}

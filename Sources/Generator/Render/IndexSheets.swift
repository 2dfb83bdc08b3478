import Model
import Theme

extension Writing {
    func home(_ store: CardStore) -> Sheet {
        let catalog = site.catalog
        let open = catalog.topics.indices.filter { catalog.topics[$0].status == .open }
        let announced = catalog.topics.indices.filter { catalog.topics[$0].status == .announced }.reversed()
        let listings = site.plan.listings
        let view = HomeView(
            title: title(site.forum.title), description: site.forum.description.map(title),
            open: open.map { card(.topic($0), from: store, home: true) },
            announced: announced.map { card(.topic($0), from: store, home: true) },
            newest: catalog.voices.indices.prefix(6).map { card(.voice($0), from: store, home: true) },
            library: catalog.items.indices.prefix(6).map { card(.item($0), from: store, home: true) },
            rooms: listings.rooms.compactMap { site.room($0.id).map(roomCard) },
            categories: listings.categories.map { counted($0) }, libraryURL: url(.library), archiveURL: url(.archive),
            calendarURL: url(.calendar), formURL: url(.form))
        return Sheet(title: view.title, main: render(view), crumbs: [])
    }

    func rooms() -> Sheet {
        let cards = site.plan.listings.rooms.compactMap { site.room($0.id).map(roomCard) }
        let view = RoomsView(title: strings.text(.rooms), rooms: cards)
        return Sheet(title: view.title, main: render(view), crumbs: [])
    }

    func categories() -> Sheet {
        directory(.categories, intro: .categoriesIntro, site.plan.listings.categories.map { counted($0) })
    }

    func members() -> Sheet {
        let links = site.plan.listings.members.map { member in
            CountedLink(link: memberLink(member.code), count: counts(member.things))
        }
        return directory(.members, intro: .membersIntro, links.sorted { words.precedes($0.link.title, $1.link.title) })
    }

    func archive() -> Sheet {
        directory(
            .archive, intro: .archiveIntro,
            site.plan.listings.months.map { month in
                CountedLink(
                    link: TitledLink(url: url(.month(month.month, sheet: 1)), title: title(month.month)), count: counts(month.things))
            }, more: TitledLink(url: url(.calendar), title: strings.text(.calendar)))
    }

    func library(_ store: CardStore) -> Sheet {
        let most = 200
        let items = site.catalog.items.indices
        let heading =
            items.count > most
            ? strings.text(.newestEntries, ["count": words.numbers.text(most)]) : strings.text(.allEntries)
        let entries = items.prefix(most).map { card(.item($0), from: store) }
        return directory(
            .library, intro: .libraryIntro,
            site.plan.listings.kinds.map { kind in
                let link = TitledLink(url: url(.kind(kind.kind, sheet: 1)), title: strings.text(StringKey(all: kind.kind)))
                return CountedLink(link: link, count: strings.plural(.entryCount, kind.items.count))
            }, entries: entries.isEmpty ? nil : (heading, entries),
            more: TitledLink(url: url(.compendium), title: strings.text(.compendium)))
    }

    /// How many there are of each sort, as in "4 discussions and 2 library entries"; what there is none of is left out.
    private func counts(_ things: [Listings.Thing]) -> String {
        let topics = things.count { if case .topic = $0 { true } else { false } }
        let items = things.count { if case .item = $0 { true } else { false } }
        let counts: [(StringKey, Int)] = [
            (.contributionCount, things.count - topics - items), (.discussionCount, topics), (.entryCount, items),
        ]
        return words.list(counts.filter { $0.1 > 0 }.map { strings.plural($0.0, $0.1) })
    }

    private func directory(
        _ title: StringKey, intro: StringKey, _ links: [CountedLink], entries: (heading: String, cards: [Card])? = nil,
        more: TitledLink? = nil
    ) -> Sheet {
        let view = DirectoryView(
            title: strings.text(title), intro: strings.text(intro), links: links, entries: entries, more: more,
            reading: entries == nil ? nil : readingScript())
        return Sheet(title: view.title, main: render(view), crumbs: [])
    }

    private func counted(_ category: Listings.CategoryList) -> CountedLink {
        let link = categoryLinks([category.id]).first ?? TitledLink(url: url(.categories), title: category.id)
        return CountedLink(link: link, count: counts(category.things))
    }

    func roomCard(_ room: Room) -> RoomCard {
        let opening: [String] =
            switch room.opening {
            case .always: [strings.text(.openAlways)]
            case .periods(let periods):
                periods.sorted { $0.from < $1.from }.map {
                    words.dates.range(from: $0.from, until: $0.until)
                }
            }
        let count = site.plan.listings.rooms.first { $0.id == room.id }?.topics.count ?? 0
        return RoomCard(
            link: roomLink(room.id) ?? TitledLink(url: url(.rooms), title: room.id),
            languages: words.capitalised(words.list(room.languages.map(words.languages.name))),
            moderators: words.list(room.moderators), opening: opening, count: strings.plural(.discussionCount, count))
    }
}

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
            open: open.prefix(12).map { card(.topic($0), from: store, home: true) },
            announced: announced.prefix(6).map { card(.topic($0), from: store, home: true) },
            newest: catalog.voices.indices.prefix(6).map { card(.voice($0), from: store, home: true) },
            library: catalog.items.indices.prefix(6).map { card(.item($0), from: store, home: true) },
            rooms: listings.rooms.compactMap { site.room($0.id).map(roomCard) },
            categories: listings.categories.map { counted($0) }, libraryURL: url(.library), archiveURL: url(.archive))
        return Sheet(title: view.title, main: render(view), crumbs: [])
    }

    func rooms() -> Sheet {
        let cards = site.plan.listings.rooms.compactMap { site.room($0.id).map(roomCard) }
        let view = RoomsView(title: words.text("menu.rooms"), rooms: cards)
        return Sheet(title: view.title, main: render(view), crumbs: [])
    }

    func categories() -> Sheet {
        directory("menu.categories", intro: "intro.categories", site.plan.listings.categories.map { counted($0) })
    }

    func members() -> Sheet {
        let links = site.plan.listings.members.map { member in
            let topics = member.things.count { if case .topic = $0 { true } else { false } }
            let items = member.things.count { if case .item = $0 { true } else { false } }
            let voices = member.things.count - topics - items
            let counts = [("contributions", voices), ("proposals", topics), ("entries", items)].filter { $0.1 > 0 }
            return CountedLink(link: memberLink(member.code), count: words.list(counts.map { words.plural($0.0, $0.1) }))
        }
        return directory("menu.members", intro: "intro.members", links.sorted { words.precedes($0.link.title, $1.link.title) })
    }

    func archive() -> Sheet {
        directory(
            "menu.archive", intro: "intro.archive",
            site.plan.listings.months.map { month in
                let link = TitledLink(url: url(.month(month.month, sheet: 1)), title: words.month(year: month.month.year, month: month.month.month))
                return CountedLink(link: link, count: words.plural("discussions", month.topics.count))
            })
    }

    func library() -> Sheet {
        directory(
            "menu.library", intro: "intro.library",
            site.plan.listings.kinds.map { kind in
                let link = TitledLink(url: url(.kind(kind.kind, sheet: 1)), title: words.text("kinds.\(kind.kind.rawValue)"))
                return CountedLink(link: link, count: words.plural("entries", kind.items.count))
            })
    }

    private func directory(_ title: String, intro: String, _ links: [CountedLink]) -> Sheet {
        let view = DirectoryView(title: words.text(title), intro: words.text(links.isEmpty ? "intro.empty" : intro), links: links)
        return Sheet(title: view.title, main: render(view), crumbs: [])
    }

    private func counted(_ category: Listings.CategoryList) -> CountedLink {
        let items = category.things.count { if case .item = $0 { true } else { false } }
        let counts = [("discussions", category.things.count - items), ("entries", items)].filter { $0.1 > 0 }
        let link = categoryLinks([category.id]).first ?? TitledLink(url: url(.categories), title: category.id)
        return CountedLink(link: link, count: words.list(counts.map { words.plural($0.0, $0.1) }))
    }

    func roomCard(_ room: Room) -> RoomCard {
        let opening: [String] =
            switch room.opening {
            case .always: [words.text("room.always")]
            case .periods(let periods):
                periods.sorted { $0.from < $1.from }.map {
                    words.text("room.period", ["from": words.date($0.from), "until": words.date($0.until)])
                }
            }
        let count = site.plan.listings.rooms.first { $0.id == room.id }?.topics.count ?? 0
        return RoomCard(
            link: roomLink(room.id) ?? TitledLink(url: url(.rooms), title: room.id), languages: words.list(room.languages.map(words.languageName)),
            moderators: words.list(room.moderators), opening: opening, count: words.plural("discussions", count))
    }
}

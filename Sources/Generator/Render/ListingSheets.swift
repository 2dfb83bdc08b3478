import Model
import Theme

/// The indexes that show cards, a sheet at a time.
extension Writing {
    func room(_ id: String, _ sheet: Int, _ store: CardStore) -> Sheet {
        let topics = site.plan.listings.rooms.first { $0.id == id }?.topics ?? []
        let shown = slice(topics, sheet)
        let groups: [(heading: String?, cards: [Card])] = [Status.open, .announced, .closed].compactMap { status in
            let some = shown.filter { site.catalog.topics[$0].status == status }
            return some.isEmpty ? nil : (strings.text(StringKey(all: status)), some.map { card(.topic($0), from: store) })
        }
        let link = roomLink(id)
        return listing(
            link?.title ?? id, foreign: link?.foreign, room: site.room(id).map(roomCard), groups: groups, total: topics.count, sheet,
            parent: (.rooms, .rooms)
        ) { .room(id, sheet: $0) }
    }

    func category(_ id: String, _ sheet: Int, _ store: CardStore) -> Sheet {
        let things = site.plan.listings.categories.first { $0.id == id }?.things ?? []
        let link = categoryLinks([id]).first
        return listing(
            link?.title ?? id, foreign: link?.foreign, groups: mixed(slice(things, sheet), store), total: things.count, sheet,
            parent: (.categories, .categories)
        ) { .category(id, sheet: $0) }
    }

    func member(_ code: String, _ sheet: Int, _ store: CardStore) -> Sheet {
        let things = site.plan.listings.members.first { $0.code == code }?.things ?? []
        let (name, language) = memberName(code)
        return listing(
            name, foreign: foreign(language), groups: mixed(slice(things, sheet), store), total: things.count, sheet,
            parent: (.members, .members)
        ) { .member(code, sheet: $0) }
    }

    func month(_ month: Month, _ sheet: Int, _ store: CardStore) -> Sheet {
        let things = site.plan.listings.months.first { $0.month == month }?.things ?? []
        return listing(
            title(month), foreign: nil, groups: mixed(slice(things, sheet), store), total: things.count, sheet, parent: (.archive, .archive)
        ) { .month(month, sheet: $0) }
    }

    func kind(_ kind: LibraryEntry.Kind, _ sheet: Int, _ store: CardStore) -> Sheet {
        let items = site.plan.listings.kinds.first { $0.kind == kind }?.items ?? []
        return listing(
            strings.text(StringKey(all: kind)), foreign: nil, groups: [(nil, slice(items, sheet).map { card(.item($0), from: store) })],
            total: items.count, sheet, parent: (.library, .library), isLibrary: true
        ) { .kind(kind, sheet: $0) }
    }

    /// Discussions, contributions and library entries under headings of their own.
    private func mixed(_ things: [Listings.Thing], _ store: CardStore) -> [(heading: String?, cards: [Card])] {
        func group(_ heading: StringKey, _ belongs: (Listings.Thing) -> Bool) -> (heading: String?, cards: [Card])? {
            let some = things.filter(belongs)
            return some.isEmpty ? nil : (strings.text(heading), some.map { card($0, from: store) })
        }
        return [
            group(.groupDiscussions) { if case .topic = $0 { true } else { false } },
            group(.groupContributions) { if case .voice = $0 { true } else { false } },
            group(.groupLibrary) { if case .item = $0 { true } else { false } },
        ].compactMap { $0 }
    }

    private func slice<T>(_ things: [T], _ sheet: Int) -> [T] {
        Array(things.dropFirst((sheet - 1) * Plan.sheetLength).prefix(Plan.sheetLength))
    }

    private func listing(
        _ title: String, foreign: Foreign?, room: RoomCard? = nil, groups: [(heading: String?, cards: [Card])], total: Int, _ sheet: Int,
        parent: (Subject, StringKey), isLibrary: Bool = false, subject: (Int) -> Subject
    ) -> Sheet {
        let sheets = (total + Plan.sheetLength - 1) / Plan.sheetLength
        let pager =
            sheets < 2
            ? nil
            : Pager(
                label: strings.text(.pager, ["page": words.numbers.text(sheet), "pages": words.numbers.text(sheets)]),
                newer: sheet > 1 ? url(subject(sheet - 1)) : nil, older: sheet < sheets ? url(subject(sheet + 1)) : nil)
        let view = ListingView(
            title: title, foreign: foreign, room: room, groups: groups, pager: pager, isLibrary: isLibrary,
            reading: isLibrary ? readingScript() : nil)
        return Sheet(
            title: title, main: render(view), crumbs: [TitledLink(url: url(parent.0), title: strings.text(parent.1))],
            place: sheet > 1 ? pager?.label : nil)
    }
}

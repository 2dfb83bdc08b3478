import Model
import Theme

extension Writing {
    /// The whole library as one document; what is not there in the page's language stands in its own.
    func compendium() -> Sheet {
        let catalog = site.catalog
        let groups = site.plan.listings.kinds.map { kind in
            (
                heading: strings.text(StringKey(all: kind.kind)),
                entries: kind.items.map { chapter(catalog.items[$0]) }
            )
        }
        let view = CompendiumView(
            title: strings.text(.compendium), forum: title(site.forum.title), intro: strings.text(.compendiumIntro),
            count: strings.plural(.entryCount, catalog.items.count), latest: catalog.items.map(\.facts.date).max().map(date),
            groups: groups)
        return Sheet(
            title: view.title, main: render(view), crumbs: [TitledLink(url: url(.library), title: strings.text(.library))])
    }

    private func chapter(_ item: Catalog.Item) -> CompendiumView.Chapter {
        let shown = site.language(for: language, among: item.languages)
        let id = "e-\(item.entry.id)"
        let view = CompendiumEntryView(id: id, foreign: foreign(shown), entry: entryView(item, shown: shown, embeddedAs: id))
        let title = TitledLink(url: "#\(id)", title: view.entry.title, foreign: foreign(shown))
        return CompendiumView.Chapter(link: title, html: render(view))
    }
}

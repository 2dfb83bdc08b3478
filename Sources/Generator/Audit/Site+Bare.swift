import Access
import Check
import Model

extension Site {
    /// The forum with nothing in it but what may be read by all: its title, its address and its languages.
    func bare(keystore: Keystore) -> Site {
        let forum = Forum(
            title: self.forum.title, baseURL: self.forum.baseURL, languages: self.forum.languages,
            defaultLanguage: self.forum.defaultLanguage, timeZone: self.forum.timeZone, members: .some([]), categories: [], rooms: [],
            gate: self.forum.gate, ownOrigin: self.forum.ownOrigin)
        let content = Content(forum: forum, discussions: [], entries: [], pages: [])
        let catalog = Catalog(content, calendar: catalog.calendar, now: catalog.now, digests: [:])
        let plan = Plan(catalog)
        let names = OpaqueNames(keystore)
        let links = LinkResolver(content: content, now: catalog.now) { _ in [] }
        return Site(
            catalog: catalog, plan: plan, addresses: Addresses(plan, names: names), theme: theme, links: links, texts: [:],
            files: FilePlan(catalog, texts: [:], links: links, names: names),
            calendar: CalendarPlan(catalog, names: names), search: SearchPlan(catalog, names: names), smallPictures: [:],
            formAssets: formAssets, sending: sending)
    }
}

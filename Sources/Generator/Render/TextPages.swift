import Model
import Theme

extension Writing {
    func entry(_ id: String) -> Sheet {
        let library = TitledLink(url: url(.library), title: strings.text(.library))
        guard let index = site.catalog.itemsByID[id] else { return withdrawnEntry(id, library) }
        let view = entryView(site.catalog.items[index], shown: language)
        return Sheet(title: view.title, main: render(view), crumbs: [library] + (view.kind.map { [$0] } ?? []))
    }

    /// - Parameter id: of the part of the page that it is; nil where it has the page to itself.
    func entryView(_ item: Catalog.Item, shown: Language, embeddedAs id: String? = nil) -> EntryView {
        let kind = TitledLink(url: url(.kind(item.facts.kind, sheet: 1)), title: strings.text(StringKey(all: item.facts.kind)))
        let body = body(in: item.entry.texts, shown: shown, on: page(of: .entry(item.entry.id))).map { body in
            id.map { body.embedded(as: $0, levels: 2) } ?? body
        }
        let folder = "content/library/\(item.entry.id)"
        return EntryView(
            title: item.entry.texts[shown]?.title ?? "", kind: kind, date: date(item.facts.date),
            categories: categoryLinks(item.facts.categories),
            members: item.facts.members.map(memberLink), year: item.facts.year.map(String.init),
            links: item.facts.links.map { TitledLink(url: $0.url, title: $0.title) }, body: body,
            attachments: attachmentItems(listed(item.entry.attachments), of: folder, among: item.entry.attachments), withdrawn: nil,
            linked: id == nil ? linked(.entry(item.entry.id)) : [], reading: id == nil ? readingScript() : nil)
    }

    private func withdrawnEntry(_ id: String, _ library: TitledLink) -> Sheet {
        let withdrawal = site.catalog.withdrawnEntries.first { $0.id == id }?.withdrawal
        let title = strings.text(.withdrawnEntry)
        let view = EntryView(
            title: title, kind: nil, date: nil, categories: [], members: [], year: nil, links: [], body: nil, attachments: [],
            withdrawn: withdrawal.map { sentence(.entryWithdrawn, $0) })
        return Sheet(title: title, main: render(view), crumbs: [library])
    }

    func page(_ id: String) -> Sheet {
        guard let page = site.catalog.pages.first(where: { $0.id == id }), let body = body(in: page.texts, shown: language) else {
            return Sheet(title: id, main: [], crumbs: [])
        }
        let files = attachmentItems(listed(page.attachments), of: "content/pages/\(id)", among: page.attachments)
        let view = PageView(title: page.texts[language]?.title ?? "", body: body, attachments: files)
        return Sheet(title: view.title, main: render(view), crumbs: [])
    }

    /// The files to list below a text: all but pictures, which stand in it.
    private func listed(_ attachments: [Attachment]) -> [String] {
        attachments.map(\.path).filter { !MediaType(path: $0).isPicture }
    }
}

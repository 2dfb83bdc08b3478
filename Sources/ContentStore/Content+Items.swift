package import Model

extension Content {
    /// All that was read, each kind in its order.
    package init(_ forum: Forum, _ items: [ContentItem]) {
        var discussions: [Discussion] = []
        var entries: [LibraryEntry] = []
        var pages: [Page] = []
        for item in items {
            switch item {
            case .discussion(let discussion): discussions.append(discussion)
            case .entry(let entry): entries.append(entry)
            case .page(let page): pages.append(page)
            }
        }
        self.init(
            forum: forum, discussions: discussions.sorted { $0.id < $1.id }, entries: entries.sorted { $0.id < $1.id },
            pages: pages.sorted { ($0.order, $0.id) < ($1.order, $1.id) })
    }
}

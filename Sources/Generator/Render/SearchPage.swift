import Access
import Model
import Theme

/// What the search's script knows of the forum: the JSON in `data-facts` of its page. `themes/wipo/scripts/search/` reads it.
private struct SearchFacts: Encodable {
    /// From the page to the root that its readers' paths begin at.
    let root: String
    /// Those in which there is something to find, in the forum's order.
    let languages: [Language]

    struct Language: Encodable {
        let code: String
        let dir: String
        /// Its own.
        let name: String
        /// Of the table of its index: a path from the root.
        let table: String
    }
}

extension Writing {
    /// The search over all that the page's readers may read; guests' over their discussion alone, of which they see nothing else either.
    func search() -> Sheet {
        let title = strings.text(of: SearchString.title)
        let indexes = site.search.entries(for: reader)
        let facts = SearchFacts(
            root: root,
            languages: indexes.map {
                .init(
                    code: $0.language.code, dir: Self.direction($0.language), name: site.ownNames[$0.language] ?? $0.language.code,
                    table: site.search.table($0))
            })
        let isMembers = guestsDiscussion == nil
        let listings = site.plan.listings
        let view = SearchView(
            title: title, facts: ScriptFacts.json(facts), words: site.theme.searchWords(for: language),
            script: "assets/" + site.searchAssets.script, style: "assets/" + site.searchAssets.style,
            rooms: isMembers ? site.forum.rooms.map { choice($0.id, $0.title) } : [],
            categories: isMembers ? site.forum.categories.map { choice($0.id, $0.title) } : [],
            members: isMembers ? words.sorted(listings.members.map { choice($0.code) }, by: \.title) : [],
            languages: indexes.map(\.language).filter { $0 != language }.map {
                .init(value: $0.code, title: site.ownNames[$0] ?? $0.code, foreign: foreign($0))
            },
            library: isMembers)
        return Sheet(title: title, main: render(view), crumbs: [])
    }

    private func choice(_ id: String, _ titles: Titles) -> SearchView.Choice {
        let (text, language) = titles.title(in: self.language, else: site.forum.defaultLanguage)
        return SearchView.Choice(value: id, title: text, foreign: foreign(language))
    }

    private func choice(_ code: String) -> SearchView.Choice {
        let (name, language) = memberName(code)
        return SearchView.Choice(value: code, title: name, foreign: foreign(language))
    }
}

import Access
import Model
import Search

/// The indexes of the site: one for each audience and each language in which there is something to find.
struct SearchPlan: Sendable {
    struct Entry: Sendable, Hashable {
        let audience: Audience
        let language: Language
        /// What the names of its files are made of.
        fileprivate let purpose: String
        /// The folder of its files from the site's root, ending in `/`.
        fileprivate let folder: String
        /// The same from the root of the tree that its readers' pages lie in.
        fileprivate let url: String
    }

    /// Members' first, each audience's in the forum's order of languages.
    let entries: [Entry]
    private let names: OpaqueNames?

    /// - Parameter names: nil for a look at single texts before there are keys; names are then only stand-ins.
    init(_ catalog: Catalog, names: OpaqueNames?) {
        self.names = names
        var entries: [Entry] = []
        let gate = catalog.forum.gate
        func add(_ audience: Audience, _ language: Language, _ purpose: String, below folder: String) {
            let url = "search/" + (gate == .sealed ? folder : "")
            entries.append(Entry(audience: audience, language: language, purpose: purpose, folder: audience.tree(gate) + url, url: url))
        }
        for language in catalog.forum.languages { add(.members, language, "search/\(language)", below: "") }
        for topic in catalog.topics where topic.facts.guests {
            let id = topic.discussion.id
            let written = topic.status == .announced ? topic.languages : Set(topic.discussion.texts.map(\.language))
            for language in catalog.forum.languages where written.contains(language) {
                add(.guests(of: id), language, "guests/\(id)/search/\(language)", below: "\(id)/")
            }
        }
        self.entries = entries
    }

    /// Those of an audience.
    func entries(for audience: Audience) -> [Entry] { entries.filter { $0.audience == audience } }

    /// The name of a file of an index: its path is this with `.bin` behind it, in the index's folder.
    func name(_ entry: Entry, _ section: SearchIndex.Section, _ number: Int) -> String {
        let purpose = section == .table ? "\(entry.purpose)/table" : "\(entry.purpose)/\(section.rawValue)/\(number)"
        return names?.name(for: purpose) ?? purpose.replacing("/", with: "-")
    }

    /// Its path from the site's root.
    func path(_ entry: Entry, _ section: SearchIndex.Section, _ number: Int) -> String {
        "\(entry.folder)\(name(entry, section, number)).bin"
    }

    /// The path of an index's table from the root of the tree that its readers' pages lie in.
    func table(_ entry: Entry) -> String { "\(entry.url)\(name(entry, .table, 0)).bin" }
}

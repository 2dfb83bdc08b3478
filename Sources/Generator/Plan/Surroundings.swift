import Check
import Markdown
import Model

/// What hangs together across discussions: who wrote what, and which texts link to what. Made once a build.
struct Surroundings: Sendable {
    /// Whose contributions belong together: a person's by name and State, what names nobody by its State and role.
    struct Author: Hashable, Sendable {
        let name: String?
        let member: String?
        let role: Contribution.Role

        init(_ posted: Contribution.Posted) {
            (name, member, role) = (posted.author, posted.member, posted.role)
        }
    }

    /// A text that links somewhere, by where it stands.
    enum Source: Hashable, Sendable {
        /// A discussion: of itself, or of a contribution in it.
        case topic(Int, contribution: String?)
        case item(Int)
        case page(String)
    }

    /// How many of somebody's contributions elsewhere, and how many links, a page tells of.
    private static let most = (voices: 5, links: 50)

    /// The catalog's voices of each author, newest first.
    private let voices: [Author: [Int]]
    /// What links to a discussion or entry, each once, in the catalog's order.
    private let sources: [Subject: [Source]]
    private let catalog: Catalog

    init(_ catalog: Catalog, texts: [String: RenderedText], links: LinkResolver) {
        self.catalog = catalog
        var voices: [Author: [Int]] = [:]
        for (index, voice) in catalog.voices.enumerated() { voices[Author(voice.posted), default: []].append(index) }
        self.voices = voices
        var finder = SourceFinder(texts: texts, links: links)
        for (index, topic) in catalog.topics.enumerated() where topic.status != .announced {
            let discussion = topic.discussion
            let own = [discussion.opening, discussion.summaries, discussion.outcomes].flatMap(\.values)
            finder.add(.topic(index, contribution: nil), own, of: .discussion(discussion.id))
            for contribution in discussion.contributions {
                guard let posted = contribution.posted else { continue }
                finder.add(
                    .topic(index, contribution: contribution.number), [posted.original] + posted.translations,
                    of: .discussion(discussion.id))
            }
        }
        for (index, item) in catalog.items.enumerated() {
            finder.add(.item(index), Array(item.entry.texts.values), of: .entry(item.entry.id))
        }
        for page in catalog.pages { finder.add(.page(page.id), Array(page.texts.values), of: .page(page.id)) }
        sources = finder.sources
    }

    /// The newest contributions of an author in other discussions than one.
    func elsewhere(_ author: Author, than topic: Int) -> [Catalog.Voice] {
        Array((voices[author] ?? []).lazy.map { catalog.voices[$0] }.filter { $0.topic != topic }.prefix(Self.most.voices))
    }

    /// What links to a discussion or entry.
    func sources(of subject: Subject) -> [Source] { Array((sources[subject] ?? []).prefix(Self.most.links)) }
}

/// Collects which texts link to what.
private struct SourceFinder {
    let texts: [String: RenderedText]
    let links: LinkResolver
    var sources: [Subject: [Surroundings.Source]] = [:]

    /// - Parameter own: what the texts belong to, of which a link to itself tells nothing.
    mutating func add(_ source: Surroundings.Source, _ some: [Text], of own: Subject) {
        var found: Set<Subject> = []
        for text in some {
            for link in texts[text.path]?.links ?? [] {
                do throws(LinkFault) {
                    switch try links.resolve(link.destination, in: text.path, for: text.language).target {
                    case .discussion(let id): found.insert(.discussion(id))
                    case .entry(let id): found.insert(.entry(id))
                    case .page, .attachment: break
                    }
                } catch {
                    // What leads nowhere is an error, and no site is built.
                }
            }
        }
        for subject in found where subject != own { sources[subject, default: []].append(source) }
    }
}

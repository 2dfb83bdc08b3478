import ContentStore
import Diagnostics
import Files
import Model
import Theme

/// The words and names of a forum's content: what must not stand open, and what is not to be read by anybody yet.
struct ContentStrings: Sendable {
    /// Runs of eight letters or more, of four in scripts other than Latin, and one-word titles and identifiers.
    private(set) var words = ByteStrings()
    /// Titles, questions, names of persons, institutions, States and files.
    private(set) var names = ByteStrings()
    /// Names and whole phrases of what is not shown: not yet announced or open, or left over from what is withdrawn.
    private(set) var hidden = ByteStrings()
    /// The titles of what is announced and not open yet.
    private(set) var announced: [String] = []
    /// The paths of the text files of what is shown, from the forum's root.
    private(set) var shown: [String] = []

    init(_ content: Content, listing: ContentListing, site: Site, settings: Build.Settings) throws(Failure) {
        let attached = Set(site.files.entries.map(\.source))
        let folders = listing.folders
        let closed = Set(
            content.discussions.map(\.id).filter { id in
                site.catalog.topicsByID[id].map { site.catalog.topics[$0].status == .announced } ?? true
            })
        // Many at a time, as most words stand in many folders.
        let size = 64
        let read = try settings.workers.map((folders.count + size - 1) / size, chunk: 1) { (index) throws(Failure) in
            var files = Files()
            for folder in folders[index * size..<min(folders.count, (index + 1) * size)] {
                let isClosed = folder.kind == .discussion && closed.contains(folder.id)
                try files.add(folder, isClosed: isClosed, attached, root: settings.root)
            }
            return files
        }
        for files in read {
            words.formUnion(files.runs)
            names.formUnion(files.names)
            hidden.formUnion(files.hidden)
            shown += files.shown
        }
        let forum = try FileSystem.read(settings.root + "/content/forum.yaml", limit: 4 << 20) ?? []
        words.insert(runsIn: forum)
        shown.append("content/forum.yaml")
        add(Self.forumNames(content, site))
        for discussion in content.discussions {
            let own = Self.names(discussion)
            add(own)
            guard closed.contains(discussion.id) else { continue }
            for name in own where name.unicodeScalars.count >= 6 { hidden.insert(name) }
            if site.catalog.topicsByID[discussion.id] != nil { announced += discussion.opening.values.map(\.title) }
        }
        for entry in content.entries {
            add([entry.id] + entry.texts.values.map(\.title) + (entry.facts?.links ?? []).flatMap { [$0.title, $0.url] })
        }
        for page in content.pages { add([page.id] + page.texts.values.map(\.title)) }
    }

    /// A single word of ASCII letters is a word like others; what is more than that is a name.
    private mutating func add(_ strings: some Sequence<String>) {
        for string in strings where string.unicodeScalars.count >= 4 {
            if string.utf8.count < 8 || string.utf8.allSatisfy({ (65...90).contains($0 & ~32) || $0 == 45 }) {
                words.insert(string)
            } else {
                names.insert(string)
            }
        }
    }

    private static func forumNames(_ content: Content, _ site: Site) -> [String] {
        let forum = content.forum
        var names = forum.rooms.flatMap { [$0.id] + $0.title.values.values + $0.moderators }
        names += forum.categories.flatMap { [$0.id] + $0.title.values.values }
        names += forum.description.map { Array($0.values.values) } ?? []
        names += [forum.contact, forum.submissionsAddress].compactMap(\.self)
        var codes = Set(site.catalog.items.flatMap(\.facts.members) + site.catalog.voices.compactMap(\.posted.member))
        if case .some(let members) = forum.members {
            codes.formUnion(members.map(\.code))
            names += members.flatMap { $0.name.map { Array($0.values.values) } ?? [] }
        }
        return names + codes.flatMap { code in forum.languages.map { site.theme.states.name(of: code, in: $0) } }
    }

    private static func names(_ discussion: Discussion) -> [String] {
        var names: [String] = []
        for text in discussion.texts { names += [text.title] + text.questions + [text.translation?.by ?? ""] }
        for case .posted(let posted) in discussion.contributions.map(\.content) {
            names += [posted.author, posted.position, posted.institution].compactMap { $0 }
        }
        return names
    }

    /// What the files of some folders give.
    private struct Files: Sendable {
        var runs = ByteStrings()
        var names = ByteStrings()
        var hidden = ByteStrings()
        var shown: [String] = []

        mutating func add(_ folder: ContentFolder, isClosed: Bool, _ attached: Set<String>, root: String) throws(Failure) {
            for file in folder.files {
                let path = folder.path + "/" + file.name
                guard !file.name.hasPrefix("files/") else {
                    let name = String(file.name.split(separator: "/").last ?? "")
                    names.insert(name)
                    if !attached.contains(path) { hidden.insert(name) }
                    continue
                }
                guard let bytes = try FileSystem.read(root + "/" + path, limit: 4 << 20) else { continue }  // grew since it was checked
                runs.insert(runsIn: bytes)
                if !isClosed {
                    shown.append(path)
                } else if file.name.hasSuffix(".md") {
                    for phrase in ContentStrings.phrases(String(decoding: bytes, as: UTF8.self)) { hidden.insert(phrase) }
                }
            }
        }
    }

    /// Letters and single spaces of at least twenty bytes: long enough to stand nowhere by chance.
    static func phrases(_ text: String) -> Set<String> {
        var found: Set<String> = []
        for run in text.unicodeScalars.split(whereSeparator: { !$0.isLetter && $0 != " " }) {
            let phrase = String(String.UnicodeScalarView(run)).split(separator: " ").joined(separator: " ")
            if phrase.utf8.count >= 20 { found.insert(phrase) }
        }
        return found
    }
}

import ContentStore
import Diagnostics
import Files
import Model
import Theme

/// The words and names of a forum's content: what must not stand open, and what is not to be read by anybody yet.
struct ContentStrings: Sendable {
    /// Runs of eight letters or more, of four in scripts other than Latin, and one-word titles and identifiers.
    private(set) var words: Set<String> = []
    /// Titles, questions, names of persons, institutions, States and files.
    private(set) var names: Set<String> = []
    /// Names and whole phrases of what is not shown: not yet announced or open, or left over from what is withdrawn.
    private(set) var hidden: Set<String> = []
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
        let read = try settings.workers.map(folders.count, chunk: 16) { (index) throws(Failure) in
            let folder = folders[index]
            return try Folder(folder, isClosed: folder.kind == .discussion && closed.contains(folder.id), attached, root: settings.root)
        }
        var runs: Set<ByteString> = []
        for folder in read {
            runs.formUnion(folder.runs)
            names.formUnion(folder.names)
            hidden.formUnion(folder.hidden)
            shown += folder.shown
        }
        let forum = try FileSystem.read(settings.root + "/content/forum.yaml", limit: 4 << 20) ?? []
        runs.formUnion(Self.runs(String(decoding: forum, as: UTF8.self)))
        words = Set(runs.map(\.string))
        shown.append("content/forum.yaml")
        add(Self.forumNames(content, site))
        for discussion in content.discussions {
            let own = Self.names(discussion)
            add(own)
            guard closed.contains(discussion.id) else { continue }
            hidden.formUnion(own.filter { $0.count >= 6 })
            if site.catalog.topicsByID[discussion.id] != nil { announced += discussion.opening.values.map(\.title) }
        }
        for entry in content.entries {
            add([entry.id] + entry.texts.values.map(\.title) + (entry.facts?.links ?? []).flatMap { [$0.title, $0.url] })
        }
        for page in content.pages { add([page.id] + page.texts.values.map(\.title)) }
    }

    /// A single word of ASCII letters is a word like others; what is more than that is a name.
    private mutating func add(_ strings: some Sequence<String>) {
        for string in strings where string.count >= 4 {
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

    /// What one folder of the content gives.
    private struct Folder: Sendable {
        var runs: Set<ByteString> = []
        var names: Set<String> = []
        var hidden: Set<String> = []
        var shown: [String] = []

        init(_ folder: ContentFolder, isClosed: Bool, _ attached: Set<String>, root: String) throws(Failure) {
            for file in folder.files {
                let path = folder.path + "/" + file.name
                guard !file.name.hasPrefix("files/") else {
                    let name = String(file.name.split(separator: "/").last ?? "")
                    names.insert(name)
                    if !attached.contains(path) { hidden.insert(name) }
                    continue
                }
                guard let bytes = try FileSystem.read(root + "/" + path, limit: 4 << 20) else { continue }  // grew since it was checked
                let text = String(decoding: bytes, as: UTF8.self)
                runs.formUnion(ContentStrings.runs(text))
                if !isClosed {
                    shown.append(path)
                } else if file.name.hasSuffix(".md") {
                    hidden.formUnion(ContentStrings.phrases(text))
                }
            }
        }
    }
}

extension ContentStrings {
    /// Runs of eight letters or more; of four in scripts other than Latin; where a script does not part words, every four letters.
    static func runs(_ text: String) -> Set<ByteString> {
        var found: Set<ByteString> = []
        var run = Run()
        for scalar in text.unicodeScalars {
            if isLetter(scalar) {
                run.append(scalar)
            } else if !run.starts.isEmpty {
                run.add(to: &found)
                run = Run()
            }
        }
        run.add(to: &found)
        return found
    }

    /// Letters without anything between them.
    private struct Run {
        var bytes: [UInt8] = []
        /// Where each letter begins.
        var starts: [Int] = []
        var isLatin = true
        var isUnparted = false

        mutating func append(_ scalar: Unicode.Scalar) {
            starts.append(bytes.count)
            if scalar.isASCII { return bytes.append(UInt8(scalar.value)) }
            bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            isLatin = isLatin && scalar.value < 0x250
            // Chinese writes words without spaces between them.
            isUnparted = isUnparted || (0x3400...0x9FFF).contains(scalar.value)
        }

        func add(to found: inout Set<ByteString>) {
            guard starts.count >= (isLatin ? 8 : 4) else { return }
            guard isUnparted else {
                found.insert(ByteString(bytes))
                return
            }
            let ends = starts.dropFirst(4) + [bytes.count]
            for (start, end) in zip(starts, ends) { found.insert(ByteString(bytes[start..<end])) }
        }
    }

    /// Letters and single spaces of at least twenty bytes: long enough to stand nowhere by chance.
    static func phrases(_ text: String) -> Set<String> {
        var found: Set<String> = []
        for run in text.unicodeScalars.split(whereSeparator: { !isLetter($0) && $0 != " " }) {
            let phrase = String(String.UnicodeScalarView(run)).split(separator: " ").joined(separator: " ")
            if phrase.utf8.count >= 20 { found.insert(phrase) }
        }
        return found
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x80: (65...90).contains(scalar.value & ~32)
        case 0x400..<0x482, 0x620...0x64A, 0x3400...0x9FFF: true
        default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        }
    }
}

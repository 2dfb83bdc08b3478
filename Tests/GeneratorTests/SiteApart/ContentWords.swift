import Foundation
import Glibc
import Model

/// The words and names of a forum's content that nobody without a passphrase may read.
struct ContentWords {
    /// Lower case, UTF-8, with a zero at the end.
    let forbidden: [[CChar]]

    /// - Parameters:
    ///   - root: the forum's folder.
    ///   - open: text whose words are open.
    init(root: String, content: Content, open: String) throws {
        let open = Self.searchable(open)
        var words = Set(Self.names(content).map { $0.lowercased() })
        for case let path as String in FileManager.default.enumerator(atPath: root + "/content") ?? .init() {
            let name = (path as NSString).lastPathComponent
            if path.contains("/files/") { words.insert(name.lowercased()) }
            guard name.hasSuffix(".md") || name.hasSuffix(".yaml") else { continue }
            words.formUnion(Self.runs(try String(contentsOfFile: root + "/content/" + path, encoding: .utf8).lowercased()))
        }
        forbidden = words.filter { $0.count >= 4 }.sorted().map(Self.searchable).filter { strstr(open, $0) == nil }
    }

    /// Every forbidden word that stands in `text`.
    func found(in text: String) -> [String] {
        let text = Self.searchable(text)
        return forbidden.filter { strstr(text, $0) != nil }.map {
            String(decoding: $0.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    /// Titles, questions, names of persons, institutions, States, rooms, categories and moderators, and every identifier.
    private static func names(_ content: Content) -> [String] {
        let forum = content.forum
        var names = forum.rooms.flatMap { [$0.id] + $0.title.values.values + $0.moderators }
        names += forum.categories.flatMap { [$0.id] + $0.title.values.values }
        names += forum.description.map { Array($0.values.values) } ?? []
        if case .some(let members) = forum.members { names += members.flatMap { $0.name.map { Array($0.values.values) } ?? [] } }
        for discussion in content.discussions {
            for text in discussion.texts { names += [text.title] + text.questions + [text.translation?.by ?? ""] }
            for case .posted(let posted) in discussion.contributions.map(\.content) {
                names += [posted.author, posted.position, posted.institution].compactMap { $0 }
            }
        }
        for entry in content.entries {
            names += [entry.id] + entry.texts.values.map(\.title) + (entry.facts?.links ?? []).flatMap { [$0.title, $0.url] }
        }
        for page in content.pages { names += [page.id] + page.texts.values.map(\.title) }
        return names
    }

    /// Runs of eight letters or more; of four in scripts other than Latin; where a script does not part words, every four letters.
    private static func runs(_ text: String) -> Set<String> {
        var found: Set<String> = []
        for run in text.unicodeScalars.split(whereSeparator: {
            !$0.properties.isAlphabetic && $0.properties.generalCategory != .nonspacingMark
        }) {
            let latin = run.allSatisfy { $0.value < 0x250 }
            guard run.count >= (latin ? 8 : 4) else { continue }
            if run.contains(where: { (0x3400...0x9FFF).contains($0.value) }) {
                let scalars = Array(run)
                for start in 0...(scalars.count - 4) { found.insert(String(String.UnicodeScalarView(scalars[start..<start + 4]))) }
            } else {
                found.insert(String(String.UnicodeScalarView(run)))
            }
        }
        return found
    }

    /// Lower case, zeros left out, a zero at the end.
    private static func searchable(_ text: String) -> [CChar] {
        text.lowercased().utf8.filter { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
    }
}

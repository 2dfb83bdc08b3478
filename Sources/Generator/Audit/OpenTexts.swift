import Diagnostics
import Model
import Theme

/// Looks for content's strings in all that is not ciphertext: paths, open files, shells, and what is in no shell.
struct OpenTexts: Sendable {
    private let names: WordSearch
    private let words: WordSearch
    private let expected: ExpectedSite
    private let bare: ExpectedSite

    /// - Parameter bare: what a forum with the same title, address and languages, and nothing else, would have: such words may be
    ///   read by all, as they do not come from the content. Names may stand only in title, address and UI strings.
    init(_ strings: ContentStrings, expected: ExpectedSite, bare: ExpectedSite, _ theme: Audit.ThemeText, _ site: Site) {
        let forum = site.forum
        let own = forum.languages.flatMap { [forum.title.title(in: $0, else: forum.defaultLanguage).text, LanguageNames.ownName(of: $0)] }
        let always = theme.strings + (own + [forum.baseURL]).map { Array($0.utf8) }
        var made = bare.shells.all.flatMap(\.open).map { Array($0) }
        for case (let path, .open(let bytes)) in bare.files where !ExpectedSite.isCiphertext(path) { made.append(bytes) }
        names = Self.search(strings.names, without: always)
        words = Self.search(strings.words, without: always + made)
        self.expected = expected
        self.bare = bare
    }

    func findings(tree: SiteListing, files: [FileChecks.Outcome], workers: Workers) throws(Failure) -> [Finding] {
        let texts =
            (Array(tree.files) + tree.folders + tree.others).map { (path: $0, bytes: Array($0.utf8)) }
            + files.filter { !$0.open.isEmpty }.map { (path: $0.path, bytes: $0.open) }
        var findings = try workers.map(texts.count, chunk: 64) { (index) throws(Failure) in
            var findings: [Finding] = []
            add(texts[index].path, texts[index].bytes, to: &findings)
            return findings
        }.flatMap { $0 }
        for (number, shell) in expected.shells.all.enumerated() {
            for piece in shell.open where !words(in: piece).isEmpty {
                add("(shell \(number))", Array(piece), to: &findings)
            }
        }
        for case (let path, .open(let bytes)) in expected.files where !path.hasPrefix("keyring/") {
            guard case .open(let other) = bare.files[path], other == bytes else {
                findings.append(.site(.siteOpenWords, path, "what is in this depends on the content"))
                continue
            }
        }
        return findings
    }

    private func add(_ path: String, _ text: [UInt8], to findings: inout [Finding]) {
        let found = words(in: text[...])
        guard !found.isEmpty else { return }
        let told = found.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ") + (found.count > 5 ? " and \(found.count - 5) more" : "")
        findings.append(.site(.siteOpenWords, path, "words of the content stand open here: \(told)"))
    }

    /// Each once, however it is written.
    private func words(in text: ArraySlice<UInt8>) -> [String] {
        var told: Set<String> = []
        return (names.strings(in: text) + words.strings(in: text)).filter { told.insert($0.lowercased()).inserted }
    }

    private static func search(_ strings: ByteStrings, without texts: [[UInt8]]) -> WordSearch {
        let all = WordSearch(strings)
        let open = texts.reduce(into: Set<Int>()) { $0.formUnion(all.found(in: $1)) }
        return all.without(open)
    }
}

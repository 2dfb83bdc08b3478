import ContentStore
package import Diagnostics
import Documents
package import Model

/// A text as a moderator or a translator wrote it, perhaps with a title and other keys in front matter before it.
package struct Manuscript: Sendable, Hashable {
    package var title: String?
    /// Nil where nothing is said of them.
    package var questions: [String]?
    /// LF line endings, no blank lines at its beginning, one final LF.
    package var body: [UInt8]
    /// What it says of its original; nil where it says nothing.
    package var translation: Claim?

    /// What a translation says of its original.
    package struct Claim: Sendable, Hashable {
        /// The language that it was translated from.
        package let of: Language?
        /// The hash of the original that it was made of, in lower-case hexadecimal.
        package let source: String?
        package let by: String?
        package let machine: Bool
        /// The text that its template was made for, as `TextName` has it.
        package let text: String?
        /// The language that its template was made for.
        package let into: Language?
    }

    /// What a file is for, which says what its front matter may hold.
    package enum Purpose: Sendable {
        /// A discussion's opening note: the title and the questions.
        case discussion
        /// A translation, or another text: what a template for translators asks for, too.
        case any
    }

    package init(title: String? = nil, questions: [String]? = nil, body: [UInt8]) {
        self.title = title
        self.questions = questions
        self.body = Self.withoutBlankLines(body)
    }

    /// Whether the text holds nothing but white space.
    package var isEmpty: Bool { body.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) } }

    /// Reads a file, or what an editor left.
    ///
    /// - Parameters:
    ///   - name: of the file, for the places of findings.
    ///   - purpose: what it is for.
    ///   - findings: what is wrong with it.
    /// - Returns: nil where it is no text, or its front matter cannot be read.
    package static func read(
        name: String, bytes: [UInt8], for purpose: Purpose = .any, findings: inout [Finding]
    ) -> Manuscript? {
        guard let document = Document.read(path: name, bytes: bytes, findings: &findings) else { return nil }
        var manuscript = Manuscript(body: document.body)
        guard var map = document.yaml else { return manuscript }
        // Empty ones are what a template asks for, and somebody left as they were.
        if !map.isEmpty("title") { manuscript.title = map.text("title") } else { _ = map.node("title") }
        if map.has("questions") { manuscript.questions = map.filledTexts("questions") }
        switch purpose {
        case .any: manuscript.translation = claim(&map)
        case .discussion: map.reportOthers(than: ["title", "questions"])
        }
        findings += map.finish()
        return manuscript
    }

    private static func claim(_ map: inout YAMLMap) -> Claim? {
        let of = map.has("translation-of") ? map.language("translation-of") : nil
        let source = map.parsed(
            "source", as: "the hash of an original", else: .badValue, hint: "leave the line as it was in the template, or take it out"
        ) { $0.hasPrefix("sha256:") && $0.utf8.count == 71 ? String($0.dropFirst(7)) : nil }
        let by = map.isEmpty("translated-by") ? nil : map.text("translated-by")
        if by == nil { _ = map.node("translated-by") }
        let machine = map.flag("machine") ?? false
        let text = map.text("translates")
        let into = map.has("into") ? map.language("into") : nil
        guard of != nil || source != nil || by != nil || machine || text != nil || into != nil else { return nil }
        return Claim(of: of, source: source, by: by, machine: machine, text: text, into: into)
    }

    /// How many questions a file asks; none where it cannot be read, which the check tells.
    static func questionCount(_ path: String, _ bytes: [UInt8]) -> Int {
        var ignored: [Finding] = []
        return read(name: path, bytes: bytes, findings: &ignored)?.questions?.count ?? 0
    }

    private static func withoutBlankLines(_ body: [UInt8]) -> [UInt8] {
        var start = 0
        while let end = body[start...].firstIndex(of: 0x0A), body[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
            start = end + 1
        }
        return Array(body[start...])
    }
}

extension YAMLMap {
    /// Whether a key is there without a value.
    fileprivate func isEmpty(_ key: String) -> Bool {
        var copy = self
        guard let node = copy.node(key), case .text(let text, _) = node.value else { return false }
        return text.allSatisfy(\.isWhitespace)
    }

    /// Reports all keys of a discussion's file that it cannot have, in one finding.
    fileprivate mutating func reportOthers(than known: [String]) {
        let others = everything().filter { !known.contains($0.key) }
        guard let first = others.first else { return }
        let names = others.map { "\"\($0.key)\"" }
        let said =
            names.count == 1 ? "is no key \(names[0])" : "are no keys \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
        let nearest = others.count == 1 ? Suggestion.nearest(to: first.key, among: known).map { "did you mean \"\($0)\"? " } : nil
        let isSubmission = others.contains { $0.key == "kind" || $0.key == "attribution" || $0.key == "terms" }
        report(
            .unknownKey, "there \(said) in the file of a discussion", at: first.keySpan,
            hint: (nearest ?? "") + "it may have \(known.joined(separator: " and ")), and no other"
                + (isSubmission
                    ? "; a submission comes in with `rostrum inbox import`, and is published with `rostrum review approve`" : ""))
    }

    /// A list of texts without those that are empty.
    fileprivate mutating func filledTexts(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        if case .text("", _) = node.value { return [] }
        guard let nodes = nodes(node, key) else { return [] }
        return nodes.compactMap { node in
            if case .text(let text, _) = node.value, text.allSatisfy(\.isWhitespace) { return nil }
            return text(node, key)
        }
    }
}

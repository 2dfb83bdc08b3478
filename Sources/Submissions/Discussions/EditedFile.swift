import Diagnostics
import Documents

/// A file of the content whose keys or text are changed: comments, the order of the keys and all else in it stay as they are.
struct EditedFile {
    /// From the forum's root, with `/`; one that ends in `.yaml` is YAML as a whole.
    let path: String
    private let original: [UInt8]
    /// Without byte order mark, with LF line endings.
    private var text: [UInt8]

    /// What a key is given.
    enum Value: Equatable {
        /// A number, a date, an identifier or a truth value, as it is.
        case plain(String)
        /// A text of one line.
        case text(String)
        /// Shown in one line where the key is new.
        case list([String])
        /// Shown with a line for each element where the key is new.
        case lines([String])
    }

    /// Throws where the file cannot be read as what it is.
    init(path: String, bytes: [UInt8]) throws(Failure) {
        self.path = path
        original = bytes
        var findings: [Finding] = []
        guard let source = SourceText.normalised(path: path, bytes: bytes, findings: &findings) else { throw Self.unreadable(path) }
        text = source.bytes
        _ = try layout()
    }

    /// The whole file, with the line endings that it had.
    var bytes: [UInt8] {
        let mark: [UInt8] = original.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
        guard original.contains(0x0D) else { return mark + text }
        return mark + text.flatMap { $0 == newline ? [0x0D, newline] : [$0] }
    }

    /// What stands below the front matter, with LF line endings; all of it where it cannot be told.
    var body: [UInt8] { Array(text[(Layout(path: path, text: text)?.bodyStart ?? 0)...]) }

    /// Whether there is any.
    var hasFrontMatter: Bool { Layout(path: path, text: text)?.yaml != nil }

    /// Puts another text below the front matter.
    mutating func setBody(_ body: [UInt8]) throws(Failure) {
        text = text[..<(try layout().bodyStart)] + body
    }

    /// Gives a key a value, or takes it away.
    ///
    /// - Parameters:
    ///   - value: nil to take the key away.
    ///   - keys: below the first of these that there is, the key is put where it is new; else below the last.
    mutating func set(_ key: String, _ value: Value?, below keys: [String] = []) throws(Failure) {
        let before = try layout()
        guard let value else {
            guard let entry = before.entry(key) else { return }
            text.replaceSubrange(before.removal(of: entry, in: text), with: [])
            return try requireOnly(key, nil, before)
        }
        if before.yaml == nil {
            text = [UInt8]("---\n---\n".utf8) + text
            return try set(key, value, below: keys)
        }
        let edits: [Layout.Edit]
        if let entry = before.entry(key) {
            edits = before.replacement(of: entry, with: value, in: text)
        } else {
            edits = [before.insertion(of: key, value, below: keys, in: text)]
        }
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            text.replaceSubrange(edit.range, with: edit.text.utf8)
        }
        try requireOnly(key, value, before)
    }

    /// Sees that nothing but that key was changed: YAML can be written in more ways than these changes know.
    private func requireOnly(_ key: String, _ value: Value?, _ before: Layout) throws(Failure) {
        guard let after = Layout(path: path, text: text) else {
            throw Failure("\"\(key)\" cannot be given this value", remedy: "Take out of it what cannot be seen or typed.")
        }
        let others = { (layout: Layout) in layout.entries.filter { $0.key != key }.map { [$0.key, $0.value.canonical] } }
        guard others(before) == others(after), after.entry(key)?.value.canonical == value?.canonical else {
            throw Failure(
                "\(path) is written in a way that \"\(key)\" cannot be changed in by this command",
                remedy: "Change it by hand, and look at it with `rostrum check`.")
        }
    }

    private func layout() throws(Failure) -> Layout {
        guard let layout = Layout(path: path, text: text) else { throw Self.unreadable(path) }
        return layout
    }

    private static func unreadable(_ path: String) -> Failure {
        Failure("\(path) cannot be read as it is", remedy: "See what `rostrum check` says of it.")
    }
}

extension EditedFile.Value {
    /// As `YAMLNode.canonical` has it.
    fileprivate var canonical: String {
        switch self {
        case .plain(let text), .text(let text): FindingWriter.quote(text)
        case .list(let texts), .lines(let texts): "[" + texts.map { FindingWriter.quote($0) }.joined(separator: ",") + "]"
        }
    }
}

extension YAMLNode {
    /// The same for the same value, however it is written.
    var canonical: String {
        switch value {
        case .text(let text, _): FindingWriter.quote(text)
        case .list(let nodes): "[" + nodes.map(\.canonical).joined(separator: ",") + "]"
        case .map(let entries):
            "{" + entries.map { FindingWriter.quote($0.key) + ":" + $0.value.canonical }.joined(separator: ",") + "}"
        }
    }
}

private let newline = UInt8(ascii: "\n")

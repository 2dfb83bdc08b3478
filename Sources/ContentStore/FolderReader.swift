import Diagnostics
import Documents
import Files
import Glibc
import Model

/// Reads the files of one folder, and keeps what is wrong with them.
struct FolderReader {
    /// The most that a text may hold, in bytes.
    private static let textLimit = 1_000_000
    /// The most that a YAML file may hold, in bytes.
    private static let yamlLimit = 256_000

    private let root: String
    let path: String
    private let overlay: [String: [UInt8]]
    private let digest: @Sendable ([UInt8]) -> String
    var findings: [Finding] = []
    var bodies: [TextBody] = []
    var faulty: [String] = []
    /// The machine's fault that made a file unreadable, where it was one.
    private(set) var failure: Failure?

    init(root: String, path: String, overlay: [String: [UInt8]], digest: @escaping @Sendable ([UInt8]) -> String) {
        self.root = root
        self.path = path
        self.overlay = overlay
        self.digest = digest
    }

    /// A file that is YAML as a whole.
    mutating func yaml(_ name: String) -> YAMLMap? {
        guard let bytes = read(name, limit: Self.yamlLimit) else { return nil }
        let map = YAMLMap.read(path: path + "/" + name, bytes: bytes, findings: &findings)
        if map == nil { faulty.append(path + "/" + name) }
        return map
    }

    /// A file of front matter and text.
    mutating func document(_ name: String) -> Document? {
        guard let bytes = read(name, limit: Self.textLimit) else { return nil }
        let document = Document.read(path: path + "/" + name, bytes: bytes, findings: &findings)
        if document == nil { faulty.append(path + "/" + name) }
        return document
    }

    /// Takes a text over: its body is to be rendered, and its hash is that of what a translator translates.
    mutating func text(
        _ document: Document, _ part: TextPart, _ language: Language, title: String = "", questions: [String] = [],
        translation: Translation? = nil
    ) -> Text {
        let path = document.source.path
        bodies.append(TextBody(path: path, bytes: document.body, language: language, part: part))
        if document.isEmpty {
            findings.append(
                Finding(
                    .emptyText, "there is no text", at: document.source.location(line: document.bodyLine),
                    hint: "write it below the front matter"))
        }
        let hash: String
        if part == .index {
            var told: [UInt8] = []
            told.reserveCapacity(document.body.count + 256)
            for line in [title] + questions {
                told.append(contentsOf: line.utf8)
                told.append(UInt8(ascii: "\n"))
            }
            hash = digest(told + document.body)
        } else {
            hash = digest(document.body)
        }
        return Text(
            path: path, language: language, title: title, questions: questions, hash: hash, bodyLine: document.bodyLine,
            translation: translation)
    }

    /// The front matter of a text that must have some.
    mutating func frontMatter(_ document: Document, holds: String) -> YAMLMap? {
        if let map = document.yaml { return map }
        findings.append(
            Finding(
                .frontMatterMissing, "the front matter is missing", at: document.source.location(line: 1),
                hint: "begin with ---, \(holds), and a line ---"))
        faulty.append(document.source.path)
        return nil
    }

    private mutating func read(_ name: String, limit: Int) -> [UInt8]? {
        let place = Location(file: path + "/" + name)
        do {
            let laid = overlay[path + "/" + name]
            let found =
                if let laid { laid.count <= limit ? laid : nil } else { try FileSystem.read(root + "/" + path + "/" + name, limit: limit) }
            if let found { return found }
            findings.append(Finding(.fileTooLarge, "this file is too large", at: place, hint: "at most \(limit / 1_000) kB"))
        } catch {
            if [EMFILE, ENFILE, ENOMEM, EIO].contains(errno) { failure = error }
            // The failure names the whole path; the place tells that better.
            let reason = error.message.split(separator: ": ").last.map(String.init) ?? error.message
            findings.append(
                Finding(.unreadableFile, "this cannot be read: \(reason)", at: place, hint: "check its owner and mode with ls -ld"))
        }
        faulty.append(path + "/" + name)
        return nil
    }
}

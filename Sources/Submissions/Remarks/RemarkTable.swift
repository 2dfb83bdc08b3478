import Diagnostics
import Documents
import Files
import Model
import Theme

/// The texts of remarks in one language, as their file holds them.
struct RemarkTable: Sendable {
    private var phrases: [RemarkKind: [RemarkTexts.Reader: Phrase]] = [:]
    private var additions: [RemarkTexts.Addition: Phrase] = [:]
    private let locator: DocumentLocator

    private static let folder = "remarks"
    /// The largest file there is has a tenth of it, in bytes.
    private static let sizeLimit = 1 << 20

    /// Reads a language's file out of the first folder that has it; nil, with a finding, where none has.
    static func read(
        root: String, folders: [String], language: Language, findings: inout [Finding]
    ) throws(Failure) -> RemarkTable? {
        for folder in folders {
            let path = "\(folder)/\(Self.folder)/\(language).yaml"
            let absolute = ThemeFiles.path(of: path, root)
            guard let found = try FileSystem.look(absolute) else { continue }
            guard found.kind == .file else {
                findings.append(
                    Finding(.unexpectedFile, "this is no file", at: Location(file: path), hint: "put the file itself here"))
                return nil
            }
            guard let bytes = try FileSystem.read(absolute, limit: sizeLimit) else {
                let message = "this file is larger than \(sizeLimit >> 10) KB"
                findings.append(Finding(.fileTooLarge, message, at: Location(file: path), hint: "make it smaller"))
                return nil
            }
            return RemarkTable(path: path, bytes: bytes, findings: &findings)
        }
        let path = "\(folders.last ?? "themes/wipo")/\(Self.folder)/\(language).yaml"
        findings.append(
            Finding(
                .stringMissing, "the theme has no texts for remarks in the language \(language)", at: Location(file: path),
                hint: "translate \(Self.folder)/en.yaml into it, or take the language out of forum.yaml"))
        return nil
    }

    /// Every kind must be there with both texts, and nothing else.
    private init?(path: String, bytes: [UInt8], findings: inout [Finding]) {
        guard var map = YAMLMap.read(path: path, bytes: bytes, findings: &findings) else { return nil }
        locator = DocumentLocator(path: path, bytes: bytes)
        for kind in RemarkKind.allCases {
            phrases[kind] = map.map(kind.rawValue, required: true) { map in
                var texts: [RemarkTexts.Reader: Phrase] = [:]
                for reader in RemarkTexts.Reader.allCases {
                    texts[reader] = Self.phrase(&map, reader.rawValue, of: kind.rawValue, kind.placeholders)
                }
                return texts
            }
        }
        additions =
            map.map(Self.additions, required: true) { map in
                var texts: [RemarkTexts.Addition: Phrase] = [:]
                for addition in RemarkTexts.Addition.allCases {
                    texts[addition] = Self.phrase(&map, addition.rawValue, of: Self.additions, [addition.rawValue])
                }
                return texts
            } ?? [:]
        findings += map.finish()
    }

    private static func phrase(_ map: inout YAMLMap, _ key: String, of owner: String, _ placeholders: Set<String>) -> Phrase? {
        guard let node = map.node(key, required: true), let text = map.text(node, key) else { return nil }
        guard let phrase = Phrase(text) else {
            map.report(
                .stringMalformed, "a brace in this text opens or closes no name", at: node.span, hint: "values stand as {name}")
            return nil
        }
        let extra = phrase.placeholders.subtracting(placeholders).sorted()
        if let first = extra.first {
            let names = braced(placeholders)
            map.report(
                .stringMalformed, "there is no value {\(first)} for \"\(owner)\"", at: node.span,
                hint: names.isEmpty ? "it has no values" : "its values: " + names)
            return nil
        }
        return phrase
    }

    /// Each text must speak of what the English one speaks of.
    func compare(with english: RemarkTable, findings: inout [Finding]) {
        for kind in RemarkKind.allCases {
            for reader in RemarkTexts.Reader.allCases {
                compare(phrase(kind, reader), english.phrase(kind, reader), kind.rawValue, reader.rawValue, &findings)
            }
        }
        for addition in RemarkTexts.Addition.allCases {
            compare(additions[addition], english.additions[addition], Self.additions, addition.rawValue, &findings)
        }
    }

    private func compare(_ own: Phrase?, _ english: Phrase?, _ owner: String, _ key: String, _ findings: inout [Finding]) {
        guard let own = own?.placeholders, let wanted = english?.placeholders, own != wanted else { return }
        let names = Self.braced(wanted)
        findings.append(
            Finding(
                .stringMalformed, "the values in \"\(owner)\" are not those of the English text",
                at: locator.location(of: [.key(owner), .key(key)]), hint: names.isEmpty ? "English has none" : "English has " + names))
    }

    /// The key of the sentences that follow a text where something is known that may help.
    private static let additions = "additions"

    func phrase(_ addition: RemarkTexts.Addition) -> Phrase? { additions[addition] }

    func phrase(_ kind: RemarkKind, _ reader: RemarkTexts.Reader) -> Phrase? { phrases[kind]?[reader] }

    private static func braced(_ names: Set<String>) -> String {
        names.sorted().map { "{\($0)}" }.joined(separator: ", ")
    }
}

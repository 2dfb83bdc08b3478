package import Diagnostics

/// A text file of the forum: its front matter as YAML, and the body that follows.
///
/// The rules of this target: it knows the forms of files, not what they mean; what is wrong with a file is a finding with
/// its exact place, and reading goes on where it can; YAML is a plain tree of texts, lists and maps – anchors, aliases and
/// tags are refused, depth and size are limited, nothing is expanded – so that no file costs more than its length.
package struct Document: Sendable {
    /// The whole file, normalised, for telling places in it.
    package let source: SourceText
    /// The map between the two lines `---`; nil where the file does not begin with such a line.
    package let frontMatter: YAMLNode?
    /// The text that follows: LF line endings, exactly one LF at its end.
    package let body: [UInt8]
    /// The line of the file, from 1, on which the body begins.
    package let bodyLine: Int

    private let yamlStart: Int

    /// The most that front matter may hold, in bytes.
    package static let frontMatterLimit = 65_536

    /// Reads a file of front matter and text; nil where a finding leaves nothing to go on with.
    ///
    /// - Parameter path: from the forum's root, with `/`.
    package static func read(path: String, bytes: [UInt8], findings: inout [Finding]) -> Document? {
        guard let source = SourceText.normalised(path: path, bytes: bytes, findings: &findings) else { return nil }
        switch FrontMatter(source.bytes) {
        case .none:
            return Document(source: source, frontMatter: nil, yamlStart: 0, bodyStart: 0, bodyLine: 1)
        case .open:
            findings.append(
                Finding(
                    .frontMatterNotClosed, "the front matter is not closed", at: source.location(line: 1, length: 3),
                    hint: "write a line --- below its last key"))
            return nil
        case .closed(let yaml, let bodyStart, let bodyLine):
            guard yaml.count <= frontMatterLimit else {
                let hint = "at most \(frontMatterLimit) bytes; this has \(yaml.count)"
                findings.append(Finding(.fileTooLarge, "the front matter is too long", at: source.location(line: 1, length: 3), hint: hint))
                return nil
            }
            guard let node = YAMLParser.map(in: source, range: yaml, findings: &findings) else { return nil }
            return Document(source: source, frontMatter: node, yamlStart: yaml.lowerBound, bodyStart: bodyStart, bodyLine: bodyLine)
        }
    }

    /// The body of a file outside a forum, where front matter that is not closed, or holds no key, is text.
    package static func bodyOfAnyFile(path: String, bytes: [UInt8], findings: inout [Finding]) -> Document? {
        guard let source = SourceText.normalised(path: path, bytes: bytes, findings: &findings) else { return nil }
        var ignored: [Finding] = []
        if case .closed(let yaml, let bodyStart, let bodyLine) = FrontMatter(source.bytes), yaml.count <= frontMatterLimit,
            let node = YAMLParser.map(in: source, range: yaml, findings: &ignored), case .map(let entries) = node.value, !entries.isEmpty
        {
            return Document(source: source, frontMatter: node, yamlStart: yaml.lowerBound, bodyStart: bodyStart, bodyLine: bodyLine)
        }
        return Document(source: source, frontMatter: nil, yamlStart: 0, bodyStart: 0, bodyLine: 1)
    }

    /// A reader of the front matter; nil where there is none.
    package var yaml: YAMLMap? {
        frontMatter.map { YAMLMap($0, source: source, start: yamlStart) }
    }

    /// Whether the body holds nothing but white space.
    package var isEmpty: Bool {
        body.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    }

    private init(source: SourceText, frontMatter: YAMLNode?, yamlStart: Int, bodyStart: Int, bodyLine: Int) {
        self.source = source
        self.frontMatter = frontMatter
        self.yamlStart = yamlStart
        self.bodyLine = bodyLine
        var end = source.bytes.count
        while end > bodyStart, source.bytes[end - 1] == newline { end -= 1 }
        var body: [UInt8] = []
        body.reserveCapacity(end - bodyStart + 1)
        body.append(contentsOf: source.bytes[bodyStart..<end])
        body.append(newline)
        self.body = body
    }
}

let newline = UInt8(ascii: "\n")

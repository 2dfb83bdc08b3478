import Diagnostics
import Documents

extension EditedFile {
    /// Where the keys of a file stand, in bytes of its text.
    struct Layout {
        /// A change of some bytes.
        struct Edit {
            let range: Range<Int>
            let text: String
        }

        /// The YAML; nil for a text without front matter.
        let yaml: Range<Int>?
        let bodyStart: Int
        let entries: [YAMLNode.Entry]
        /// Whether all keys stand in one pair of braces.
        let isFlow: Bool
        /// The byte at which each scalar of the YAML begins, and its end.
        let offsets: [Int]

        /// Nil for what cannot be read.
        init?(path: String, text: [UInt8]) {
            var findings: [Finding] = []
            if path.hasSuffix(".yaml") {
                yaml = 0..<text.count
                bodyStart = text.count
            } else {
                guard let document = Document.read(path: path, bytes: text, findings: &findings) else { return nil }
                guard document.frontMatter != nil else {
                    (yaml, bodyStart, entries, isFlow, offsets) = (nil, 0, [], false, [])
                    return
                }
                let starts = [0] + text.indices.filter { text[$0] == newline }.map { $0 + 1 }
                bodyStart = starts.indices.contains(document.bodyLine - 1) ? starts[document.bodyLine - 1] : text.count
                yaml = starts[1]..<starts[document.bodyLine - 2]
            }
            guard let yaml,
                let root = YAMLParser.map(in: SourceText(path: path, bytes: text), range: yaml, findings: &findings),
                case .map(let entries) = root.value, findings.isEmpty
            else { return nil }
            self.entries = entries
            offsets = yaml.filter { text[$0] & 0xC0 != 0x80 } + [yaml.upperBound]
            let start = offsets[min(root.span.start, offsets.count - 1)]
            isFlow = !entries.isEmpty && start < text.count && text[start] == UInt8(ascii: "{")
        }

        func entry(_ key: String) -> YAMLNode.Entry? { entries.first { $0.key == key } }

        // MARK: Changes

        func replacement(of entry: YAMLNode.Entry, with value: Value, in text: [UInt8]) -> [Edit] {
            let old = entry.value
            let span = start(old)..<max(start(old), end(old, in: text))
            let isBracketed = span.lowerBound < text.count && text[span.lowerBound] == UInt8(ascii: "[")
            switch (value, old.value) {
            case (.plain, .text), (.text, .text):
                if !span.isEmpty { return [Edit(range: span, text: value.inOneLine)] }
            case (.list(let texts), .list), (.lines(let texts), .list):
                if isBracketed { return [Edit(range: span, text: YAMLText.list(texts))] }
                return inPlace(old, span, texts, in: text)
            default: break
            }
            let colon = text[offset(entry.keySpan.end)...].firstIndex(of: UInt8(ascii: ":")) ?? offset(entry.keySpan.end)
            return [Edit(range: colon + 1..<max(colon + 1, span.upperBound), text: behindColon(value, indentation(entry, in: text)))]
        }

        /// A list with a line for each element: those that stay keep their lines where their number stays.
        private func inPlace(_ old: YAMLNode, _ span: Range<Int>, _ texts: [String], in text: [UInt8]) -> [Edit] {
            guard case .list(let nodes) = old.value else { return [] }
            let isSimple = nodes.allSatisfy { if case .text = $0.value { start($0) < end($0, in: text) } else { false } }
            if nodes.count == texts.count, isSimple {
                return zip(nodes, texts).compactMap { node, new in
                    if case .text(let present, _) = node.value, present == new { return nil }
                    return Edit(range: start(node)..<end(node, in: text), text: YAMLText.scalar(new))
                }
            }
            guard !texts.isEmpty else { return [Edit(range: span, text: "[]")] }
            let line = (text[..<span.lowerBound].lastIndex(of: newline) ?? -1) + 1
            let indentation = String(repeating: " ", count: span.lowerBound - line)
            return [Edit(range: span, text: texts.map { "- " + YAMLText.scalar($0) }.joined(separator: "\n" + indentation))]
        }

        func insertion(of key: String, _ value: Value, below keys: [String], in text: [UInt8]) -> Edit {
            guard let anchor = keys.lazy.compactMap({ entry($0) }).first ?? entries.last else {
                let place = yaml?.upperBound ?? 0
                return Edit(range: place..<place, text: key + ":" + behindColon(value, "") + "\n")
            }
            let place = end(anchor.value, in: text, else: anchor)
            if isFlow { return Edit(range: place..<place, text: ", \(key): \(value.inOneLine)") }
            let line = text[place...].firstIndex(of: newline)
            let indentation = indentation(anchor, in: text)
            let new = indentation + key + ":" + behindColon(value, indentation)
            guard let line else { return Edit(range: text.count..<text.count, text: "\n" + new + "\n") }
            return Edit(range: line + 1..<line + 1, text: new + "\n")
        }

        func removal(of entry: YAMLNode.Entry, in text: [UInt8]) -> Range<Int> {
            let key = offset(entry.keySpan.start)
            let place = end(entry.value, in: text, else: entry)
            if isFlow, let index = entries.firstIndex(where: { $0.key == entry.key }) {
                if entries.indices.contains(index + 1) { return key..<offset(entries[index + 1].keySpan.start) }
                return (index > 0 ? end(entries[index - 1].value, in: text, else: entries[index - 1]) : key)..<place
            }
            let start = (text[..<key].lastIndex(of: newline) ?? -1) + 1
            return start..<(text[place...].firstIndex(of: newline).map { $0 + 1 } ?? text.count)
        }
    }
}

extension EditedFile.Value {
    var inOneLine: String {
        switch self {
        case .plain(let text): text
        case .text(let text): YAMLText.scalar(text)
        case .list(let texts), .lines(let texts): YAMLText.list(texts)
        }
    }
}

private let newline = UInt8(ascii: "\n")

package import Diagnostics

/// Finds the place of something in a file that was read before, by reading the file again.
package struct DocumentLocator: Sendable {
    /// One step into a YAML document.
    package enum Step: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case key(String)
        /// From 0.
        case element(Int)

        package init(stringLiteral value: String) { self = .key(value) }
        package init(integerLiteral value: Int) { self = .element(value) }
    }

    private let source: SourceText
    private let place: YAMLPlace
    private let root: YAMLNode?
    private let lineStarts: [Int]

    /// - Parameter path: from the forum's root, with `/`; one that ends in `.yaml` is YAML as a whole.
    package init(path: String, bytes: [UInt8]) {
        // What is wrong with the file was told when it was first read.
        var told: [Finding] = []
        let source = SourceText.normalised(path: path, bytes: bytes, findings: &told) ?? SourceText(path: path, bytes: bytes)
        var yaml: Range<Int>?
        if path.hasSuffix(".yaml") {
            yaml = 0..<source.bytes.count
        } else if case .closed(let range, _, _) = FrontMatter(source.bytes) {
            yaml = range
        }
        self.source = source
        place = YAMLPlace(source: source, start: yaml?.lowerBound ?? 0)
        root = yaml.flatMap { YAMLParser.map(in: source, range: $0, findings: &told) }
        lineStarts = [0] + source.bytes.indices.filter { source.bytes[$0] == newline }.map { $0 + 1 }
    }

    /// The value at a path of keys and elements, or the nearest thing above it that is there.
    package func location(of steps: [Step]) -> Location {
        guard var node = root else { return source.location(line: 1) }
        var span: YAMLNode.Span?
        for step in steps {
            switch (step, node.value) {
            case (.key(let key), .map(let entries)):
                guard let entry = entries.first(where: { $0.key == key }) else { return found(span) }
                node = entry.value
                span = Self.isEmpty(node) ? entry.keySpan : node.span
            case (.element(let index), .list(let items)):
                guard items.indices.contains(index) else { return found(span) }
                node = items[index]
                span = node.span
            default: return found(span)
            }
        }
        return found(span)
    }

    /// The key at the end of a path, rather than its value.
    package func location(ofKey steps: [Step]) -> Location {
        guard case .key(let key)? = steps.last, var node = root else { return location(of: steps) }
        for step in steps.dropLast() {
            switch (step, node.value) {
            case (.key(let key), .map(let entries)):
                guard let entry = entries.first(where: { $0.key == key }) else { return location(of: steps) }
                node = entry.value
            case (.element(let index), .list(let items)) where items.indices.contains(index): node = items[index]
            default: return location(of: steps)
            }
        }
        guard case .map(let entries) = node.value, let entry = entries.first(where: { $0.key == key }) else { return location(of: steps) }
        return place.location(entry.keySpan)
    }

    /// Where `text` stands in line `line` of the file, from 1; else where it first stands below that line; else the line.
    package func location(line: Int, of text: String) -> Location {
        let needle = Array(text.utf8)
        guard lineStarts.indices.contains(line - 1) else { return source.location(line: line) }
        let start = lineStarts[line - 1]
        if let offset = source.bytes.firstPosition(of: needle, from: start) {
            return source.location(offset: offset, count: needle.count)
        }
        return source.location(line: line, length: source.lineText(line)?.unicodeScalars.count ?? 1)
    }

    private func found(_ span: YAMLNode.Span?) -> Location {
        span.map { place.location($0) } ?? source.location(line: 1)
    }

    private static func isEmpty(_ node: YAMLNode) -> Bool {
        if case .text("", plain: true) = node.value { return true }
        return false
    }
}

extension [UInt8] {
    /// Where `needle` first stands at or after `start`.
    fileprivate func firstPosition(of needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, count >= needle.count else { return nil }
        var index = start
        while index <= count - needle.count {
            guard let next = self[index...].firstIndex(of: first), next <= count - needle.count else { return nil }
            if self[next..<next + needle.count].elementsEqual(needle) { return next }
            index = next + 1
        }
        return nil
    }
}

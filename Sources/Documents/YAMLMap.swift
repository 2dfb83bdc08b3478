package import Diagnostics

/// Reads the keys of a YAML map one by one, strictly: each is asked for as what it must be, and `finish` reports those that
/// nobody asked for.
///
/// Every reading function returns nil and adds a finding where the value is not what was asked for; nil alone means that an
/// optional key is not there. An empty value counts as not what was asked for.
package struct YAMLMap {
    private let entries: [YAMLNode.Entry]
    private let span: YAMLNode.Span
    private var taken: [Bool]
    private var asked: [String] = []
    private let place: YAMLPlace
    private let path: String
    private var list = FindingList()

    /// - Parameter node: a map; anything else has no keys.
    /// - Parameter start: the byte of the file at which the YAML begins.
    package init(_ node: YAMLNode, source: SourceText, start: Int) {
        self.init(node, place: YAMLPlace(source: source, start: start), path: source.path)
    }

    private init(_ node: YAMLNode, place: YAMLPlace, path: String) {
        if case .map(let entries) = node.value { self.entries = entries } else { entries = [] }
        let end = entries.first?.keySpan.end ?? node.span.start + 1
        span = .init(start: entries.first?.keySpan.start ?? node.span.start, end: end)
        taken = [Bool](repeating: false, count: entries.count)
        self.place = place
        self.path = path
    }

    /// Reads a file that is YAML as a whole; nil where a finding leaves nothing to go on with.
    package static func read(path: String, bytes: [UInt8], findings: inout [Finding]) -> YAMLMap? {
        guard let source = SourceText.normalised(path: path, bytes: bytes, findings: &findings) else { return nil }
        guard let node = YAMLParser.map(in: source, range: 0..<source.bytes.count, findings: &findings) else { return nil }
        return YAMLMap(node, source: source, start: 0)
    }

    /// The value of a key, whatever it is.
    package mutating func node(_ key: String, required: Bool = false) -> YAMLNode? {
        asked.append(key)
        for index in entries.indices where entries[index].key == key {
            taken[index] = true
            return entries[index].value
        }
        if required {
            list.add(.missingKey, "\"\(key)\" is missing", at: place.location(span), hint: "add a line \(key): …")
        }
        return nil
    }

    /// All keys with their values, for a map whose keys are data.
    package mutating func everything() -> [YAMLNode.Entry] {
        taken = [Bool](repeating: true, count: entries.count)
        return entries
    }

    /// Whether the map has the key.
    package func has(_ key: String) -> Bool {
        entries.contains { $0.key == key }
    }

    /// Adds a finding at a node of this document.
    package mutating func report(_ kind: FindingKind, _ message: String, at span: YAMLNode.Span, hint: String? = nil) {
        list.add(kind, message, at: place.location(span), hint: hint)
    }

    /// Adds a finding at the beginning of the map.
    package mutating func report(_ kind: FindingKind, _ message: String, hint: String? = nil) {
        list.add(kind, message, at: place.location(span), hint: hint)
    }

    /// Reads a nested map with `body`, which need not call `finish`.
    package mutating func map<T>(_ node: YAMLNode, _ name: String, _ body: (inout YAMLMap) -> T?) -> T? {
        guard case .map = node.value else {
            reportType(node, name, "keys with values", hint: "write \(name): {key: value}")
            return nil
        }
        var inner = YAMLMap(node, place: place, path: path)
        inner.list = list
        let result = body(&inner)
        inner.reportUnknown()
        list = inner.list
        return result
    }

    /// Reports the keys that nobody asked for, and returns all findings of this map.
    package mutating func finish() -> [Finding] {
        reportUnknown()
        return list.findings(of: path)
    }

    mutating func reportType(_ node: YAMLNode, _ name: String, _ expected: String, hint: String?) {
        list.add(.wrongType, "\"\(name)\" must be \(expected), and is \(node.kindName)", at: place.location(node.span), hint: hint)
    }

    private mutating func reportUnknown() {
        for (entry, isTaken) in zip(entries, taken) where !isTaken {
            list.add(
                .unknownKey, "there is no key \"\(entry.key)\" here", at: place.location(entry.keySpan),
                hint: Suggestion.hint(for: entry.key, among: Set(asked)))
        }
    }
}

package import Diagnostics

/// Values that hold others.
extension YAMLMap {
    /// The elements of a list.
    package mutating func nodes(_ key: String, required: Bool = false) -> [YAMLNode]? {
        node(key, required: required).flatMap { nodes($0, key) }
    }

    /// A node's elements, where it is a list.
    package mutating func nodes(_ node: YAMLNode, _ name: String) -> [YAMLNode]? {
        if case .list(let nodes) = node.value { return nodes }
        let hint =
            if case .text(let text, _) = node.value, !text.isEmpty { "write \(name): [\(text)]" } else { "write \(name): [one, two]" }
        reportType(node, name, "a list", hint: hint)
        return nil
    }

    /// A list of texts; elements that are none are left out with a finding.
    package mutating func texts(_ key: String, required: Bool = false) -> [String]? {
        nodes(key, required: required).map { nodes in nodes.compactMap { text($0, key) } }
    }

    /// A list of texts that `parse` understands; the others are left out with a finding.
    package mutating func parsedList<T>(
        _ key: String, required: Bool = false, as expected: String, else kind: FindingKind, hint: String?, _ parse: (String) -> T?
    ) -> [T]? {
        nodes(key, required: required).map { nodes in
            nodes.compactMap { parsed($0, key, as: expected, else: kind, hint: hint, parse) }
        }
    }

    /// A list of maps; those that `body` gives nil for are left out.
    package mutating func maps<T>(_ key: String, required: Bool = false, _ body: (inout YAMLMap) -> T?) -> [T]? {
        nodes(key, required: required).map { nodes in nodes.compactMap { map($0, key, body) } }
    }

    /// A map.
    package mutating func map<T>(_ key: String, required: Bool = false, _ body: (inout YAMLMap) -> T?) -> T? {
        node(key, required: required).flatMap { map($0, key, body) }
    }
}

/// A piece of a YAML document: a text, a list or a map, and where it stands.
package struct YAMLNode: Sendable {
    /// A text, a list or a map.
    package let value: Value
    /// Where it stands.
    package let span: Span

    /// What a node can be. Numbers, dates and `true` are texts here; who reads them says what they are.
    package enum Value: Sendable {
        /// `plain` is false for what is quoted or written as a block.
        case text(String, plain: Bool)
        case list([YAMLNode])
        /// In the order of the file; no key twice.
        case map([Entry])
    }

    /// A key with its value.
    package struct Entry: Sendable {
        /// As written, without quotes.
        package let key: String
        /// Where the key stands.
        package let keySpan: Span
        package let value: YAMLNode
    }

    /// A half-open range of Unicode scalars, counted from the beginning of the YAML.
    package struct Span: Sendable {
        /// Offset of the first byte in the text that was parsed.
        package let start: Int
        /// Offset behind the last byte.
        package let end: Int
    }

    /// What it is, in words.
    package var kindName: String {
        switch value {
        case .text(let text, let plain): text.isEmpty && plain ? "empty" : "a text"
        case .list: "a list"
        case .map: "a map"
        }
    }
}

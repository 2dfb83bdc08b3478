import Documents

/// Front matter in the making: keys in the order in which they are added, each on its line; those without a value are left out.
struct FrontMatterText {
    private var lines: [String] = []

    /// A text of one line.
    mutating func add(_ key: String, _ value: String?) {
        if let value { lines.append("\(key): \(YAMLText.scalar(value))") }
    }

    /// A number, a date or an identifier, as it is.
    mutating func add(_ key: String, plain value: String?) {
        if let value { lines.append("\(key): \(value)") }
    }

    /// A list in one line; none where it is empty.
    mutating func add(_ key: String, _ values: [String]) {
        if !values.isEmpty { lines.append("\(key): \(YAMLText.list(values))") }
    }

    /// A list with a line for each element; none where it is empty.
    mutating func add(_ key: String, each values: [String]) {
        guard !values.isEmpty else { return }
        lines.append("\(key):")
        lines += values.map { "  - " + YAMLText.scalar($0) }
    }

    /// A list of maps, each in one line; none where it is empty.
    mutating func add(_ key: String, maps: [[(key: String, value: String)]]) {
        guard !maps.isEmpty else { return }
        lines.append("\(key):")
        lines += maps.map { map in "  - {" + map.map { "\($0.key): \(YAMLText.quoted($0.value))" }.joined(separator: ", ") + "}" }
    }

    /// A file that is YAML as a whole.
    var yaml: [UInt8] { [UInt8]((lines.joined(separator: "\n") + "\n").utf8) }

    /// A file with this front matter and a text.
    func document(_ body: [UInt8]) -> [UInt8] {
        [UInt8](("---\n" + lines.joined(separator: "\n") + "\n---\n").utf8) + body
    }
}

/// The text of a remark, cut at its placeholders: `There is no discussion {discussion}.`
struct RemarkPhrase: Sendable, Hashable {
    private enum Part: Sendable, Hashable {
        case literal(String)
        case placeholder(String)
    }

    private let parts: [Part]

    /// Nil when a brace is left over or holds no name of lower-case letters.
    init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: brace)..<end]
            guard !name.isEmpty, name.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else { return nil }
            parts.append(.literal(String(rest[..<brace])))
            parts.append(.placeholder(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        parts.append(.literal(String(rest)))
        self.parts = parts
    }

    var placeholders: Set<String> {
        Set(parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } })
    }

    /// The text with its placeholders filled. What a value brings along is not read again.
    func filled(_ value: (String) -> String) -> String {
        parts.map {
            switch $0 {
            case .literal(let text): text
            case .placeholder(let name): value(name)
            }
        }.joined()
    }
}

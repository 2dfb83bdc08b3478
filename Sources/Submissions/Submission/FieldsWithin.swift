import Diagnostics
import Documents

/// The fields of a submission that stand within others. By itself, `email` says nothing to somebody who looks at the top of a file: it is
/// told as `author.email`.
struct FieldsWithin {
    /// Where their keys stand.
    private var places: [(name: String, key: Location)] = []

    private static let fields = [
        "author": ["name", "position", "institution", "member", "email"], "guest": ["name", "until"], "links": ["url", "title"],
    ]
    /// How many links are looked at: nobody mends more at a time.
    private static let linkLimit = 20

    init(_ document: Document, path: String, bytes: [UInt8]) {
        guard case .map(let entries)? = document.frontMatter?.value else { return }
        let locator = DocumentLocator(path: path, bytes: bytes)
        for entry in entries {
            for field in Self.fields[entry.key] ?? [] {
                for steps in Self.steps(to: field, in: entry) {
                    places.append((entry.key + "." + field, locator.location(ofKey: [.key(entry.key)] + steps)))
                }
            }
        }
    }

    private static func steps(to field: String, in entry: YAMLNode.Entry) -> [[DocumentLocator.Step]] {
        func has(_ node: YAMLNode) -> Bool {
            guard case .map(let entries) = node.value else { return false }
            return entries.contains { $0.key == field }
        }
        guard case .list(let items) = entry.value.value else { return has(entry.value) ? [[.key(field)]] : [] }
        return items.prefix(linkLimit).enumerated().filter { has($0.element) }.map { [.element($0.offset), .key(field)] }
    }

    /// A finding, whose message begins with the whole name of the field that it is about where that stands within another.
    func named(_ finding: Finding) -> Finding {
        let name =
            switch finding.kind {
            case .unknownKey: nil as String?  // told as it is written
            case .missingKey: Self.required(finding.quoted)
            default: name(at: finding.location)
            }
        guard let name else { return finding }
        return Finding(finding.kind, "\"\(name)\": \(finding.message)", at: finding.location, hint: finding.hint)
    }

    /// The field whose key is the nearest before a place in its line.
    private func name(at place: Location?) -> String? {
        guard let place else { return nil }
        return places.filter { $0.key.line == place.line && $0.key.column <= place.column }.max { $0.key.column < $1.key.column }?.name
    }

    /// Those that must be there where what they stand in is.
    private static func required(_ field: String?) -> String? {
        switch field {
        case "name": "guest.name"
        case "url", "title": field.map { "links." + $0 }
        default: nil
        }
    }
}

extension Finding {
    /// What its message names first in quotation marks: a key, for findings on a key's value.
    var quoted: String? {
        let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.count >= 3 ? String(parts[1]) : nil
    }
}

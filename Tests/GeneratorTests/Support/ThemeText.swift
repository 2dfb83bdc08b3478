import Foundation

/// A second reader of the theme's open templates, written from the rules of Mustache and not from the program's own: values,
/// values as they are, and lists whose tags have lines of their own. Spaces that begin a line are left out.
struct ThemeText {
    enum Value {
        case text(String)
        case list([[String: Value]])
        /// Whether a section within a line is there.
        case flag(Bool)
    }

    private let lines: [String]

    /// - Parameter path: of a template.
    init(_ path: String) throws {
        lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n").map { String($0.drop { $0 == " " }) }
    }

    func filled(_ values: [String: Value]) -> String {
        Self.fill(lines[...], values).joined(separator: "\n")
    }

    private static func fill(_ lines: ArraySlice<String>, _ values: [String: Value]) -> [String] {
        var out: [String] = []
        var rest = lines
        while let line = rest.popFirst() {
            let bare = line.trimmingCharacters(in: .whitespaces)
            guard bare.hasPrefix("{{#"), bare.hasSuffix("}}") else {
                out.append(fill(line, values))
                continue
            }
            let name = String(bare.dropFirst(3).dropLast(2))
            let end = rest.firstIndex { $0.trimmingCharacters(in: .whitespaces) == "{{/\(name)}}" } ?? rest.endIndex
            if case .list(let items) = values[name] {
                for item in items { out += fill(rest[..<end], values.merging(item) { _, inner in inner }) }
            }
            rest = rest[end...].dropFirst()
        }
        return out
    }

    private static func fill(_ line: String, _ values: [String: Value]) -> String {
        var line = line
        for case (let name, .flag(let on)) in values {
            let parts = line.components(separatedBy: "{{#\(name)}}").flatMap { $0.components(separatedBy: "{{/\(name)}}") }
            // Odd pieces stand between the tags.
            line = parts.enumerated().map { on || $0 % 2 == 0 ? $1 : "" }.joined()
        }
        for case (let name, .text(let text)) in values {
            line = line.replacingOccurrences(of: "{{{\(name)}}}", with: text)
            line = line.replacingOccurrences(of: "{{\(name)}}", with: escaped(text))
        }
        return line
    }

    private static func escaped(_ text: String) -> String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")].reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }
}

/// The only place where findings become text.
///
///     error[unknown-category]: there is no category "trainning"
///       --> content/discussions/2026-014/discussion.yaml:2:14
///     2 | categories: [trainning]
///       |              ^^^^^^^^^ did you mean "training"?
package struct FindingWriter: Sendable {
    /// How findings are written.
    package enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    private let format: Format
    private let colour: Bool

    /// - Parameter colour: whether escape sequences for a terminal may be used; JSON never has any.
    package init(format: Format, colour: Bool = false) {
        self.format = format
        self.colour = colour && format == .text
    }

    /// All findings, each ended by a line break; with JSON one object a line.
    package func write(_ findings: [Finding]) -> String {
        findings.map { format == .json ? json($0) : text($0) }.joined()
    }

    private func text(_ finding: Finding) -> String {
        let severity = finding.kind.severity
        let head = paint(severity.rawValue + "[\(finding.kind.rawValue)]", severity == .error ? "1;31" : "1;33")
        var out = "\(head): \(Self.printable(finding.message))\n"
        guard let location = finding.location else {
            if let hint = finding.hint { out += "  = \(Self.printable(hint))\n" }
            return out
        }
        out += "  --> \(Self.printable(location.file)):\(location.line):\(location.column)\n"
        if let excerpt = location.excerpt {
            out += mark(Self.window(excerpt, location), line: location.line, hint: finding.hint)
        } else if let hint = finding.hint {
            out += "  = \(Self.printable(hint))\n"
        }
        return out
    }

    private func mark(_ window: (text: String, before: Int, length: Int), line: Int, hint: String?) -> String {
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        let carets = paint(String(repeating: "^", count: window.length), "1")
        let tail = hint.map { " " + Self.printable($0) } ?? ""
        return "\(number) | \(window.text)\n\(margin) | \(String(repeating: " ", count: window.before))\(carets)\(tail)\n"
    }

    /// At most 100 scalars of the line around what is marked, with every control character made visible.
    static func window(_ line: String, _ location: Location) -> (text: String, before: Int, length: Int) {
        let scalars = Array(line.unicodeScalars)
        let column = min(location.column - 1, scalars.count)
        let start = column > 60 ? column - 40 : 0
        let end = min(scalars.count, start + 100)
        let lead = start > 0 ? "…" : ""
        let shown = lead + printable(String(String.UnicodeScalarView(scalars[start..<end]))) + (end < scalars.count ? "…" : "")
        let before = lead.count + (column - start)
        return (shown, before, max(1, min(location.length, end - column)))
    }

    /// Replaces what could move a terminal's cursor or turn its text around: controls and direction marks.
    package static func printable(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: out.append(" ")
            case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// The same for a text of several lines, which keeps its line breaks.
    package static func printableLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(separator: "\n")
    }

    private func paint(_ text: String, _ code: String) -> String {
        colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private func json(_ finding: Finding) -> String {
        var fields = [
            ("severity", Self.quote(finding.kind.severity.rawValue)), ("id", Self.quote(finding.kind.rawValue)),
            ("message", Self.quote(finding.message)),
        ]
        if let location = finding.location {
            fields.append(("file", Self.quote(location.file)))
            fields.append(("line", String(location.line)))
            fields.append(("column", String(location.column)))
        }
        if let hint = finding.hint { fields.append(("hint", Self.quote(hint))) }
        return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n"
    }

    /// A JSON string with its quotation marks.
    package static func quote(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}

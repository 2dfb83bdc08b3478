extension FindingWriter {
    /// Findings as one JSON array, for a page that shows them: what `json` has of each, with `excerpt`, the part of the line around what is
    /// meant, in which it begins after `before` scalars and has `length` of them. Controls are made visible, as in text.
    package static func array(_ findings: some Sequence<Finding>) -> String {
        "[" + findings.map(object).joined(separator: ",") + "]"
    }

    /// A failure of the machine or the call in the same form.
    package static func array(_ failure: Failure) -> String {
        "[" + object([("severity", quote(Severity.error.rawValue)), ("message", shown(failure.message))], hint: failure.remedy) + "]"
    }

    private static func object(_ finding: Finding) -> String {
        var fields = [
            ("severity", quote(finding.kind.severity.rawValue)), ("id", quote(finding.kind.rawValue)), ("message", shown(finding.message)),
        ]
        if let location = finding.location {
            fields += [("file", shown(location.file)), ("line", String(location.line)), ("column", String(location.column))]
            if let excerpt = location.excerpt {
                let window = window(excerpt, location)
                fields.append(
                    ("excerpt", "{\"text\":\(quote(window.text)),\"before\":\(window.before),\"length\":\(window.length)}"))
            }
        }
        return object(fields, hint: finding.hint)
    }

    private static func object(_ fields: [(String, String)], hint: String?) -> String {
        let all = fields + (hint.map { [("hint", shown($0))] } ?? [])
        return "{" + all.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func shown(_ text: String) -> String { quote(printable(text)) }
}

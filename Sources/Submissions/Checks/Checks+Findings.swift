import Diagnostics

/// What reading the front matter gave.
extension Checks {
    /// Every finding as a remark, in words for somebody who filled in fields.
    func checkFindings(_ matter: CheckedMatter, _ list: inout RemarkList) {
        for finding in matter.findings { add(finding, &list) }
        // Of fields that nobody knows nothing is known; those that cannot be read were told.
        let isUnknown = matter.findings.allSatisfy { $0.kind == .unknownKey }
        if isUnknown, matter.submission.hasNoFields { list.add(.noFields) }
    }

    private func add(_ finding: Finding, _ list: inout RemarkList) {
        let line = finding.location?.line
        switch finding.kind {
        case .unknownKey:
            let field = finding.marked ?? ""
            let meant = Suggestion.nearest(to: field, among: Self.fields)
            if meant == "attribution" {
                // Whoever asked not to be named, and mistyped it, would be.
                list.add(.badField, ["field": "attribution", "value": field], line: line)
            } else if let meant {
                list.add(.mistypedField, ["field": field, "meant": meant], line: line)
            } else {
                list.add(.unknownField, ["field": field], line: line)
            }
        case .missingKey:
            list.add(.missingField, ["field": finding.named ?? ""], line: line)
        case .wrongType, .badValue, .badDate, .badIdentifier, .unknownLanguage, .unsafeLink:
            list.add(.badField, ["field": finding.field, "value": finding.marked ?? ""], line: line)
        default:
            list.add(.brokenFields, line: line)
        }
    }

    /// The names of all fields, those within others too.
    static let fields = [
        "kind", "discussion", "room", "reply-to", "question", "questions", "language", "title", "categories", "members", "year", "links",
        "url", "author", "name", "position", "institution", "member", "email", "attribution", "terms", "attachments", "guest", "until",
        "target",
    ]
}

extension Submission {
    /// Whether nothing is known of it but its text: then nothing is said of what is missing.
    var hasNoFields: Bool {
        var bare = Submission()
        bare.body = body
        bare.bodyLine = bodyLine
        return self == bare
    }
}

extension Finding {
    /// What is marked in its line.
    fileprivate var marked: String? {
        guard let location, let excerpt = location.excerpt else { return nil }
        let scalars = excerpt.unicodeScalars.dropFirst(location.column - 1).prefix(location.length)
        return String(String.UnicodeScalarView(scalars))
    }

    /// What its message names in quotation marks: a key, for findings on a key's value.
    fileprivate var named: String? {
        let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.count >= 3 ? String(parts[1]) : nil
    }

    /// The field whose value it is about: the one that it names, else the one that its line begins with.
    fileprivate var field: String {
        if let named, Checks.fields.contains(named) { return named }
        let start = (location?.excerpt ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        return String(start.drop { $0 == " " || $0 == "-" })
    }
}

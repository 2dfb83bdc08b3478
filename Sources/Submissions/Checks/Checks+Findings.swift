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
        if let count = finding.untold { return list.add(untold: count) }
        let line = finding.location?.line
        switch finding.kind {
        case .unknownKey:
            let field = finding.marked ?? ""
            let meant = meant(by: field, in: finding)
            if meant == "attribution" {
                // Whoever asked not to be named, and mistyped it, would be.
                list.add(.badField, ["field": "attribution", "value": field], line: line)
            } else if let meant {
                list.add(.mistypedField, ["field": field, "meant": meant], line: line)
            } else {
                list.add(.unknownField, ["field": field], line: line)
            }
        case .missingKey:
            list.add(.missingField, ["field": finding.quoted ?? ""], line: line)
        case .wrongType, .badValue, .badDate, .badIdentifier, .unknownLanguage, .unsafeLink:
            list.add(.badField, ["field": finding.field, "value": finding.marked ?? ""], line: line)
        default:
            list.add(.brokenFields, line: line)
        }
    }

    /// The field whose name is near; one that stands within another and was written by itself.
    private func meant(by field: String, in finding: Finding) -> String? {
        if finding.location?.column == 1, let whole = Self.fields.first(where: { $0.hasSuffix("." + field) }) { return whole }
        let names = Self.fields.flatMap { $0.split(separator: ".").map(String.init) }
        return Suggestion.nearest(to: field, among: names.filter { $0 != field })
    }

    /// The names of all fields; of those within others, with what they stand in.
    static let fields = [
        "kind", "discussion", "room", "reply-to", "question", "questions", "language", "title", "categories", "members", "year", "links",
        "links.url", "links.title", "author", "author.name", "author.position", "author.institution", "author.member", "author.email",
        "attribution",
        "terms", "attachments", "guest", "guest.name", "guest.until", "target",
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

    /// How many more there are like it; nil for one that stands for itself.
    fileprivate var untold: Int? {
        // Of those that a `FindingList` only counts no place is shown.
        guard let location, location.excerpt == nil else { return nil }
        return Int(message.prefix { $0.isNumber })
    }

    /// The field whose value it is about: the one that it names, else the one that its line begins with.
    fileprivate var field: String {
        if let quoted, Checks.fields.contains(quoted) { return quoted }
        let start = (location?.excerpt ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        return String(start.drop { $0 == " " || $0 == "-" })
    }
}

extension Remark {
    /// The same, with `…` for what it would quote of a submission or of a published text: for what is not sealed.
    var withoutQuotations: Remark {
        let hidden = kind.quotingPlaceholders
        guard !hidden.isEmpty else { return self }
        return Remark(kind, values.reduce(into: [:]) { $0[$1.key] = hidden.contains($1.key) ? "…" : $1.value }, line: line)
    }
}

extension RemarkKind {
    /// Whether there is something to do for who wrote the text.
    var asksItsAuthor: Bool { severity != .note && ![.notScanned, .duplicateWaiting].contains(self) }

    /// Those of its placeholders whose values are words of a text or of a title, names, or what a text should not hold: all but numbers, days,
    /// codes of languages, and names of the fields that there are.
    fileprivate var quotingPlaceholders: Set<String> {
        switch self {
        case .telephone, .iban, .cardNumber, .identityNumber: ["number"]
        case .missingField, .badField: placeholders.subtracting(Self.harmless).subtracting(["field"])
        default: placeholders.subtracting(Self.harmless)
        }
    }

    private static let harmless: Set<String> = [
        "number", "count", "date", "words", "least", "most", "size", "limit", "level", "share", "current", "accepted", "language",
        "claimed",
        "found", "discussion",
    ]
}

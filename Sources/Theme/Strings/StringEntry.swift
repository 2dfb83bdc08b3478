import Documents

/// One string of a language, with the place of its key for findings.
struct StringEntry: Sendable {
    enum Value: Sendable {
        case text(Phrase)
        case plural([PluralCategory: Phrase])
    }

    let value: Value
    let keySpan: YAMLNode.Span

    /// The names in braces; of a plural, those of its form `other`.
    var placeholders: Set<String> {
        switch value {
        case .text(let phrase): phrase.placeholders
        case .plural(let forms): forms[.other]?.placeholders ?? []
        }
    }

    var isPlural: Bool {
        if case .plural = value { true } else { false }
    }
}

import Diagnostics

/// A template or partial as it was read: its source, its tokens, and what is wrong with it by itself.
struct TemplateFile {
    let name: String
    let source: SourceText
    let tokens: [TemplateToken]
    /// Faults that do not depend on a view: tags and markup.
    let findings: [Finding]

    /// - Parameter isMail: whether it may have styles of fixed text at its elements, as nothing else reaches a mail.
    init(name: String, source: SourceText, isMail: Bool = false) {
        self.name = name
        self.source = source
        let parser = TemplateParser(source)
        tokens = parser.tokens
        findings = parser.findings + MarkupCheck(source, parser.tokens, isMail: isMail).findings
    }

    /// The place of a token, for a finding.
    func location(_ token: TemplateToken) -> Location {
        source.location(offset: token.range.lowerBound, count: token.range.count)
    }
}

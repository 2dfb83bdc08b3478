/// A piece of a template's source.
struct TemplateToken {
    enum Kind: Equatable {
        /// Bytes that stand in the page as they are.
        case literal
        /// `{{name}}`
        case text(String)
        /// `{{{name}}}`
        case html(String)
        /// `{{t.key}}`, by the key without `t.`
        case string(String)
        /// `{{#name}}`
        case open(String)
        /// `{{^name}}`
        case inverted(String)
        /// `{{/name}}`
        case close(String)
        /// `{{> name}}`
        case partial(String)
        /// `{{! … }}`
        case comment
    }

    let kind: Kind
    /// Where it stands in the source, delimiters included.
    let range: Range<Int>
}

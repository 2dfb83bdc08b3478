/// What a template is filled with: named values in a fixed order.
///
/// The rules of this target: a template never sees the Model, only views; every name a template uses is declared by its
/// view, with the kind of value it holds; text is escaped when it is put in, HTML only ever comes from renderers.
package protocol View: Sendable {
    /// The template's name: `templates/<name>.mustache` of the theme.
    static var template: String { get }
    /// Every name the template may use.
    static var schema: Schema { get }
    /// The values, in the schema's order.
    var fields: [Field] { get }
}

/// A named value of a view.
package struct Field: Sendable {
    package let name: StaticString
    package let value: Value

    package init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }
}

/// The value of a field. A template writes texts as `{{name}}`, HTML as `{{{name}}}`, and the others as sections.
package enum Value: Sendable {
    /// Plain text; `<`, `>`, `&` and quotation marks are escaped.
    case text(String)
    /// Finished HTML.
    case html([UInt8])
    /// A section shown or not.
    case flag(Bool)
    /// A section that opens another level of names; nil: not shown.
    case group([Field]?)
    /// A section for each element. Beside a list `cards`, a template may use the flag `any-cards`.
    case list([[Field]])

    /// A text that may be missing: a group with the one field `text`.
    package static func optional(_ text: String?) -> Value {
        .group(text.map { [Field("text", .text($0))] })
    }
}

/// The names a template may use at one level, in order.
package struct Schema: Sendable {
    package enum Kind: Sendable {
        case text, html, flag
        case group(Schema)
        case list(Schema)
    }

    package let names: [(name: StaticString, kind: Kind)]

    package init(_ names: [(StaticString, Kind)]) {
        self.names = names.map { (name: $0.0, kind: $0.1) }
    }

    /// The schema of `Value.optional`.
    package static let optional = Schema([("text", .text)])
}

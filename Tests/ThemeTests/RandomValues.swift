import SeededNumbers

@testable import Theme

/// Makes values for any schema, so that templates meet shapes that nobody thought of.
struct RandomValues {
    var random: Seeded
    /// Texts that are put in; each is given a number.
    let texts: [String]
    private var count = 0

    init(seed: UInt64, texts: [String]) {
        random = Seeded(seed)
        self.texts = texts
    }

    mutating func fields(_ schema: Schema) -> [Field] {
        schema.names.map { Field($0.name, value($0.kind)) }
    }

    private mutating func value(_ kind: Schema.Kind) -> Value {
        count += 1
        switch kind {
        case .text: return .text("\(count)" + (texts.randomElement(using: &random) ?? ""))
        case .html: return .html(Array("<i>\(count)</i>".utf8))
        case .flag: return .flag(Bool.random(using: &random))
        case .group(let schema): return .group(Bool.random(using: &random) ? fields(schema) : nil)
        case .list(let schema): return .list((0..<Int.random(in: 0...3, using: &random)).map { _ in fields(schema) })
        }
    }
}

/// A view's template with values of any kind.
struct AnyView<V: View>: View {
    static var template: String { V.template }
    static var schema: Schema { V.schema }
    let fields: [Field]
}

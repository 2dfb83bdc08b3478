import Mustache

/// A template rendered once for a shape, with holes where texts and HTML go.
struct CompiledShape {
    private let literals: [UInt8]
    /// Literal bytes up to `end`, then the leaf, where there is one.
    private let pieces: [(end: Int, leaf: Int?)]

    /// Has the library render the template with a mark in the place of every text, and cuts the result at the marks.
    init(_ template: MustacheTemplate, _ fields: [Field]) {
        var count = 0
        let rendered = Array(template.render(Self.data(fields, &count)).utf8)
        var literals: [UInt8] = []
        var pieces: [(end: Int, leaf: Int?)] = []
        var index = 0
        while index < rendered.count {
            if rendered[index] != Self.markStart {
                literals.append(rendered[index])
                index += 1
                continue
            }
            var leaf = 0
            index += 1
            while index < rendered.count, rendered[index] != Self.markEnd {
                leaf = leaf * 10 + Int(rendered[index] - UInt8(ascii: "0"))
                index += 1
            }
            index += 1
            pieces.append((literals.count, leaf))
        }
        pieces.append((literals.count, nil))
        self.literals = literals
        self.pieces = pieces
    }

    /// Appends the page: literals as they are, texts escaped, HTML as it is.
    func fill(_ leaves: [Value], into out: inout [UInt8]) {
        var start = 0
        for piece in pieces {
            out.append(contentsOf: literals[start..<piece.end])
            start = piece.end
            guard let leaf = piece.leaf else { break }
            switch leaves[leaf] {
            case .text(let text): Escaping.append(text, to: &out)
            case .html(let html): out.append(contentsOf: html)
            case .flag, .group, .list: break  // never a leaf
            }
        }
    }

    private static func data(_ fields: [Field], _ count: inout Int) -> [String: Any] {
        var data: [String: Any] = [:]
        for field in fields {
            let name = field.name.description
            data[name] = value(field.value, &count)
            if case .list(let elements) = field.value { data["any-" + name] = !elements.isEmpty }
        }
        return data
    }

    /// A group that is not there becomes `false`, so that its name never means one further out.
    private static func value(_ value: Value, _ count: inout Int) -> Any {
        switch value {
        case .text, .html:
            defer { count += 1 }
            return "\u{1}\(count)\u{2}"
        case .flag(let on): return on
        case .group(nil): return false
        case .group(let inner?): return data(inner, &count)
        case .list(let elements): return elements.map { data($0, &count) }
        }
    }

    // Control characters, which templates and strings may not hold (TemplateParser, StringCheck).
    private static let markStart: UInt8 = 1
    private static let markEnd: UInt8 = 2
}

/// A template rendered once for a shape, with holes where texts and HTML go.
struct CompiledShape {
    private let literals: [UInt8]
    /// Literal bytes up to `end`, then the leaf, where there is one.
    private let pieces: [(end: Int, leaf: Int?)]

    /// Cuts what `skeleton` gives for a shape, with a mark in the place of every text, at the marks.
    ///
    /// - Parameter filling: the bytes of each of the skeleton's pieces in the page's language.
    init(_ rendered: [UInt8], filling: [[UInt8]]) {
        var literals: [UInt8] = []
        var pieces: [(end: Int, leaf: Int?)] = []
        var index = 0
        while index < rendered.count {
            switch rendered[index] {
            case Skeleton.leafMark:
                let leaf = Skeleton.number(in: rendered, after: index)
                pieces.append((literals.count, leaf.value))
                index = leaf.next
            case Skeleton.pieceMark:
                let piece = Skeleton.number(in: rendered, after: index)
                literals += filling[piece.value]
                index = piece.next
            default:
                literals.append(rendered[index])
                index += 1
            }
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

    /// The values as the library takes them, each text a mark with its number.
    static func data(_ fields: [Field]) -> [String: Any] {
        var count = 0
        return data(fields, &count)
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
}

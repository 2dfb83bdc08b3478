/// Fills templates of one language. Keep one for each thread that renders: it remembers the shapes it has met.
///
/// The library takes microseconds for each tag, so it renders a template once for each shape of its view; after that,
/// a page is literal bytes and escaped texts appended in order.
package final class TemplateRenderer {
    private let skeletons: [String: Skeleton]
    private let strings: Strings
    private var fillings: [String: [[UInt8]]] = [:]
    private var compiled: [String: [[UInt8]: CompiledShape]] = [:]
    private var count = 0
    private let limit: Int
    private var shape = Shape()

    /// - Parameter limit: how many shapes are kept before all are forgotten; 4,096 shapes of some kilobytes stay below 32 MB.
    init(skeletons: [String: Skeleton], strings: Strings, limit: Int = 4_096) {
        self.skeletons = skeletons
        self.strings = strings
        self.limit = limit
    }

    /// Appends the HTML of a view.
    package func render<V: View>(_ view: V, into out: inout [UInt8]) {
        let fields = view.fields
        shape.take(fields)
        if let known = compiled[V.template]?[shape.key] {
            known.fill(shape.leaves, into: &out)
            return
        }
        guard let skeleton = skeletons[V.template] else { return }  // loading refuses a theme that lacks a view's template
        let rendered = skeleton.rendered(shape.key) { CompiledShape.data(fields) }
        let fresh = CompiledShape(rendered, filling: filling(V.template, skeleton))
        if count >= limit {
            compiled.removeAll()
            count = 0
        }
        compiled[V.template, default: [:]][shape.key] = fresh
        count += 1
        fresh.fill(shape.leaves, into: &out)
    }

    /// The HTML of a view.
    package func render(_ view: some View) -> [UInt8] {
        var out: [UInt8] = []
        render(view, into: &out)
        return out
    }

    /// The skeleton's pieces as bytes, with the strings of the language escaped.
    private func filling(_ name: String, _ skeleton: Skeleton) -> [[UInt8]] {
        if let known = fillings[name] { return known }
        let fresh = skeleton.pieces.map { piece -> [UInt8] in
            switch piece {
            case .literal(let bytes): return bytes
            case .string(let key):
                var out: [UInt8] = []
                Escaping.append(strings.text(key), to: &out)
                return out
            }
        }
        fillings[name] = fresh
        return fresh
    }
}

import Mustache

/// Fills templates of one language. Keep one for each thread that renders: it remembers the shapes it has met.
///
/// The library takes microseconds for each tag, so it renders a template once for each shape of its view; after that,
/// a page is literal bytes and escaped texts appended in order.
package final class TemplateRenderer {
    private let templates: [String: MustacheTemplate]
    private var compiled: [String: [[UInt8]: CompiledShape]] = [:]
    private var count = 0
    private let limit: Int
    private var shape = Shape()

    /// - Parameter limit: how many shapes are kept before all are forgotten; 4,096 shapes of some kilobytes stay below 32 MB.
    init(templates: [String: MustacheTemplate], limit: Int = 4_096) {
        self.templates = templates
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
        guard let template = templates[V.template] else { return }  // loading refuses a theme that lacks a view's template
        let fresh = CompiledShape(template, fields)
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
}

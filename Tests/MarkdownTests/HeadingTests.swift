import Markdown
import Testing

@Suite("Headings")
struct HeadingTests {
    @Test(arguments: [
        ("Training & capacity", "training-capacity"), ("  A -- b!  ", "a-b"), ("Привет, мир", "привет-мир"), ("培训：第一部分", "培训-第一部分"),
        ("تدريب المكاتب", "تدريب-المكاتب"), ("Élan café", "élan-café"), ("e\u{301}a", "e\u{301}a"), ("हिन्दी", "हिन्दी"), ("!?", "section"),
        ("`code` *and* [link](x)", "code-and-link"), ("![logo](x) Name", "name"), ("1. Ⅳ ²", "1-ⅳ"), ("STRASSE ß İ", "strasse-ß-i\u{307}"),
        ("a_b", "a-b"), ("https://x.org", "https-x-org"),
    ])
    func anchors(text: String, anchor: String) {
        let result = rendered("# \(text)", prefix: "c0003-")
        #expect(result.headings.map(\.anchor) == [anchor])
        #expect(String(decoding: result.html, as: UTF8.self).hasPrefix("<h1 id=\"c0003-\(anchor)\">"))
    }

    @Test func anchorsAreUnique() {
        let names = ["a", "a", "a-2", "a", "a-3", "!", "?", "section-2"]
        let anchors = rendered(names.map { "# \($0)\n" }.joined()).headings.map(\.anchor)
        #expect(anchors == ["a", "a-4", "a-2", "a-5", "a-3", "section", "section-3", "section-2"])
    }

    @Test(arguments: [
        (nil, [1, 3, 2, 6, 1], [1, 3, 2, 6, 1]), (2, [1, 3, 2, 6, 1], [2, 3, 3, 4, 2]), (3, [3, 1, 2], [3, 3, 4]),
        (3, [2, 4, 3, 3], [3, 4, 4, 4]),
        (5, [1, 2, 3, 4], [5, 6, 6, 6]), (9, [1, 2], [6, 6]), (0, [2, 3], [1, 2]),
    ])
    func levels(base: Int?, written: [Int], expected: [Int]) {
        let text = written.map { String(repeating: "#", count: $0) + " x\n" }.joined()
        let result = rendered(text, headings: base)
        #expect(result.headings.map(\.level) == expected)
        let tags = String(decoding: result.html, as: UTF8.self).matches(of: #/<h(\d) /#).map { Int($0.1) }
        #expect(tags == expected)
    }

    @Test func textAndLine() {
        let headings = rendered("x\n\n## A `b` *c*\n\nD https://x.org\ne\n---\n").headings
        #expect(headings.map(\.text) == ["A b c", "D https://x.org e"])
        #expect(headings.map(\.line) == [3, 5])
    }
}

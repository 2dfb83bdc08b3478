import Markdown
import Testing

@Suite("Holes, links and images")
struct HoleTests {
    @Test func holesTakeWhatThePageGives() {
        let result = rendered("a [b *c*](../x.md \"t\") ![d `e`](files/f.png 'g')\n\n[h](#i)\n")
        let filled = result.filled(
            link: { [UInt8]("data-to=\"\($0.destination)|\($0.title)|\($0.line)\"".utf8) },
            image: { [UInt8]("<i>\($0.source)|\($0.alternative)|\($0.title)|\($0.line)</i>".utf8) })
        let expected = """
            <p>a <a data-to="../x.md|t|1">b <em>c</em></a> <i>files/f.png|d e|g|1</i></p>
            <p><a data-to="#i||3">h</a></p>

            """
        #expect(String(decoding: filled, as: UTF8.self) == expected)
    }

    @Test func tasksTakeTheirNames() {
        let result = rendered("- [x] a\n- [ ] b\n")
        let filled = result.filled(link: { _ in [] }, image: { _ in [] }, task: { [UInt8]("aria-label=\"\($0 ? "done" : "open")\"".utf8) })
        let expected = """
            <ul>
            <li><input type="checkbox" checked="" disabled="" aria-label="done" /> a</li>
            <li><input type="checkbox" disabled="" aria-label="open" /> b</li>
            </ul>

            """
        #expect(String(decoding: filled, as: UTF8.self) == expected)
    }

    @Test func linesAreThoseOfTheBody() {
        let result = rendered("a\nb [c](d)\n\n> - e\n>   ![f](g)\n\n| h |\n|---|\n| [i](j) |\n")
        #expect(result.links.map(\.line) == [2, 9])
        #expect(result.images.map(\.line) == [5])
    }

    @Test func asWrittenIsEscaped() {
        let expected =
            "<p><a href=\"x%20%22y&amp;&#x27;z\" title=\"&quot;&lt;\">a</a> <img src=\"b%C3%A9\" alt=\"&lt;c&gt;\" title=\"d\" /></p>\n"
        #expect(html("[a](<x \"y&'z> '\"<') ![\\<c>](bé \"d\")") == expected)
    }

    @Test func aLineBeginsAfterAHole() {
        #expect(html("- a\n  ![b](c)\n  - d\n").contains("alt=\"b\" />\n<ul>"))
    }

    @Test func entitiesAreResolvedInWhatIsHandedOut() {
        #expect(rendered("[a](b&amp;c\\_d \"e&lt;f\")").links == [RenderedText.Link(destination: "b&c_d", title: "e<f", line: 1)])
    }
}

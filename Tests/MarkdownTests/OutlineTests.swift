import Diagnostics
import Files
import Markdown
import Testing

@Suite("Outlines of texts")
struct OutlineTests {
    private func outline(_ markdown: String) -> TextOutline { MarkdownRenderer.outline([UInt8](markdown.utf8)) }

    @Test func blocksHaveTheirKindsAndLines() {
        let text = """
            ## Title *here*

            One line
            and `code` **more**.

            - item one
            - item two
              - inner

            > quoted
            >
            > - quoted item

            | a | b |
            |---|---|
            | c | d |

            ```
            let x
            ```

                indented

            Note[^1].

            [^1]: The note.

            """
        let blocks = outline(text).blocks
        #expect(
            blocks.map(\.kind.rawValue) == [
                "heading", "paragraph", "code", "item", "item", "item", "quote", "quote", "cell", "cell", "cell", "cell", "code", "code",
                "paragraph", "footnote",
            ])
        #expect(
            blocks.map(\.text) == [
                "Title here", "One line\nand \u{FFFC} more.", "code", "item one", "item two", "inner", "quoted", "quoted item", "a", "b",
                "c", "d",
                "let x\n", "indented\n", "Note.", "The note.",
            ])
        #expect(blocks.map(\.line) == [1, 3, 4, 6, 7, 8, 10, 12, 14, 14, 16, 16, 19, 22, 24, 26])
    }

    @Test func everyLinkIsThereWithItsTextAndLine() {
        let text = """
            First [the *plan*](files/plan.pdf "t") and
            [x](https://example.org/a), https://example.org/b and www.example.org, a@example.org,
            <https://example.org/c> [y](mailto:b@example.org) [z](javascript:x) [![shown](files/p.png)](q.md)

            """
        let links = outline(text).links
        #expect(
            links.map(\.text) == [
                "the plan", "x", "https://example.org/b", "www.example.org", "a@example.org", "https://example.org/c", "y", "z", "shown",
            ])
        #expect(
            links.map(\.destination) == [
                "files/plan.pdf", "https://example.org/a", "https://example.org/b", "http://www.example.org", "mailto:a@example.org",
                "https://example.org/c", "mailto:b@example.org", "javascript:x", "q.md",
            ])
        #expect(
            links.map(\.leads.rawValue) == [
                "relative", "outside", "outside", "outside", "direct", "outside", "direct", "unsafe", "relative",
            ])
        #expect(links.map(\.isBare) == [false, false, true, true, true, true, false, false, false])
        #expect(links.map(\.line) == [1, 2, 2, 2, 2, 3, 3, 3, 3])
        #expect(outline(text).images.map(\.source) == ["files/p.png"] && outline(text).images.map(\.alternative) == ["shown"])
    }

    @Test func rawHTMLAndHeadingsAsWritten() {
        let found = outline("# A\n\n#### A\n\n<div>\nx\n</div>\n\nHere <b>is</b> more\nand <i>again</i>\n")
        #expect(found.rawHTML == [5, 9, 10])
        #expect(found.headings.map(\.level) == [1, 4] && found.headings.map(\.anchor) == ["a", "a-2"])
    }

    @Test(arguments: [
        "a b\nc `d e` ![f g](h)\n\n- 漢字 [i](j)\n\n```\nk l\n```\n", "| a | b |\n|---|---|\n| c d | e |\n", "<b>x</b> y[^1]\n\n[^1]: z\n",
    ])
    func wordsAreThoseOfThePage(text: String) {
        #expect(outline(text).words == rendered(text).words)
    }

    @Test func whatIsReadIsWhatWasWrittenAndDamageIsNoticed() throws {
        let before = outline("# A\n\n[b](c 'd') ![e](f \"g\") <b>x</b> `y`\n\n> q@example.org\n")
        var writer = ByteWriter()
        before.write(to: &writer)
        var reader = ByteReader(writer.bytes)
        #expect(try TextOutline(from: &reader) == before)
        #expect(reader.isAtEnd)
        for count in writer.bytes.indices {
            var reader = ByteReader(Array(writer.bytes[..<count]))
            #expect(throws: ByteReader.Malformed.self) { try TextOutline(from: &reader) }
        }
        var damaged = writer.bytes
        damaged[1] = 0x7E
        reader = ByteReader(damaged)
        #expect(throws: ByteReader.Malformed.self) { try TextOutline(from: &reader) }
    }

    /// Whatever stands in an image, the page and the outline know it by the same words, and go on after it.
    @Test func imagesSayTheSameInAPageAndInAnOutline() {
        let text = "![a *b* `c` <i> ![d](e.png)\nf](g.png \"h\") [![i](j.png) k](l.md) ![](m.png) after\n"
        let found = outline(text).images
        #expect(found.map(\.alternative) == ["a b c <i> d f", "i", ""] && found.map(\.source) == ["g.png", "j.png", "m.png"])
        #expect(rendered(text).images == found)
    }
}

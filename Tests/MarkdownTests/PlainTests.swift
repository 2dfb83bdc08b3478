import Testing

@testable import Markdown

/// What a rendered text says without its markup.
@Suite struct PlainTests {
    @Test(
        arguments: [
            ("", ""), ("One *two*\nthree", "One two three\n"), ("# Title\n\nText.", "Title\nText.\n"), ("- a\n- b\n  - c", "a\nb\nc\n"),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "a\nb\n1\n2\n"), ("a `<b>` & \"c\" < d", "a <b> & \"c\" < d\n"),
            ("[link](x.md \"a > b\") end", "link end\n"),
            ("![A chart](files/chart.png) below", "A chart below\n"), ("> quoted\n\n```\ncode  here\n```", "quoted\ncode here\n"),
            ("one  \ntwo", "one\ntwo\n"),
            ("<b>raw</b> text", "raw text\n"), ("&amp;lt; &#x1F600;", "&lt; 😀\n"),
            ("see https://example.org/a?b=c&d", "see https://example.org/a?b=c&d\n"),
            ("- [ ] open", "open\n"), ("hundred[^a] more\n\n[^a]: A note.", "hundred more\nA note. ↩\n"),
        ])
    func plain(markdown: String, plain: String) {
        #expect(rendered(markdown).plain == plain)
    }
}

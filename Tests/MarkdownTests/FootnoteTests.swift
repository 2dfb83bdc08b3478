import Testing

@Suite("Footnotes")
struct FootnoteTests {
    @Test func idsHaveThePrefixAndArrowsLeadBack() {
        let expected = """
            <p>a<sup class="footnote-ref"><a href="#p-fn_1" id="p-fnref_1" role="doc-noteref">1</a></sup> \
            b<sup class="footnote-ref"><a href="#p-fn_2" id="p-fnref_2" role="doc-noteref">2</a></sup> \
            c<sup class="footnote-ref"><a href="#p-fn_1" id="p-fnref_1_2" role="doc-noteref">1</a></sup> [^none]</p>
            <section class="footnotes" role="doc-endnotes">
            <ol>
            <li id="p-fn_1">
            <p>one <a href="#p-fnref_1" class="footnote-backref" role="doc-backlink">↩</a> \
            <a href="#p-fnref_1_2" class="footnote-backref" role="doc-backlink">↩<sup class="footnote-ref">2</sup></a></p>
            </li>
            <li id="p-fn_2">
            <ul>
            <li>two</li>
            </ul>
            <a href="#p-fnref_2" class="footnote-backref" role="doc-backlink">↩</a>
            </li>
            </ol>
            </section>

            """
        #expect(html("a[^x] b[^y] c[^x] [^none]\n\n[^y]: - two\n\n[^x]: one\n\n[^unused]: three\n", prefix: "p-") == expected)
    }

    /// No link stands in another: the number alone does, and arrows lead back to it.
    @Test func aNumberInALinkIsNone() {
        let expected = """
            <p><a href="https://a.example/" rel="noopener noreferrer" class="outside">a<sup class="footnote-ref" id="p-fnref_1">1</sup></a></p>
            <section class="footnotes" role="doc-endnotes">
            <ol>
            <li id="p-fn_1">
            <p>one <a href="#p-fnref_1" class="footnote-backref" role="doc-backlink">↩</a></p>
            </li>
            </ol>
            </section>

            """
        #expect(html("[a[^x]](https://a.example/)\n\n[^x]: one\n", prefix: "p-") == expected)
    }

    @Test func everyArrowHasItsReference() {
        let text = "a[^1] ![b[^1]](c) d[^2]\n\n[^1]: e[^2] f[^1]\n\n    g\n\n[^2]: h\n"
        let html = html(text)
        let targets = html.matches(of: #/href="#([^"]*)"/#).map { String($0.1) }
        let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(targets) == Set(ids))
        #expect(Set(ids).count == ids.count)
        #expect(targets.count { $0.hasPrefix("fnref") } == 4)
    }

    @Test func headingsCannotTakeTheirIDs() {
        #expect(html("# fn_1\n\na[^1]\n\n[^1]: b\n").contains("<h1 id=\"fn-1\">"))
    }
}

import Testing

/// What the golden pages are made with must itself keep what matters.
@Suite("Outlines of pages") struct OutlineTests {
    private func outline(_ html: String, without: Set<String> = []) -> [String] {
        Outline(html, without: without).description.split(separator: "\n").map(String.init)
    }

    @Test func repliesStandBelowWhatTheyAnswer() {
        let html = """
            <ol class="thread"><li><article class="contribution" id="c1"><h3>A</h3><p>One.</p></article>
            <ol class="replies"><li><article class="contribution note" id="c2"><h3>B</h3></article></li></ol></li>
            <li><article id="c3"><p>Three.</p></article></li></ol>
            """
        #expect(
            outline(html) == [
                "- article #c1", "  ### A", "  One.", "  - article.note #c2", "    ### B", "- article #c3", "  Three.",
            ])
    }

    @Test func languagesAndDirectionsAreTold() {
        #expect(outline("<p>In <bdi lang=\"ar\" dir=\"rtl\">ب</bdi>.</p>") == ["In {ar rtl: ب}."])
        #expect(outline("<div class=\"text\" lang=\"fr\" dir=\"ltr\"><p>Un.</p></div><p>Two.</p>") == ["{fr ltr}", "  Un.", "Two."])
        #expect(outline("<div dir=\"auto\"><p>One.</p></div>") == ["One."])
        #expect(outline("<ol lang=\"fr\" dir=\"ltr\"><li>a</li></ol>") == ["{fr ltr}", "  - a"])
        #expect(outline("<li lang=\"fr\">a</li>") == ["- {fr} a"])
    }

    @Test func linksLeadSomewhere() {
        #expect(outline("<a href=\"../../en/a/#b\" aria-current=\"page\"><bdi>A &amp; B</bdi></a>") == ["[A & B](en/a/#b, current)"])
        #expect(outline("<a class=\"left-out\">A</a>") == ["[{.left-out: A}](nowhere)"])
        #expect(outline("<img src=\"../a.png\" alt=\"A > B\"><input type=\"checkbox\" checked> c") == ["![A > B](a.png)[x] c"])
    }

    @Test func noticesAndLinesAreKept() {
        #expect(outline("<p class=\"small notice outdated\"><strong>Old.</strong> It is.</p>") == [".notice.outdated Old. It is."])
        #expect(outline("<p>a <span class=\"left-out\">b</span></p>") == ["a {.left-out: b}"])
        #expect(outline("<p class=\"meta\"><span>a</span><span>b</span> <span>c</span></p>") == ["a · b c"])
        #expect(outline("<dl><div><dt>k</dt><dd>v</dd><dd>w</dd></div></dl>") == ["? k", "= v", "= w"])
        #expect(outline("<table><tr><td>1</td>\n<td>2</td><td>3</td></tr></table>a<br>b") == ["| 1 | 2 | 3", "a / b"])
        #expect(outline("<h2 id=\"q\">a\n  b</h2><ul><li id=\"x\"><p>c</p></li></ul>") == ["## #q a b", "- #x c"])
    }

    @Test func stylingIsNotKept() {
        let plain = outline("<h1>A</h1><p>b c</p>")
        #expect(outline("<header class=\"head\"><h1>A</h1></header>\n<div><p class=\"lead\">b\n <b>c</b></p></div>") == plain)
    }

    @Test func whatIsLeftOutIsLeftOutWhole() {
        #expect(outline("<nav class=\"site\"><ul><li class=\"site\">a<br></li></ul></nav><p>b</p>", without: ["site"]) == ["b"])
    }
}

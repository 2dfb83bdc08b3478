import Markdown
import Testing

@Suite("Hostile text")
struct HostileTextTests {
    /// Everything that a browser, or whatever decodes once more, might read as a scheme that runs script.
    static let disguises = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\\script:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)",
        "javascript&#58;alert(1)", "javascript&#x3A;alert(1)", "javascript&amp;colon;alert(1)", "javascript&amp;#58;alert(1)",
        "javascript%3Aalert(1)", "javascript%253aalert(1)", "javascript%25253Aalert(1)", "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)", "&#1;javascript:alert(1)", "&#x20;javascript:alert(1)", "java&#0;script:alert(1)",
        "vbscript:x", "data:text/html,x", "data:image/svg+xml,x", "data:image/png;base64,AA", "file:///etc/passwd", "blob:x", "ftp://x",
        "jar:x", "feed:javascript:x", "view-source:javascript:x", "x-custom:y", "%6Aavascript:alert(1)", "j%61vascript%3aalert(1)",
        "\u{200B}javascript:alert(1)", "\u{FEFF}javascript:alert(1)", "\u{202E}javascript:alert(1)", "1javascript:x", ":x",
        "http:/\\\\x.org", "https:x.org", "https:", "HTTP:/x.org", "http:///x.org", "https://", "https://?x", "https://:80/", "http://[",
        "http://[::1", "http://x.org\\\\@y.org", "https://x.org@y.org/", "https://x.org:80x/", "https://x%2Forg/",
    ]

    @Test(arguments: disguises)
    func addressIsEmptied(address: String) {
        for text in ["[x](\(address))", "[x](<\(address)>)", "[x]\n\n[x]: <\(address)>"] {
            let result = rendered(text)
            #expect(result.links.isEmpty && result.unsafe.count == 1, "\(text)")
            #expect(String(decoding: result.html, as: UTF8.self).contains("href=\"\""))
        }
        #expect(html("![x](<\(address)>)").contains("src=\"\""))
        #expect(html("<\(address)>").contains("<a href=\"\">") || !html("<\(address)>").contains("<a"))
    }

    @Test(arguments: [
        "a", "a.md", "../2026-014/index.md", "./a:b.md", "#x", "?a=b:c", "/a:b", "a/b:c", "a#b:c", "foo):", "%20a", "a%20b", "2026_x", "",
    ])
    func referenceIsAHole(address: String) {
        let result = rendered("[x](<\(address)>)")
        #expect(result.unsafe.isEmpty)
        #expect(result.links.map(\.destination) == [address])
    }

    @Test(arguments: [
        "//x.org", "/\\x.org", "\\\\\\\\x.org", "https://x.org", "HTTP://x.org", "https://x.org:8080?y", "http://[::1]:80/",
        "https://例え.jp/@x", "&#9;//x.org",
    ])
    func otherHostsAreMarked(address: String) {
        let result = rendered("[x](\(address) \"t\")")
        #expect(result.links.isEmpty && result.unsafe.isEmpty)
        #expect(String(decoding: result.html, as: UTF8.self).contains(" title=\"t\" rel=\"noopener noreferrer\" class=\"outside\">x</a>"))
    }

    static let texts = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onmouseover=x> b", "<!-- x --> y", "<?php x ?>", "<![CDATA[x]]>",
        "[a](b \"c\\\" onmouseover=\\\"x\")", "[a](b 'c\" onmouseover=\"x')", "[a](b (\"><script>))", "[a](<b\"c>)", "[a](<b'c>)",
        "![a\"b](c\"d \"e\\\"f\")", "![<script>](x)", "![`a\"`](x)", "![![a](b)](c)", "[![a](b)](c)", "![a [b](c) d](e)",
        "```\"><script>\nx\n```", "``` a\" onclick=\"x\n</code></pre><script>\n```", "~~~ &quot;onclick=x\ny\n~~~", "`</code><script>`",
        "# <script>\n\n# \" onclick=\"x\n\n# &quot; x\n\n# &lt;b&gt;", "#\n\n#\n\n# section\n\n# section-2", "# a\n\n# a\n\n# a-2\n\n# a",
        "| a\"> | <script> |\n|:--|--:|\n| `|` | \\| |", "| a |\n|---|\n| b | c | d |\n| |", "|a|\n|-|\n\n|b|\n|-|\n|c|",
        "- [ ] <script>\n- [x] b\n  1. c", "3) a\n4) b", "a[^1]\n\n[^1]: b[^1] c[^2]\n[^2]: d[^1]", "[^\"><script>]\n\n[^\"><script>]: x",
        "[^a][^a][^a]\n\n[^a]:\n    - x\n\n[^a]: twice", "![[^1]](x)\n\n[^1]: only seen in an image", "# a[^1]\n\n[^1]: # a\n",
        "https://x.org/\"onclick=x", "https://x.org/<script>", "www.x.org/'\"><b>", "a\"@x.org", "https://x.org/&quot;&lt;",
        "http://[::1]/x",
        "# https://x.org\n\n[https://x.org](y) ![https://x.org](z) `https://x.org`", "~~a~~ ~b~ ~~~c", "a\u{0}b", "a\u{202E}b\u{2066}c",
        "\u{FEFF}# a", "&#0; &#xD800; &#x110000; &nbsp; &bogus;", "a\rb\r\nc", "\u{1}\u{8}\u{B}\u{C}\u{7F}", "*a **b *c** d*",
        "> - > 1. > a\n\tb",
        "***", "a  \nb\\\nc", "Ꮳ\u{345}̈# é", "[a]: <x> 'y'\n[a] ![a][]", "<a@b.co> <https://x.org> <javascript:x>", "[x](tel:+41 'a\"b')",
    ]

    @Test(arguments: texts)
    func onlyAllowedHTMLComesOut(text: String) {
        for headings in [nil, 3] { #expect(AllowedHTML.fault(in: html(text, headings: headings)) == nil, "\(html(text))") }
    }

    @Test func bytesThatAreNoUTF8() {
        let broken: [[UInt8]] = [
            [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x61, 0x80, 0x62], [0xC0, 0xAF],
        ]
        for bytes in broken {
            for lead in ["", "# ", "[a](", "https://x.org/", "www.x.", "a@x.", "`", "| a |\n|---|\n| "] {
                let result = MarkdownRenderer.render(MarkdownText(body: [UInt8](lead.utf8) + bytes + [0x0A], prefix: "p-", headings: 2))
                let written = String(validating: result.asWritten(), as: UTF8.self)
                #expect(written.map { AllowedHTML.fault(in: $0) } == .some(nil), "\(lead)\(bytes)")
            }
        }
    }

    /// The library cuts a footnote's label by columns when it runs over the end of a line: here inside of `é`.
    @Test func aFootnoteLabelOverTwoLinesStaysUTF8() {
        for count in 0..<8 {
            let text = String(repeating: "x", count: count) + "[^note éééé\nmore éééé text] rest\n\n[^1]: x\n"
            let result = MarkdownRenderer.render(MarkdownText(body: [UInt8](text.utf8), prefix: "", headings: nil))
            #expect(String(validating: result.html, as: UTF8.self) != nil)
        }
    }

    /// The library writes two of these as bytes that are no UTF-8.
    @Test(arguments: ["FFFE", "FFFF", "D800", "110000", "0"])
    func numbersOfNoCharacter(number: String) {
        #expect(html("a &#x\(number); **b** `&#x\(number);` [c](d \"&#x\(number);\")\n").contains("a \u{FFFD} <strong>b</strong>"))
    }

    /// Nothing of it is lost where the text has no footnotes.
    @Test func bracketsThatAreNoFootnotes() {
        #expect(html("a [^b\nc] [^d] [^e f](g)\n") == "<p>a [^b\nc] [^d] <a href=\"g\">^e f</a></p>\n")
    }

    @Test func aThousandRandomTexts() {
        var state: UInt64 = 42
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces =
            Self.texts + Self.disguises + [
                "[", "](", ")", "![", "*", "_", "**", "`", "~", "~~", "\n", "\n\n", "> ", "- ", "    ", "|", "|---|\n", "<", ">", "\"", "'",
                "&", "#",
                "[^1]", "[^1]: ", "https://", "www.", "@", ".", ":", "\\", "\t", "（", "。", "漢", "א",
            ]
        for _ in 0..<1000 {
            let text = (0...random(12)).map { _ in pieces[random(pieces.count)] }.joined()
            let fault = AllowedHTML.fault(in: html(text, prefix: "c0001-", headings: 1 + random(6)))
            #expect(fault == nil, "\(text.debugDescription)")
        }
    }

    @Test(arguments: [">", "[", "![", "*", "_", "(", "<", "`", "~", "# ", "[^"])
    func deepNestingIsNoMatter(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        #expect(AllowedHTML.fault(in: html(text + "x\n")) == nil)
    }
}

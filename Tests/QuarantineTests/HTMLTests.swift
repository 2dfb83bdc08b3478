import Quarantine
import Testing

/// Markdown of mails that are HTML only.
struct HTMLTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private func markdown(_ html: String) throws -> String {
        try child.mail("From: a@example.org\nTo: b\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + html).strings.first
            ?? ""
    }

    @Test(arguments: [
        ("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\nlines\n"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb\n"),
        ("<h2>Title\n  here</h2><p>x", "## Title here\n\nx\n"),
        ("<ul><li>a<li>b<ol><li>c</li></ol></li></ul>d", "- a\n- b\n  1. c\n\nd\n"),
        ("<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n>\n> b\n\nc\n"),
        ("<table><tr><td><p>a</p></td><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc\n"),
        ("<pre>a  b\n c</pre>", "a  b\n c\n"),
        ("a<hr>b", "a\n\n---\n\nb\n"),
        ("<a href=\"https://example.org/a(b)\">a [b]</a>", "[a \\[b\\]](https://example.org/a%28b%29)\n"),
        ("<a href='https://example.org/'>example.org</a>", "example.org\n"),
        ("<a href=\"javascript:alert(1)\">a</a> <a href=\"data:text/html,x\">b</a>", "a b\n"),
        ("&eacute;&#233;&#xE9;&#146;&euro;&unknown;&amp;lt;", "ééé’€&unknown;&lt;\n"),
        ("a<script>b</script><style>c</style><!-- d --><title>e</title>f", "af\n"),
        ("a<script>b</scripty>c", "a\n"),
    ])
    func becomesMarkdown(html: String, expected: String) throws {
        #expect(try markdown(html) == expected)
    }

    @Test(arguments: [
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;img src=x onerror=x&#62;", "<<script>script>x<</script>/script>",
        "<xmp><b>x</b></xmp>",
        "<textarea><script>x</script></textarea>", "<a href=\"https://example.org/><script>x</script>\">y</a>",
        "<![CDATA[<script>x</script>]]>",
        "<a href=\"https://example.org\"><p>&lt;b&gt;</p></a>",
    ])
    func neverYieldsHTML(html: String) throws {
        let text = Array(try markdown(html).utf8)
        for index in text.indices where text[index] == UInt8(ascii: "<") && index + 1 < text.count {
            let next = text[index + 1] | 0x20
            let isTag = (0x61...0x7A).contains(next) || "/!?".utf8.contains(text[index + 1])
            let isAddress = text[(index + 1)...].starts(with: "https://".utf8)
            #expect(!isTag || isAddress || (index > 0 && text[index - 1] == UInt8(ascii: "\\")), "\(html)")
        }
    }
}

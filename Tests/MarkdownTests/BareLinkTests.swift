import Markdown
import Testing

@Suite("Addresses without markup")
struct BareLinkTests {
    /// The text of each link that comes out, with its address where that is another.
    private func links(_ text: String) -> [String] {
        html(text).matches(of: #/<a href="([^"]*)"[^>]*>([^<]*)</a>/#).map { $0.1 == $0.2 ? String($0.1) : "\($0.2) → \($0.1)" }
    }

    @Test(arguments: [
        ("见 https://www.wipo.int/。更多", ["https://www.wipo.int/"]),
        ("（https://x.org/a），另见", ["https://x.org/a"]),
        ("访问www.wipo.int，或", ["www.wipo.int → http://www.wipo.int"]),
        ("انظر https://x.org/a، ثم", ["https://x.org/a"]),
        ("voir « https://x.org/a » et", ["https://x.org/a"]),
        ("«https://x.org/a»", ["https://x.org/a"]),
        ("https://x.org/a\u{00A0}!", ["https://x.org/a"]),
        ("https://x.org/漢字/é", ["https://x.org/漢字/é → https://x.org/%E6%BC%A2%E5%AD%97/%C3%A9"]),
        ("邮箱：a.b@x.org。", ["a.b@x.org → mailto:a.b@x.org"]),
    ])
    func otherScripts(text: String, expected: [String]) {
        #expect(links(text) == expected)
    }

    @Test(arguments: [
        ("https://x.org.", ["https://x.org"]), ("https://x.org?!", ["https://x.org"]), ("(https://x.org/(a))", ["https://x.org/(a)"]),
        ("https://x.org/a)b", ["https://x.org/a)b"]), ("https://x.org/a_b_c_", ["https://x.org/a_b_c"]),
        ("HTTPS://X.org", ["HTTPS://X.org"]),
        ("https://localhost:8080/a", ["https://localhost:8080/a"]), ("https://x.org:80?b#c", ["https://x.org:80?b#c"]),
        ("https://x.org/?a=1&b;", ["https://x.org/?a=1"]), ("https://x.org/a;", ["https://x.org/a"]),
        ("https://x.org https://y.org", ["https://x.org", "https://y.org"]), ("**https://x.org**", ["https://x.org"]),
        ("xhttps://x.org", []), ("https://", []), ("https://.x", []), ("https:///x", []), ("ftp://x.org", []), ("https://a_b.org", []),
        ("www.", []), ("www.x", ["www.x → http://www.x"]), ("xwww.x.org", []), ("www.a_b.c", []), ("a@b", []), ("a@b.c-", []),
        ("@b.co", []),
        ("a@b@c.de", []), ("a@b.c1", []), ("see a+b@c.de.", ["a+b@c.de → mailto:a+b@c.de"]), ("https://a@b.co/x", ["https://a@b.co/x"]),
        ("`https://x.org`", []), ("<https://x.org/a b>", ["https://x.org/a"]), ("![https://x.org](y)", []),
    ])
    func likeGFM(text: String, expected: [String]) {
        #expect(links(text) == expected)
    }

    @Test func notInsideOtherLinks() {
        #expect(html("[https://x.org](y)") == "<p><a href=\"y\">https://x.org</a></p>\n")
        #expect(html("[a *b www.x.org c*](y) www.z.org").contains(">www.x.org") == false)
        #expect(links("[a *b www.x.org c*](y) www.z.org") == ["www.z.org → http://www.z.org"])
    }

    @Test func acrossPiecesOfText() {
        #expect(links("https://x.org/a\\_b&amp;c[d!e") == ["https://x.org/a_b&amp;c[d!e → https://x.org/a_b&amp;c%5Bd!e"])
    }

    @Test func hostsHaveAnEnd() {
        #expect(links("www." + String(repeating: "a.", count: 300) + "org") == [])
        #expect(links(String(repeating: "a", count: 300) + "@x.org") == [])
    }
}

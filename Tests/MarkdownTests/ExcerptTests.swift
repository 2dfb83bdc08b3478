import Markdown
import Testing

@Suite("Excerpt and word count")
struct ExcerptTests {
    @Test func plainTextInOneLine() {
        let lines =
            "# Title\n\nOne *two*\n`three`  \n[four](x) ![five](y)<b>\n\n- six\n- seven[^1]\n\n"
        let text = lines + "```\ncode\n```\n\n| e | n |\n|---|---|\n\n[^1]: note\n"
        #expect(rendered(text).excerpt == "One two three four six seven")
    }

    @Test func cutAtAWord() {
        let excerpt = rendered(String(repeating: "word ", count: 100)).excerpt
        #expect(excerpt == String(repeating: "word ", count: 56).dropLast() + "…")
        #expect(excerpt.unicodeScalars.count == 280)
    }

    @Test func cutWithoutSpaces() {
        let excerpt = rendered(String(repeating: "漢", count: 300)).excerpt
        #expect(excerpt == String(repeating: "漢", count: 279) + "…")
        let combined = rendered(String(repeating: "e\u{301}", count: 300)).excerpt
        #expect(combined.unicodeScalars.count <= 280 && combined.hasSuffix("e\u{301}…"))
    }

    @Test func whatFitsIsNotCut() {
        let text = String(repeating: "a", count: 280)
        #expect(rendered(text).excerpt == text)
        #expect(rendered("").excerpt == "")
    }

    @Test func directionMarksStayOut() {
        #expect(rendered("a\u{202E}b\u{2066}c\u{200F}").excerpt == "abc\u{200F}")
    }

    @Test(arguments: [
        ("One two, three.", 3), ("l’office aujourd'hui well-known", 3), ("foo**bar** baz", 2), ("培训 第一", 4), ("Привет, мир!", 2),
        ("— … !", 0),
        ("مرحبا بالعالم", 2), ("สวัสดี", 4), ("a\nb  \nc", 3), ("`x y`", 2), ("![no](x)<no>", 0), ("12 345", 2), ("漢字abc かな", 5),
    ])
    func words(text: String, count: Int) {
        #expect(rendered(text).words == count)
    }
}

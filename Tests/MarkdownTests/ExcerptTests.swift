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
        #expect(excerpt == String(repeating: "漢", count: 139) + "…")
        let combined = rendered(String(repeating: "e\u{301}", count: 300)).excerpt
        #expect(combined.unicodeScalars.count <= 280 && combined.hasSuffix("e\u{301}…"))
    }

    /// What is before the cut asks for nothing more to come.
    @Test(arguments: [
        ("word,", "word"), ("word : (", "word"), ("word\u{A0}; «", "word"), ("word “", "word"), ("كلمة،", "كلمة"), ("слово: „", "слово"),
        ("¿Qué ¿", "¿Qué"), ("word.", "word."), ("word)", "word)"),
    ])
    func cutWhereItReadsWell(end: String, kept: String) {
        let before = String(repeating: "a ", count: 130)
        #expect(rendered(before + end + " " + String(repeating: "z", count: 100)).excerpt == before + kept + "…")
    }

    /// Ideographs count two, and no number is cut in two.
    @Test(arguments: [("一句话，", 0, "一句话"), ("他说：「", 0, "他说"), ("共有12", 3, "共有"), ("共有。", 0, "共有。")])
    func cutBetweenIdeographs(end: String, digits: Int, kept: String) {
        let width = end.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
        // One character more has room, which is taken off again.
        let before = String(repeating: "漢", count: (280 - width - (digits > 0 ? 1 : 2)) / 2)
        let after = digits > 0 ? String(repeating: "3", count: digits) : String(repeating: "字", count: 9)
        #expect(rendered(before + end + after).excerpt == before + kept + "…")
    }

    @Test func spacesThatBindStay() {
        let text = "Un\u{A0}; deux\u{202F}! 1\u{2007}000 \u{A0}x"
        #expect(rendered(text + "\u{2003}y").excerpt == text + " y")
        #expect(rendered("\u{A0}").excerpt == "")
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

import Model
import Testing

@testable import Generator

@Suite("Books")
struct BookTests {
    @Test(
        arguments: [
            ("<p>a<br>b<br/>c<br />d</p>", "<p>a<br/>b<br/>c<br />d</p>"),
            ("<img src=\"a.png\" alt=\"1 > 0\">", "<img src=\"a.png\" alt=\"1 > 0\"/>"),
            ("<input type=\"checkbox\" checked disabled>", "<input type=\"checkbox\" checked=\"\" disabled=\"\"/>"),
            ("<a href=\"#c1\" data-file>x</a>", "<a href=\"#c1\" data-file=\"\">x</a>"),
            ("<col><colgroup></colgroup>", "<col/><colgroup></colgroup>"),
            ("<a href=\"//other.example/\">x</a>", "<a href=\"https://other.example/\">x</a>"),
            ("<a href=\"/%5Cx\">x</a>", "<a href=\"https://example.org/%5Cx\">x</a>"),
            ("<a href=\"https://a.example/50%off#a#b%20&#x27;%\">x</a>", "<a href=\"https://a.example/50%25off#a%23b%20&#x27;%25\">x</a>"),
            ("<img src=\"/x\" title=\"/\">", "<img src=\"/x\" title=\"/\"/>"),
            ("<!-- <br> -->&lt;br&gt; 1 < 2", "<!-- <br> -->&lt;br&gt; 1 < 2"),
            ("a\u{7}b\t\n\r\u{1B}\u{FFFE}\u{FFFF}\u{FFFD}\u{1F600}", "a\u{FFFD}b\t\n\r\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{1F600}"),
            // What is cut off ends where it ends.
            ("<br", "<br"), ("<a href", "<a href=\"\""), ("<a href=\"/", "<a href=\"https://example.org/"),
            ("<", "<"), ("<!--", "<!--"),
        ])
    func theXMLForm(html: String, expected: String) {
        let made = XHTML(Array(html.utf8), host: "https://example.org").bytes
        #expect(String(decoding: made, as: UTF8.self) == expected)
    }

    @Test func repliesStandBelowWhatTheyAnswer() throws {
        let day = try #require(Day(year: 2026, month: 11, day: 2))
        let answered = [nil, nil, 1, 0, 2, 3, nil]
        let contributions = answered.enumerated().map { index, parent in
            let text = Text(path: "", language: Language("en"), hash: "")
            let posted = Contribution.Posted(
                date: day, role: .staff, replyTo: parent.map(Self.number), original: text)
            return Contribution(number: Self.number(index), content: .posted(posted))
        }
        #expect(Thread(contributions).order == [0, 3, 5, 1, 2, 4, 6])
        #expect(Thread([]).order.isEmpty)
    }

    private static func number(_ index: Int) -> String { "000\(index + 1)" }
}

import Diagnostics
import GrowthOfCost
import Markdown
import Submissions
import Testing

/// What somebody writes decides what is said, not how long it takes.
@Suite("What hostile texts cost", .serialized)
struct HostileSubmissionTests {
    private static let units = [
        "word ", "@", "a@b.", "a (at) b (dot) ", "(at)", "1 ", "1.", "+", "(", "+1(", "0123456789 ", "CH93 ", "CH93 0076 2011 6238 5295 7 ",
        "passport ", "护照", "passport A1 B2 C3 ", "4111 1111 1111 1111 ", "TISC ", "TISC (", "(TISC) (", "VERY LONG CAPITALS ", "A B C ",
        "http://", "www.a ", "漢", "\u{202E}", "\u{200D}a", "e\u{301}", "\u{301}", "ألف ", "#", "[", "\n", "> a\n", "tel ", "№ ",
        "12-34-56, ", "From: a\n", "On 1:1 ", "a\nSent: ",
    ]

    /// All in one paragraph, so that only checks are measured and not the parser.
    private func matter(_ text: String) -> CheckedMatter {
        var submission = Sample().matter.submission
        submission.body = [UInt8](text.utf8)
        let link = TextOutline.Link(text: text, destination: text, leads: .outside, isBare: false, line: 1)
        let blocks = [
            TextOutline.Block(kind: .paragraph, text: text, line: 1), TextOutline.Block(kind: .code, text: text, line: 1),
            TextOutline.Block(kind: .heading, text: text, line: 1),
        ]
        let outline = TextOutline(blocks: blocks, headings: [], links: [link], images: [], rawHTML: [], words: 100)
        var matter = CheckedMatter(submission, outline: .success(outline))
        matter.known = KnownTexts([KnownText(.submission(1), Sketch(of: submission.body))])
        return matter
    }

    @Test(arguments: units) func growsWithTheLength(unit: String) {
        let growth = Cost.growth(from: 4_000 / unit.unicodeScalars.count) { count in
            let remarks = SampleForum.checks.remarks(on: matter(String(repeating: unit, count: count)))
            if remarks.count > 1_000 { Issue.record("\(remarks.count) remarks") }
        }
        #expect(growth < Cost.quadratic, "\(unit) \(growth)")
    }

    @Test func growsWithTheNumberOfBlocksAndLinks() {
        let growth = Cost.growth(from: 300) { count in
            let blocks = (0..<count).map { TextOutline.Block(kind: .paragraph, text: "See ABC\($0), a\($0)@b.example", line: $0) }
            let links = (0..<count).map {
                TextOutline.Link(text: "here", destination: "\($0).en.md", leads: .relative, isBare: false, line: $0)
            }
            let outline = TextOutline(blocks: blocks, headings: [], links: links, images: [], rawHTML: Array(1...count), words: 100)
            let remarks = SampleForum.checks.remarks(on: CheckedMatter(Sample().matter.submission, outline: .success(outline)))
            #expect(remarks.count < 200)
        }
        #expect(growth < Cost.quadratic, "\(growth)")
    }

    @Test func tellsNoMoreThanSomebodyReads() {
        let text = (0..<3_000).map { "a\($0)@b.example and Q\($0)" }.joined(separator: "\n")
        let remarks = SampleForum.checks.remarks(on: Sample().adding(text).matter)
        #expect(remarks.filter { $0.kind == .mailAddress }.count == 20)
        #expect(remarks.first { $0.kind == .further }?.values == ["count": "2980"])
    }

    @Test func valuesAreOneLineOfAtMostTwoHundredCharacters() {
        let long = String(repeating: "x", count: 500)
        let matter = Sample().with("title", "\"\(long)@b.example\"").adding(
            "[\(long)](javascript:\(long)%0A) <b>\n\n# PLEASE READ ALL OF \(long.uppercased())"
        )
        .file("a\u{2028}b\u{1B}[2J.exe").matter
        let values = SampleForum.checks.remarks(on: matter).flatMap(\.values.values)
        #expect(
            values.allSatisfy { $0.unicodeScalars.count <= 200 && !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x2028 } })
        #expect(values.contains { $0.hasSuffix("…") } && values.contains("a b [2J.exe"))
    }
}

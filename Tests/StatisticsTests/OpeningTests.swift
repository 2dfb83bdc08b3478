import Model
import SeededNumbers
import Testing

@testable import Statistics

@Suite("Page openings in access logs") struct OpeningTests {
    private static let discussion = SitePage(kind: .discussion, id: "2026-014", language: Made.french)
    private static let entry = SitePage(kind: .entry, id: "tool", language: Made.english)
    private static let agent = "\"Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0\""

    private func counter(_ period: Period = Made.period("2026-01-01", "2026-12-31")) -> OpeningCounter {
        OpeningCounter(
            pages: ["fr/2026-014/": Self.discussion, "en/abcdefghij234567/": Self.entry], base: "/forum/", period: period,
            calendar: Made.calendar)
    }

    private func count(_ lines: [String], end: String = "\n") -> PageOpenings {
        var counter = counter()
        counter.take(lines.map { $0 + end }.joined().utf8)
        counter.finish()
        return counter.openings
    }

    private func line(_ request: String, status: Int = 200, host: String = "203.0.113.7", agent: String? = agent) -> String {
        "\(host) - - [10/Oct/2026:13:55:36 +0200] \"\(request)\" \(status) 2326" + (agent.map { " \"-\" \($0)" } ?? "")
    }

    @Test func whatAPersonOpensIsCounted() {
        let lines = [
            line("GET /forum/fr/2026-014/ HTTP/1.1"), line("GET /forum/fr/2026-014/index.html HTTP/2.0", host: "2001:db8::7"),
            line("GET /forum/en/abcdefghij234567/?from=mail HTTP/1.1", agent: nil),
            line("GET https://example.org/forum/fr/2026-014/ HTTP/1.1"), line("GET /forum/fr/2026%2D014/ HTTP/1.1"),
            "example.org:443 " + line("GET /forum/fr/2026-014/ HTTP/1.1"),
            line("GET /forum/fr/2026-014/ HTTP/1.1", agent: "\"A \\\"quoted\\\" browser\""),
            line("GET /forum/fr/2026-014/ HTTP/1.1", host: "203.0.113.7 - \"a name\""),
        ]
        for end in ["\n", "\r\n"] {
            let found = count(lines, end: end)
            #expect(found.total == 8 && found.unreadable == 0 && found.robots == 0)
            #expect(found.things(.discussion).map(\.id) == ["2026-014"] && found.count(.entry) == 1 && found.count(Made.french) == 7)
            #expect(found.months.map(\.key.description) == ["2026-10"])
        }
    }

    @Test func whatIsNoOpeningIsNot() {
        let found = count([
            line("HEAD /forum/fr/2026-014/ HTTP/1.1"), line("POST /forum/fr/2026-014/ HTTP/1.1"),
            line("GET /forum/fr/2026-014/ HTTP/1.1", status: 304), line("GET /forum/fr/2026-014/ HTTP/1.1", status: 404),
            line("GET /forum/fr/2026-014 HTTP/1.1", status: 301), line("GET /forum/assets/site.css HTTP/1.1"),
            line("GET /other/fr/2026-014/ HTTP/1.1"), line("GET /forum/fr/2026-015/ HTTP/1.1"), line("GET /forum/ HTTP/1.1"),
            line("GET /forum/fr/2026-014/index.html/ HTTP/1.1"), line("GET /forum/../forum/fr/2026-014/ HTTP/1.1"),
        ])
        #expect(found.total == 0 && found.unreadable == 0)
    }

    @Test func robotsAreLeftOut() {
        let names = ["Googlebot/2.1", "curl/8.5.0", "python-requests/2.31", "-", "", "SomeCrawler", "HeadlessChrome/156"]
        let found = count(names.map { line("GET /forum/fr/2026-014/ HTTP/1.1", agent: "\"\($0)\"") })
        #expect(found.total == 0 && found.robots == names.count)
    }

    @Test func daysOutsideThePeriodAreLeftOut() {
        var counter = counter(Made.period("2026-10-11", "2026-10-11"))
        for time in [
            "10/Oct/2026:23:59:59 +0200", "10/Oct/2026:22:00:00 +0000", "11/Oct/2026:14:59:59 -0700", "11/Oct/2026:15:00:00 -0700",
        ] {
            counter.take("h - - [\(time)] \"GET /forum/fr/2026-014/ HTTP/1.1\" 200 1\n".utf8)
        }
        #expect(counter.openings.total == 2)
    }

    @Test(arguments: [
        "nonsense", "\"\"", "[", "a [b] \"c\" d", "h - - [10/Oct/2026:13:55:36 +0200]", "h - - [10/Oct/2026:13:55:36 +0200] \"GET /",
        "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\\\" 200 1", "h - - [10/Foo/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1",
        "h - - [31/Feb/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1", "h - - [10/Oct/2026:25:55:36 +0200] \"GET / HTTP/1.1\" 200 1",
        "h - - [10/Oct/2026:13:55:36 +0200] \"GET\" 200 1", "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 20000000000 1",
        "h - - [99/Oct/9999:99:99:99 +9999] \"GET / HTTP/1.1\" 200 1", "h - - [10/Oct/2026:13:55:36 +0200] \"GET / HTTP/1.1\"",
    ])
    func whatIsNoLineIsTold(line: String) {
        let found = count([line])
        #expect(found.total == 0 && found.unreadable == 1)
    }

    /// An escape at the end of a line, percent signs without digits, and bytes that are no text.
    @Test func brokenEscapesAndBytesAreHarmless() {
        var counter = counter()
        let head = Array("h - - [10/Oct/2026:13:55:36 +0200] \"GET ".utf8)
        for tail in ["%", "%4", "%zz", "/forum/%", "\\", "\\\\", "/\\\"", "\u{0}"].map({ Array($0.utf8) }) + [
            [0xFF, 0xFE, 0x80], [0x22, 0x22],
        ] {
            counter.take(head + tail + Array(" HTTP/1.1\" 200 1 \"-\" \"x".utf8) + [0x0A])
            counter.take(head + tail + [0x0A])
        }
        counter.finish()
        #expect(counter.openings.total == 0)
    }

    /// Of a line without an end nothing is kept, and the next one counts again.
    @Test func aLineWithoutEndTakesNoMemory() {
        var counter = counter()
        for _ in 0..<200 { counter.take(Array(repeating: UInt8(ascii: "a"), count: 100_000)) }
        counter.take(Array("\n".utf8) + Array((line("GET /forum/fr/2026-014/ HTTP/1.1") + "\n").utf8))
        #expect(counter.openings.total == 1 && counter.openings.unreadable == 1)
    }

    @Test func piecesMayEndAnywhere() {
        let bytes = Array((line("GET /forum/fr/2026-014/ HTTP/1.1") + "\n" + line("GET /forum/en/abcdefghij234567/ HTTP/1.1")).utf8)
        for cut in bytes.indices {
            var counter = counter()
            counter.take(bytes[..<cut])
            counter.take(bytes[cut...])
            counter.finish()
            #expect(counter.openings.total == 2, "\(cut)")
        }
    }

    @Test func mutatedLogsNeverCrash() {
        var random = Seeded(7)
        let seed = Array((line("GET /forum/fr/2026-014/ HTTP/1.1") + "\n").utf8)
        for _ in 0..<5_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(Array("\\\"[]% \n/".utf8).randomElement(using: &random)!, at: place)
                }
            }
            var counter = counter()
            counter.take(bytes)
            counter.finish()
            #expect(counter.openings.total <= 2)
        }
    }
}

import Access
import Model
import SeededNumbers
import Testing

@Suite struct PartTests {
    private let sealer: Sealer

    init() throws {
        var generator = Seeded(5)
        sealer = try Sealer(Keystore.create(rounds: 100_000, using: &generator), guestsOf: [], at: Instant(seconds: 0))
    }

    private func page(_ text: [UInt8]) throws -> Sealed { try sealer.seal(text, at: Place(page: "en/index.html")) }

    @Test(arguments: [
        ("a\nb\nc", "a\nx\nc"), ("a\nb\nc", "a\nb\nc"), ("", "a"), ("a", ""), ("a\nb\n", "a\nb"), ("a\nb", "0\na\n1\nb\n2\n"),
        ("a\na\nb\na", "a\nb\na\na\nb"), ("T\n<p>x</p>", "T\n<nav>\n<p>x</p>\n</nav>\n+9\n=3"),
    ]) func givesTheMembersText(guests: String, members: String) throws {
        let page = try page(Array(guests.utf8))
        let part = Part.text(from: Array(guests.utf8), to: Array(members.utf8), on: page)
        #expect(try Part.members(part, of: Array(guests.utf8), on: page.bytes) == Array(members.utf8))
    }

    @Test func randomTexts() throws {
        var generator = Seeded(8)
        for _ in 0..<300 {
            let line = { (generator: inout Seeded) in ["a", "b", "", "+3", "=1"].randomElement(using: &generator) ?? "" }
            let texts = (0..<2).map { _ in
                Array((0..<Int.random(in: 0...30, using: &generator)).map { _ in line(&generator) }.joined(separator: "\n").utf8)
            }
            let page = try page(texts[0])
            #expect(try Part.members(Part.text(from: texts[0], to: texts[1], on: page), of: texts[0], on: page.bytes) == texts[1])
        }
    }

    @Test func whatIsSharedIsNotRepeated() throws {
        let lines = (0..<500).map { "<p>A paragraph of the discussion, number \($0).</p>" }
        let guests = Array(lines.joined(separator: "\n").utf8)
        let members = Array((["<nav>"] + lines + ["</nav>"]).joined(separator: "\n").utf8)
        #expect(Part.text(from: guests, to: members, on: try page(guests)).count < 120)
    }

    @Test(arguments: ["", "=2", "=4\n", "-4\n", "=3", "=3\n+1\n", "=x\n", "=03\n", "=0\n", "*3\n", "=2\n", "=3\n=1\n", "=99999999\n"])
    func refusesWhatDoesNotFit(instructions: String) throws {
        let guests = Array("a\nb\nc".utf8)
        let page = try page(guests)
        let head = Part.text(from: guests, to: guests, on: page).prefix(65)
        #expect(throws: NotOpened.malformed) { try Part.members(head + Array(instructions.utf8), of: guests, on: page.bytes) }
    }

    @Test func belongsToItsPage() throws {
        let (one, other) = (Array("a\nb".utf8), Array("a\nc".utf8))
        let part = Part.text(from: one, to: other, on: try page(one))
        let page = try page(other)
        #expect(throws: NotOpened.notAuthentic) { try Part.members(part, of: other, on: page.bytes) }
    }
}

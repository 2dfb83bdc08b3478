import Foundation
import ProgramUnderTest
import Submissions
import Testing

@Suite("The inbox in lines") struct InboxListTests {
    private let forum: OfficeForum

    init() throws { forum = try OfficeForum() }

    /// A contribution, a topic with a long title, and a text without fields.
    private func receive() throws {
        try forum.folder.write("mails/1.eml", SentText.mail(SentText.contribution(), id: "m1"))
        let topic = SentText.contribution().replacing(
            "kind: contribution\ndiscussion: 2026-002",
            with: "kind: topic\nroom: french\ncategories: [training]\ntitle: " + String(repeating: "Former les formateurs ", count: 8))
        try forum.folder.write("mails/2.eml", SentText.mail(topic, id: "m2"))
        try forum.folder.write(
            "mails/3.eml", SentText.mail("Un texte sans champs.", id: "m3", subject: "审查员培训" + String(repeating: "很好", count: 40)))
        try forum.must("inbox", "import", forum.path("mails"))
    }

    private func list(_ further: String..., columns: String? = nil) throws -> [String] {
        let environment = columns.map { ["COLUMNS": $0] } ?? [:]
        let outcome = try Program.run(forum.call(["inbox", "list"] + further), environment: environment)
        #expect(outcome.status == 0, "\(outcome.notes)")
        return outcome.output.split(separator: "\n").map(String.init)
    }

    /// Wide characters take two columns.
    private func columns(_ line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xA4CF).contains($1.value) ? 2 : 1) }
    }

    @Test func partsStandBelowEachOtherAndLinesFit() throws {
        try receive()
        let lines = try list()
        #expect(lines[0] == "   1  received  contribution  2026-002  from XA, Ana Exemple  “Contribution”")
        #expect(lines[1].hasPrefix("   2  received  topic         french    from XA, Ana Exemple  “Former") && lines[1].hasSuffix("…”"))
        #expect(lines[2].hasPrefix("   3  received  text                    from ana@example.org  “审查员") && lines[2].hasSuffix("…”"))
        #expect(lines.allSatisfy { columns($0) <= 80 } && columns(lines[1]) >= 78, "\(lines)")
        let wide = try list(columns: "95")
        #expect(wide.allSatisfy { columns($0) <= 95 } && columns(wide[1]) > 80, "\(wide)")
        #expect(try list(columns: "50").allSatisfy { columns($0) <= 50 })
        let json = try list("--format", "json", columns: "50")
        #expect(json[1].contains(String(repeating: "Former les formateurs ", count: 7)), "\(json)")
    }

    @Test func nextIsTheFirstThatWaits() throws {
        try receive()
        try forum.must("review", "approve", "1")
        #expect(try list("--all").last == "Next: rostrum inbox show 2")
        #expect(try list("--state", "approved").count == 1)
        for number in ["2", "3"] { try forum.must("review", "reject", number, "--reason", "off-topic") }
        #expect(try list() == ["Nothing waits. `rostrum inbox list --all` shows everything."])
        let all = try list("--all")
        #expect(all.count == 3 && all.allSatisfy { !$0.hasPrefix("Next") }, "\(all)")
        #expect(try list("--state", "returned") == ["There is none that is returned."])
    }

    @Test func whatWasPurgedIsCalledSo() throws {
        try receive()
        try forum.must("review", "approve", "1")
        let place = try #require(try forum.record(1).place)
        try forum.must("withdraw", place, "--requested-by", "author", "--reason", "x", "--purge", "--yes")
        let line = try #require(try list("--all").first)
        #expect(line.hasPrefix("   1  purged    ") && line.contains("  \(place)") && !line.contains("text") && !line.contains("withdrawn"))
    }
}

import Diagnostics
import FixtureForum
import Testing

/// What somebody writes decides what is said, not how long it takes.
@Suite struct CostTests {
    private static let head = "---\ndate: 2026-11-04\nrole: moderator\n---\n"
    private static let discussion = "content/discussions/2026-001/"

    private func check(_ files: [(String, String)]) throws -> (findings: [Finding], time: Duration) {
        let forum = try TemporaryForum("base")
        for (path, text) in files { try forum.write(path, Array(text.utf8)) }
        var findings: [Finding] = []
        let time = try ContinuousClock().measure { findings = try forum.check { String($0.count) }.findings }
        return (findings, time)
    }

    @Test func manyBrokenLinks() throws {
        let links = (0..<4_000).map { "[x](\($0).en.md)" }.joined(separator: "\n")
        let others = (100..<400).map { (Self.discussion + "0\($0).en.md", Self.head + "Text.\n") }
        let (findings, time) = try check([(Self.discussion + "0002.en.md", Self.head + links)] + others)
        let broken = findings.filter { $0.kind == .brokenLink }
        #expect(broken.count == FindingList.limit + 1)
        #expect(broken.last?.message == "3900 more of these are in this file")
        #expect(time < .seconds(60))
    }

    @Test func longLists() throws {
        let words = (0..<8_000).map { "w\($0)" }.joined(separator: ", ")
        let ids = (100..<8_000).map { "2025-\($0)" }.joined(separator: ", ")
        let facts = "room: english\nopens: 2026-11-02\ncategories: [\(words)]\nparallel: [\(ids)]\n"
        let (findings, time) = try check([(Self.discussion + "discussion.yaml", facts)])
        #expect(findings.filter { $0.kind == .unknownCategory }.count == FindingList.limit + 1)
        #expect(findings.filter { $0.kind == .unknownDiscussion }.map(\.message) == ["7900 more of these are in this file"])
        #expect(time < .seconds(60))
    }
}

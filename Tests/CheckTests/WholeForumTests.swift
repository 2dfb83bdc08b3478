import Check
import ContentStore
import Diagnostics
import FixtureForum
import Model
import Testing

/// `Tests/Fixtures/forum` uses each feature once.
@Suite struct WholeForumTests {
    @Test func nothingIsWrongButWhatIsMeantToBe() throws {
        let findings = try TemporaryForum("forum").check().findings
        #expect(findings.map { "\($0.kind.rawValue) \($0.location?.file ?? "")" } == ["outdated content/discussions/2026-001/0002.ar.md"])
    }

    @Test func itIsReadAsItIsMeant() throws {
        let content = try #require(try TemporaryForum("forum").check().content)
        let forum = content.forum
        #expect(forum.languages.map(\.code) == ["ar", "en", "fr", "es"])
        #expect(forum.attachments == AttachmentRules(types: ["pdf", "png", "csv"], largest: 2_000_000))
        #expect(forum.costs?.perLanguage[Language("en")] == 48_294)
        #expect(forum.rooms[1].categories == ["training"])
        let discussion = content.discussions[0]
        #expect(discussion.facts?.closes == .time(Instant(seconds: 1_790_956_800)))
        #expect(discussion.facts?.proposedBy == "XA")
        #expect(discussion.contributions.map(\.number) == ["0001", "0002", "0003", "0004", "0005", "0006", "0007"])
        guard case .posted(let first) = discussion.contributions[0].content else { throw Failure("0001 is posted") }
        #expect(first.translations.map(\.language.code) == ["fr"])
        #expect(first.translations[0].translation?.machine == true)
        #expect(first.attachments == ["files/plan.pdf"])
        #expect(first.corrected == Day("2026-09-10"))
        guard case .posted(let second) = discussion.contributions[1].content else { throw Failure("0002 is posted") }
        #expect(second.replyTo == "0001")
        #expect(discussion.contributions[3].content == .withdrawn(Withdrawal(date: try #require(Day("2026-09-20")), requestedBy: .author)))
        #expect(discussion.attachments.map(\.path) == ["files/errors.png", "files/plan.pdf", "files/study.pdf"])
        #expect(content.discussions[4].facts == nil)
        #expect(content.entries.map(\.id) == ["a-year-of-pairs", "gone", "mentoring", "sampling", "search-log"])
        #expect(content.pages.map(\.menu) == [.header, .none])
    }
}

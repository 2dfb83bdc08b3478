import Diagnostics
import Markdown
import Model
import ProgramUnderTest
import Testing

@testable import Generator

/// What the sample forum in `content/` must have, so that it shows every feature at work.
@Suite("The sample forum") struct SampleForumTests {
    private static let shown = Result { try ShownForum(TestForum(.sample)) }

    private static func posted(_ discussion: Discussion) -> [Contribution.Posted] {
        discussion.contributions.compactMap { if case .posted(let posted) = $0.content { posted } else { nil } }
    }

    @Test func itHasDiscussionsWithAllThatBelongsToThem() throws {
        let catalog = try Self.shown.get().site.catalog
        let discussions = catalog.topics.map(\.discussion)
        let posted = discussions.flatMap(Self.posted)
        #expect(discussions.count >= 6 && posted.count >= 30)
        #expect(Set(catalog.topics.map(\.status)) == Set(Status.allCases))
        #expect(posted.count { $0.replyTo != nil } >= 5 && posted.count { $0.role == .moderator } >= 3)
        #expect(posted.count { !$0.translations.isEmpty } >= 10)
        #expect(discussions.flatMap(\.contributions).count - posted.count == 1, "withdrawn")
        #expect(discussions.count { !$0.summaries.isEmpty } >= 3 && discussions.count { !$0.outcomes.isEmpty } >= 3)
        #expect(posted.count { !$0.attachments.isEmpty } >= 3)
        #expect(Set(catalog.topics.map(\.facts.room)) == Set(catalog.forum.rooms.map(\.id)))
    }

    @Test func exactlyOneThingIsWrongWithIt() throws {
        #expect(try Self.shown.get().findings.map(\.kind) == [.outdated])
    }

    @Test func itsTextsShowWhatMarkdownCanDo() throws {
        let texts = try Self.shown.get().site.texts.values
        let html = texts.map { String(decoding: $0.asWritten(), as: UTF8.self) }
        #expect(html.count { $0.contains("<table") } >= 3)
        #expect(html.count { $0.contains("-fn_1") } >= 2)
        #expect(html.count { $0.contains("<img ") } >= 2)
        #expect(html.count { $0.contains("type=\"checkbox\"") } >= 1)
    }

    @Test func itsLibraryHasEveryKind() throws {
        let items = try Self.shown.get().site.catalog.items
        #expect(items.count == 12)
        #expect(Set(items.map(\.facts.kind)) == Set(LibraryEntry.Kind.allCases))
    }

    @Test func oneDiscussionIsHeldInManyLanguages() throws {
        let languages = try Self.shown.get().site.catalog.topics.map { Set(Self.posted($0.discussion).map(\.original.language.code)) }
        #expect(languages.contains { $0.isSuperset(of: ["ar", "zh", "ru"]) }, "\(languages)")
    }

    @Test func everyPageExistsInEveryLanguage() throws {
        let shown = try Self.shown.get()
        let all = Set(["ar", "zh", "en", "fr", "ru", "es"].map { Language($0) })
        #expect(Set(shown.site.forum.languages) == all)
        #expect(shown.site.catalog.pages.count >= 4)
        for page in shown.site.catalog.pages { #expect(Set(page.texts.keys) == all, "\(page.id)") }
    }

    @Test(arguments: [
        ("en", "sample forum"), ("fr", "Forum d’exemple"), ("es", "Foro de ejemplo"), ("ru", "демонстрационный"), ("zh", "示例"),
        ("ar", "توضيحي"),
    ]) func theHomeSaysThatItIsASample(language: String, word: String) throws {
        #expect(try Self.shown.get().outline(.home, language).lines.prefix(3).contains { $0.text.contains(word) })
    }

    @Test func itsStatesAreInvented() throws {
        let catalog = try Self.shown.get().site.catalog
        var codes = catalog.items.flatMap(\.facts.members)
        codes += catalog.topics.compactMap(\.facts.proposedBy)
        codes += catalog.voices.compactMap(\.posted.member)
        if case .some(let members) = catalog.forum.members { codes += members.map(\.code) } else { codes.append("all") }
        #expect(Set(codes).count >= 5)
        // What ISO 3166-1 leaves to its users.
        #expect(codes.allSatisfy { $0.wholeMatch(of: /X[A-Z]/) != nil }, "\(Set(codes).sorted())")
    }
}

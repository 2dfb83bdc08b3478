import Access
import Model
import ProgramUnderTest
import Search
import Testing

@testable import Generator

/// What is found by a search, and by whom.
@Suite("What a search finds") struct SearchDocumentsTests {
    private func documents(_ forum: ShownForum, _ language: String, for audience: Audience = .members) -> [IndexDocument] {
        forum.site.search.entries(for: audience).filter { $0.language == Language(language) }.flatMap {
            SearchDocuments(forum.site, $0).all
        }
    }

    @Test func eachTextStandsInTheIndexOfItsLanguage() throws {
        let forum = try ShownForum.small.get()
        let catalog = forum.site.catalog
        let found = forum.site.forum.languages.flatMap { documents(forum, $0.code) }
        let contributions = catalog.voices.reduce(0) { $0 + 1 + $1.posted.translations.count }
        #expect(found.count { $0.kind == .contribution } == contributions)
        #expect(found.count { $0.kind == .discussion } == catalog.topics.reduce(0) { $0 + $1.discussion.opening.count })
        #expect(found.count { $0.kind == .page } == catalog.pages.reduce(0) { $0 + $1.texts.count })
        let entries = found.count { [.practice, .tool, .methodology, .experience].contains($0.kind) }
        #expect(entries == catalog.items.reduce(0) { $0 + $1.entry.texts.count })
    }

    @Test func aContributionIsFoundByItsTextAndItsAuthor() throws {
        let forum = try ShownForum.small.get()
        let found = try #require(documents(forum, "en").first { $0.anchor == "c0007" && $0.path == "en/2026-001/" })
        #expect(found.title == "After the course" && !found.titleCounts)
        #expect(found.text.contains("will be translated"))
        #expect(!found.text.contains("<") && found.text.hasSuffix("\n"))
    }

    /// Guests find nothing but their discussion.
    @Test func guestsFindTheirDiscussionAlone() throws {
        let forum = try TestForum(.small)
        try forum.folder.edit("content/discussions/2026-001/discussion.yaml", "proposed-by: XA", "guests: true\nproposed-by: XA")
        let shown = try ShownForum(forum)
        let guests = Audience.guests(of: "2026-001")
        let entries = shown.site.search.entries(for: guests)
        #expect(!entries.isEmpty)
        for entry in entries {
            let found = SearchDocuments(shown.site, entry).all
            #expect(!found.isEmpty && found.allSatisfy { $0.path.hasSuffix("/2026-001/") })
            #expect(shown.site.search.path(entry, .table, 0).hasPrefix("search/2026-001/"))
        }
        #expect(
            shown.site.search.entries.count { $0.audience != .members && $0.audience != guests && $0.audience != .guests(of: "2026-002") }
                == 0)
    }

    /// A summary can be written in a language in which the opening note is not.
    @Test func aSummaryIsFoundInItsLanguage() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("content/discussions/2026-001/summary.es.md", "Todo queda resumido.\n")
        let found = documents(try ShownForum(forum), "es").filter { $0.kind == .discussion && $0.path.hasSuffix("/2026-001/") }
        #expect(found.map(\.text) == ["Todo queda resumido.\n"])
        #expect(found.first?.titleLanguage == "en" && found.first?.titleCounts == false)
    }

    @Test func whatHasNotOpenedIsFoundByItsTitleAlone() throws {
        let forum = try TestForum(.small)
        try forum.folder.write(
            "content/discussions/2026-099/discussion.yaml", "room: english\ncategories: [training]\nopens: 2027-10-01\n")
        try forum.folder.write("content/discussions/2026-099/index.en.md", "---\ntitle: To come\nquestions: [A?]\n---\nHidden.\n")
        let found = documents(try ShownForum(forum), "en").filter { $0.path == "en/2026-099/" }
        #expect(found.map(\.kind) == [.discussion])
        #expect(found.first?.text == "" && found.first?.room == nil)
    }

    /// Whatever of a text is in the index changes what tells it from another.
    @Test func fingerprintsFollowWhatIsFound() throws {
        let forum = try TestForum(.small)
        func fingerprints() throws -> [String: Fingerprint] {
            let site = try ShownForum(forum).site
            let entries = site.search.entries(for: .members)
            return Dictionary(
                uniqueKeysWithValues: entries.map { ($0.language.code, SearchDocuments(site, $0).fingerprint(Fingerprint([]))) })
        }
        let before = try fingerprints()
        #expect(try fingerprints() == before)
        try forum.folder.edit("content/discussions/2026-001/0007.en.md", "will be translated", "was translated")
        let after = try fingerprints()
        #expect(after["en"] != before["en"])
        for (language, fingerprint) in before where language != "en" { #expect(after[language] == fingerprint, "\(language)") }
        // Facts that no text has are what results are filtered by.
        try forum.folder.edit("content/discussions/2026-001/discussion.yaml", "proposed-by: XA", "proposed-by: XB")
        #expect(try fingerprints()["en"] != after["en"])
    }
}

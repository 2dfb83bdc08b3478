import Foundation
import ProgramUnderTest
import Testing

@testable import Generator

/// What members who unlock the forum must not find, on any page.
@Suite("What is not shown") struct HiddenThingsTests {
    private static let head =
        "---\ndate: 2026-09-24\nrole: participant\nmember: XB\nauthor: Ysolde Quillfeather\ninstitution: Bureau Zephyrine\n---\n"

    /// All pages as text, without the front matter of the built forum.
    private func opened(_ forum: TestForum) throws -> [String: String] {
        let report = try forum.build()
        try #require(report.totals != nil, "\(report.findings)")
        return try forum.site().opened(with: forum.passphrase)
    }

    private func showing(_ pages: [String: String], with text: String) -> Set<String> { Set(pages.filter { $0.value.contains(text) }.keys) }

    @Test func beforeItOpensOnlyTitleCategoriesAndDateAreShown() throws {
        let forum = try TestForum(.small)
        let folder = "content/discussions/2026-003/"
        try forum.folder.write(
            folder + "discussion.yaml", "room: english\ncategories: [infrastructure]\nopens: 2026-12-07T09:00:00+01:00\nproposed-by: CH\n")
        try forum.folder.write(
            folder + "index.en.md", "---\ntitle: Announced only\nquestions: [Wherefore xylophones?]\n---\nQuokkas sing.\n")
        try forum.folder.write(
            folder + "0001.en.md", "---\ndate: 2026-11-20\nrole: staff\nauthor: Ysolde Quillfeather\n---\nMarmots whistle.\n")
        try forum.folder.write(folder + "summary.en.md", "Badgers conclude.\n")
        try forum.folder.write(folder + "outcome.en.md", "Otters result.\n")
        try forum.folder.remove("content/discussions/2026-002/0001.es.md")  // the only other thing of Switzerland's
        let pages = try opened(forum)
        #expect(showing(pages, with: "Announced only").isSuperset(of: ["en/2026-003/index.html", "en/index.html", "fr/index.html"]))
        let own = try #require(pages["en/2026-003/index.html"])
        #expect(own.contains("7 December 2026") && own.contains("Infrastructure"))
        for word in ["xylophones", "Quokkas", "Quillfeather", "Marmots", "Badgers", "Otters", "Switzerland", "Suisse"] {
            // The form lets its reader choose among all members.
            let showing = showing(pages.filter { !$0.value.contains("data-form") }, with: word)
            #expect(showing.isEmpty, "\(word)")
        }
    }

    @Test func whatIsNotAnnouncedStandsOnNoPage() throws {
        let pages = try opened(try TestForum(.small))
        #expect(showing(pages, with: "2026-004").isEmpty && showing(pages, with: "Not even announced").isEmpty)
        #expect(pages.keys.allSatisfy { !$0.contains("2026-004") })
    }

    @Test func ofAWithdrawnContributionOnlyTheNoticeIsLeft() throws {
        let forum = try TestForum(.small)
        let path = "content/discussions/2026-001/0008"
        try forum.folder.write(path + ".en.md", Self.head + "Marmots whistle.\n")
        try forum.folder.write(
            "content/discussions/2026-001/0009.en.md", "---\ndate: 2026-09-25\nrole: staff\nreply-to: 0008\n---\nThanks.\n")
        let words = ["Quillfeather", "Zephyrine", "Marmots"]
        let before = try opened(forum)
        for word in words { #expect(!showing(before, with: word).isEmpty, "\(word)") }
        try forum.folder.remove(path + ".en.md")
        try forum.folder.write(path + ".withdrawn.yaml", "date: 2026-09-26\nrequested-by: author\n")
        let after = try opened(forum)
        for word in words { #expect(showing(after, with: word).isEmpty, "\(word)") }
        let page = try #require(after["en/2026-001/index.html"])
        #expect(page.contains("id=\"c0008\"") && page.contains("26 September 2026"))
        let reply = try #require(page.components(separatedBy: "id=\"c0009\"").last?.components(separatedBy: "</article>").first)
        #expect(page.contains("id=\"c0009\"") && reply.contains("href=\"#c0008\""), "the notice itself has such a link, too")
    }

    @Test func ofAWithdrawnDiscussionOrEntryOnlyTheNoticeIsLeft() throws {
        let forum = try TestForum(.small)
        let words = ["Quillfeather", "Zephyrine", "Marmots", "Narwhal title", "Pangolin entry", "Echidna text"]
        try forum.folder.write("content/discussions/2026-006/discussion.yaml", "room: english\ncategories: [training]\nopens: 2026-09-20\n")
        try forum.folder.write("content/discussions/2026-006/index.en.md", "---\ntitle: Narwhal title\n---\nText.\n")
        try forum.folder.write("content/discussions/2026-006/0001.en.md", Self.head + "Marmots whistle.\n")
        try forum.folder.write("content/library/pangolin/entry.yaml", "kind: tool\ndate: 2026-10-02\ncategories: [training]\n")
        try forum.folder.write("content/library/pangolin/index.en.md", "---\ntitle: Pangolin entry\n---\nEchidna text.\n")
        let before = try opened(forum)
        for word in words { #expect(!showing(before, with: word).isEmpty, "\(word)") }
        let address = try #require(showing(before, with: "Echidna text").first { before[$0]?.contains("<h1>Pangolin entry") == true })
        for folder in ["content/discussions/2026-006", "content/library/pangolin"] {
            try forum.folder.remove(folder)
            try forum.folder.write(folder + "/withdrawn.yaml", "date: 2026-10-20\nrequested-by: moderator\n")
        }
        let after = try opened(forum)
        for word in words + ["pangolin"] { #expect(showing(after, with: word).isEmpty, "\(word)") }
        for path in ["en/2026-006/index.html", "ar/2026-006/index.html", address] { #expect(after[path] != nil, "\(path)") }
        #expect(after["en/2026-006/index.html"]?.contains("20 October 2026") == true)
        #expect(showing(after, with: "2026-006").allSatisfy { $0.contains("/2026-006/") })
    }
}

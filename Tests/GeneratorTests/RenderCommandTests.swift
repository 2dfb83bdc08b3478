import Foundation
import GFMSpecification
import Testing

/// `rostrum render`.
@Suite("The command render") struct RenderCommandTests {
    @Test func theExamplesOfTheSpecification() throws {
        let all = try GFMSpecification.afterDifferences()
        let isLong = ProcessInfo.processInfo.environment["ROSTRUM_TEST_LONG"] != nil
        for example in all where isLong || example.number % 11 == 5 {
            let outcome = try Program.run(["render", "-"], input: Array(example.markdown.utf8))
            #expect(outcome.status == 0 && outcome.notes == "", "example \(example.number): \(outcome.notes)")
            #expect(outcome.output == example.expected, "example \(example.number)")
        }
    }

    @Test func aFileIsTakenLikeStandardInput() throws {
        let folder = TemporaryFolder()
        try folder.write("a.md", "---\ntitle: A\n---\n# One\n\nSee [b](b.md) and ~~this~~.\n")
        let file = try Program.run(["render", folder.path + "/a.md"])
        let piped = try Program.run(["render", "-"], input: try folder.bytes("a.md"))
        #expect(file.output == piped.output && file.status == 0)
        #expect(file.output == "<h1 id=\"one\">One</h1>\n<p>See <a href=\"b.md\">b</a> and <del>this</del>.</p>\n")
    }

    @Test(arguments: [[0xFF, 0xFE, 0x41], [0xC3], Array("a\u{0}b".utf8), Array("<script>alert(1)</script>".utf8), []] as [[UInt8]])
    func oddBytesEndWell(bytes: [UInt8]) throws {
        let outcome = try Program.run(["render", "-"], input: bytes)
        #expect([0, 1].contains(outcome.status), "\(outcome.notes)")
        #expect(!outcome.output.contains("<script"))
    }

    @Test func aFileOfTheForumIsRenderedAsOnItsPage() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let pages = try forum.site().opened(with: forum.passphrase)
        for (file, page) in [
            ("discussions/2026-001/0001.en.md", "en/2026-001/index.html"), ("discussions/2026-001/index.fr.md", "fr/2026-001/index.html"),
            ("discussions/2026-001/summary.en.md", "en/2026-001/index.html"),
            ("discussions/2026-002/index.fr.md", "fr/2026-002/index.html"),
        ] {
            let outcome = try Program.run(["render", "\(forum.root)/content/\(file)", "--now", "2026-11-23T09:00:00Z"])
            #expect(outcome.status == 0, "\(outcome.notes)")
            #expect(outcome.output.count > 20 && pages[page]?.contains(outcome.output) == true, "\(file)")
        }
        for (language, page) in [("en", "library/mentoring/index"), ("ar", "pages/about/index")] {
            let outcome = try Program.run(["render", "\(forum.root)/content/\(page).\(language).md", "--now", "2026-11-23T09:00:00Z"])
            let showing = pages.filter { $0.key.hasPrefix(language + "/") && $0.value.contains(outcome.output) }
            #expect(!outcome.output.isEmpty && showing.count == 1, "\(page): \(showing.keys)")
        }
    }

    @Test func aFileWithAnErrorIsAFinding() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("content/pages/help/index.en.md", "---\ntitle: Help\n---\n[x](nowhere.md)\n")
        let outcome = try Program.run(["render", "\(forum.root)/content/pages/help/index.en.md"])
        #expect(outcome.status == 1 && outcome.notes.contains("error[broken-link]"))
    }
}

import Dispatch
import Foundation
import GFMSpecification
import ProgramUnderTest
import Synchronization
import Testing

/// `rostrum render`.
@Suite("The command render") struct RenderCommandTests {
    @Test func theExamplesOfTheSpecification() throws {
        let all = try GFMSpecification.afterDifferences()
        try #require(all.count > 600)
        let faults = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: all.count) { index in
            let example = all[index]
            do {
                let outcome = try Program.run(["render", "-"], input: Array(example.markdown.utf8))
                guard outcome.status != 0 || outcome.notes != "" || outcome.output != example.expected else { return }
                faults.withLock { $0.append("example \(example.number): \(outcome)") }
            } catch {
                faults.withLock { $0.append("example \(example.number): \(error)") }
            }
        }
        #expect(faults.withLock { $0 } == [])
    }

    @Test func aFileIsTakenLikeStandardInput() throws {
        let folder = TemporaryFolder()
        try folder.write("a.md", "---\ntitle: A\n---\n# One\n\nSee [b](b.md) and ~~this~~.\n")
        let file = try Program.run(["render", folder.path + "/a.md"])
        let piped = try Program.run(["render", "-"], input: try folder.bytes("a.md"))
        #expect(file.output == piped.output && file.status == 0)
        #expect(file.output == "<h1 id=\"one\">One</h1>\n<p>See <a href=\"b.md\">b</a> and <del>this</del>.</p>\n")
    }

    @Test(arguments: [[0xFF, 0xFE, 0x41], [0xC3], [0x61, 0xED, 0xA0, 0x80], Array("a\u{0}b".utf8)] as [[UInt8]])
    func bytesThatAreNoTextAreAFinding(bytes: [UInt8]) throws {
        let outcome = try Program.run(["render", "-"], input: bytes)
        #expect(outcome.status == 1 && outcome.output == "" && outcome.notes.contains("error[not-utf8]"), "\(outcome)")
    }

    @Test(arguments: [("<script>alert(1)</script>", "<!-- raw HTML omitted -->"), ("", ""), ("---\n# A title\n---\nText.\n", "A title")])
    func oddTextsEndWell(text: String, shown: String) throws {
        let outcome = try Program.run(["render", "-"], input: Array(text.utf8))
        #expect(outcome.status == 0 && outcome.notes == "", "\(outcome)")
        #expect(text.isEmpty ? outcome.output == "" : outcome.output.contains(shown), "\(outcome)")
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

    /// The file's forum counts, wherever one stands.
    @Test func aForumIsFoundFromElsewhere() throws {
        let forum = try TestForum(.small)
        let here = TemporaryFolder()
        try here.write("themes/wipo/templates/page.mustache", "{{broken")
        let file = "\(forum.root)/content/pages/help/index.en.md"
        let command = ["-c", "cd \"$0\" && exec \"$@\"", here.path, Program.path, "render", file, "--now", "2026-11-23T09:00:00Z"]
        let outcome = try Program.run(executable: "/bin/sh", command)
        #expect(outcome.status == 0 && outcome.output.contains("<p>"), "\(outcome)")
    }

    @Test func aForumThatCannotBeReadSaysWhy() throws {
        let forum = try TestForum(.small)
        let file = "\(forum.root)/content/pages/help/index.en.md"
        try forum.folder.edit("themes/wipo/templates/page.mustache", "{{title}}", "{{titel}}")
        let theme = try Program.run(["render", file])
        #expect(theme.status == 1 && theme.output == "" && theme.notes.contains("error[template-unknown-name]"), "\(theme)")
        try forum.folder.edit("content/forum.yaml", "rooms:", "roomz:")
        let settings = try Program.run(["render", file])
        #expect(settings.status == 1 && settings.output == "" && settings.notes.contains("error[unknown-key]"), "\(settings)")
    }

    @Test func aFileWithAnErrorIsAFinding() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("content/pages/help/index.en.md", "---\ntitle: Help\n---\n[x](nowhere.md)\n")
        let outcome = try Program.run(["render", "\(forum.root)/content/pages/help/index.en.md"])
        #expect(outcome.status == 1 && outcome.notes.contains("error[broken-link]"))
    }
}

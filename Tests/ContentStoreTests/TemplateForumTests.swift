import ContentStore
import Diagnostics
import FixtureForum
import Foundation
import Model
import Testing

@Suite struct TemplateForumTests {
    private let today = Day("2026-11-23")

    @Test func aNewForumPassesEveryCheck() throws {
        let forum = try TemporaryForum()
        try TemplateForum(root: forum.root, today: try #require(today)).write()
        let outcome = try forum.check()
        #expect(FindingWriter(format: .text).write(outcome.findings) == "")
        let content = try #require(outcome.content)
        #expect(content.forum.rooms.map(\.id) == ["english", "french", "spanish"])
        #expect(content.forum.categories.allSatisfy { $0.title.values.count == 6 })
        // In each of its languages the help leads to the file to begin with.
        #expect(content.pages.map { "\($0.id) \($0.texts.count)" }.sorted() == ["about 3", "help 6", "terms-of-use 3"])
        for language in content.forum.languages {
            let help = try String(contentsOfFile: "\(forum.root)/content/pages/help/index.\(language).md", encoding: .utf8)
            #expect(help.contains("](files/contribution.txt)"), "\(language)")
        }
        #expect(content.discussions.map(\.id) == ["2026-001"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: forum.root).sorted() == [".gitignore", "content"])
    }

    @Test func aMissingFolderIsMade() throws {
        let forum = try TemporaryForum()
        let root = forum.root + "/a/b"
        let theme: [(path: String, bytes: [UInt8])] = [("themes/x/a.css", [0x61])]
        try TemplateForum(root: root, today: try #require(today), further: theme).write()
        #expect(try FileManager.default.contentsOfDirectory(atPath: root).sorted() == [".gitignore", "content", "themes"])
    }

    @Test func nothingIsWrittenWhereSomethingIs() throws {
        let forum = try TemporaryForum()
        try forum.write("letter.txt", [0x61])
        #expect(throws: Failure.self) { try TemplateForum(root: forum.root, today: try #require(today)).write() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: forum.root) == ["letter.txt"])
    }

    @Test func whatFailsLeavesNothing() throws {
        let forum = try TemporaryForum()
        // A path that is a file and a folder at once cannot be written.
        let impossible: [(path: String, bytes: [UInt8])] = [("x", [0x61]), ("x/y", [0x61])]
        let template = TemplateForum(root: forum.root + "/new", today: try #require(today), further: impossible)
        #expect(throws: Failure.self) { try template.write() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: forum.root) == [])
        #expect(throws: Failure.self) { try TemplateForum(root: forum.root, today: try #require(today), further: impossible).write() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: forum.root) == [])
    }
}

import ContentStore
import Diagnostics
import FixtureForum
import Foundation
import Testing

@Suite struct ContentListerTests {
    @Test func theOrderIsThatOfNamesWhateverTheJobs() throws {
        let forum = try TemporaryForum("base")
        for number in 2...420 {
            let id = String(format: "2026-%03d", number)
            try forum.write("content/discussions/\(id)/index.en.md", Array("---\ntitle: \(id)\n---\nText\n".utf8))
        }
        let one = try ContentLister(root: forum.root).list()
        let many = try ContentLister(root: forum.root, jobs: 4).list()
        #expect(one.stamps == many.stamps)
        #expect(one.folders == many.folders)
        let ids = one.folders.filter { $0.kind == .discussion }.map(\.id)
        #expect(ids == ids.sorted() && ids.count == 420)
        #expect(
            one.folders.map(\.kind.rawValue).reduce(into: []) { if $0.last != $1 { $0.append($1) } } == ["discussion", "entry", "page"])
    }

    @Test func stampsTellEveryChange() throws {
        let forum = try TemporaryForum("forum")
        let lister = ContentLister(root: forum.root)
        var last = try lister.list().stamps
        #expect(try lister.list().stamps == last)
        let changes: [(TemporaryForum) throws -> Void] = [
            { try $0.write("content/forum.yaml", try $0.bytes("content/forum.yaml") + [0x0A]) },
            { try $0.write("content/pages/about/index.en.md", Array("---\ntitle: About\n---\nOther text\n".utf8)) },
            { try $0.write("content/discussions/2026-001/files/sub/new.pdf", [0x25]) },
            { try FileManager.default.removeItem(atPath: $0.root + "/content/discussions/2026-001/files/sub/new.pdf") },
            { try $0.write("content/library/new-entry/entry.yaml", [0x0A]) },
            { try $0.write("content/stray.txt", [0x0A]) },
        ]
        for change in changes {
            try change(forum)
            let stamps = try lister.list().stamps
            #expect(stamps != last)
            last = stamps
        }
    }

    @Test func whereThereIsNoForum() throws {
        let forum = try TemporaryForum()
        #expect(throws: Failure.self) { try ContentLister(root: forum.root).list() }
        try forum.write("content/x", [])
        #expect(throws: Failure.self) { try ContentLoader(root: forum.root) { _ in "" }.forum() }
    }

    @Test func attachmentsAreListedWithTheirFolders() throws {
        let forum = try TemporaryForum("base")
        try forum.write("content/pages/about/files/a/b/plan.pdf", [0x25])
        let page = try #require(try ContentLister(root: forum.root).list().folders.last)
        #expect(page.files.map(\.name) == ["index.en.md", "files/a/b/plan.pdf"])
    }
}

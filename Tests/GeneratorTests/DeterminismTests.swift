import Diagnostics
import Files
import Foundation
import ProgramUnderTest
import Testing

@testable import Generator

/// The same content, keys and time give the same bytes, whatever else differs.
@Suite("The same bytes") struct DeterminismTests {
    @Test func forOneWorkerAndForMany() throws {
        let one = try TestForum(.sample)
        let many = try TestForum(copyOf: one)
        try one.build(jobs: 1)
        try many.build(jobs: 4)
        expectSame(try one.site(), try many.site(), "one worker and four")
    }

    @Test func forTheProgramAndForThisProcess() throws {
        let forum = try TestForum(.small)
        #expect(try forum.rostrum("build", "--jobs", "3").status == 0)
        expectSame(try forum.site(), try forum.fromScratch(), "program and library")
    }

    @Test func onFurtherRunsAndWithoutTheCache() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let first = try forum.site()
        for _ in 0..<2 {
            try forum.settle()
            let totals = try #require(try forum.build().totals)
            #expect(totals.written == 0)
            expectSame(try forum.site(), first, "a further run")
            #expect(try forum.site().stamps.mapValues(\.inode) == first.stamps.mapValues(\.inode))
        }
        let totals = try #require(try forum.build().totals)
        #expect(totals.rendered == 0 && totals.pages == first.pages.count)
        try forum.folder.remove(".rostrum")
        try forum.build()
        expectSame(try forum.site(), first, "an empty cache")
    }

    @Test(arguments: ["texts-", "site", "state", "spare"]) func whateverIsInTheCache(name: String) throws {
        let forum = try TestForum(.small)
        let help = "content/pages/help/index.en.md"
        for title in ["Aid", "Help"] {
            try forum.folder.write(help, "---\ntitle: \(title)\n---\nText.\n")
            try forum.build()
        }
        let first = try forum.site()
        try forum.settle()
        try forum.build()
        let files = try FileSystem.entries(of: forum.root + "/.rostrum").filter { $0.kind == .file && $0.name.hasPrefix(name) }
        let kept = try files.map { (path: ".rostrum/" + $0.name, bytes: try forum.folder.bytes(".rostrum/" + $0.name)) }
        try #require(!kept.isEmpty)
        let damages: [([UInt8]) -> [UInt8]] = [
            { $0.dropLast(3) }, { _ in Array(repeating: 0xFF, count: 500) },
            { whole in whole.enumerated().map { $0.offset == whole.count / 2 ? $0.element ^ 1 : $0.element } },
        ]
        for damage in damages {
            for file in kept { try forum.folder.write(file.path, damage(file.bytes)) }
            try forum.build()
            expectSame(try forum.site(), first, "\(name) damaged")
        }
    }

    /// A cache whose fingerprint is right, but which another program wrote.
    @Test func whenTheCacheIsAnotherPrograms() throws {
        let forum = try TestForum(.small)
        #expect(try forum.rostrum("build").status == 0)
        try forum.settle()
        let first = try forum.site()
        try forum.folder.edit("content/pages/help/index.en.md", "title: Help", "title: Assistance")
        try forum.build()
        #expect(try forum.site() != first)
        expectSame(try forum.site(), try forum.fromScratch(), "a foreign cache")
    }

    @Test func forCopiesAndAfterTouching() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let first = try forum.site()
        expectSame(try forum.fromScratch(), first, "another folder")
        for case let path as String in FileManager.default.enumerator(atPath: forum.root + "/content") ?? .init() {
            try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: forum.root + "/content/" + path)
        }
        let totals = try #require(try forum.build().totals)
        #expect(totals.written == 0)
        expectSame(try forum.site(), first, "touched files")
    }

    @Test func butNotForOtherKeys() throws {
        let (one, other) = (try TestForum(.small), try TestForum(.small, seed: 2))
        try one.build()
        try other.build()
        let (a, b) = (try one.site(), try other.site())
        for path in ["en/index.html", "fr/2026-001/index.html", "keyring/head.js", "keyring/0.js"] {
            #expect(a.files[path] != b.files[path])
        }
        #expect(a.files["index.html"] == b.files["index.html"])
    }
}

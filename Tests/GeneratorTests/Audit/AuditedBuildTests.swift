import ContentStore
import Diagnostics
import Files
import Foundation
import Glibc
import ProgramUnderTest
import Testing

@testable import Generator

/// `rostrum build --audit`: a site that is not as it must be never takes the place of one that is.
@Suite("A build that audits what it made") struct AuditedBuildTests {
    private static let page = "en/2026-001/index.html"
    private static let style = "themes/wipo/styles/site.css"

    /// Changes a text that `page` has nothing of.
    private func change(_ forum: TestForum) throws {
        let text = "content/discussions/2026-002/0001.es.md"
        try forum.folder.write(text, try forum.folder.text(text) + "\nUna frase más.\n")
    }

    /// Has the program build it, whose cache is no other's.
    private func built() throws -> TestForum {
        let forum = try TestForum(.small)
        try forum.settle()
        try #require(try forum.rostrum("build").status == 0)
        return forum
    }

    /// Changes a byte of a page and nothing of its stamp that a build goes by, as a failing disk does.
    private func decay(_ forum: TestForum) throws {
        let path = forum.root + "/site/" + Self.page
        let stamp = try #require(try FileSystem.look(path)).stamp
        let file = try #require(fopen(path, "r+"))
        fseek(file, stamp.size / 2, SEEK_SET)
        let byte = fgetc(file)
        fseek(file, stamp.size / 2, SEEK_SET)
        fputc(byte == 0x41 ? 0x42 : 0x41, file)
        fclose(file)
        let (seconds, rest) = stamp.modified.quotientAndRemainder(dividingBy: 1_000_000_000)
        let time = timespec(tv_sec: seconds, tv_nsec: rest)
        try #require(utimensat(AT_FDCWD, path, [time, time], 0) == 0)
    }

    /// A theme that names what the content has: nothing that a build without an audit notices.
    @Test func leavesTheOldSiteWhereTheNewOneFails() throws {
        let forum = try built()
        let before = try forum.site()
        let style = try forum.folder.text(Self.style)
        try forum.folder.write(Self.style, style + "\nh1::after { content: \"Après le cours, salle française\"; }\n")
        let outcome = try forum.rostrum("build", "--audit")
        #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome.notes)")
        #expect(outcome.notes.contains("error[site-open-words]") && outcome.notes.contains("what stood in site/ was kept"))
        expectSame(try forum.site(), before, "the old site")
        #expect(try forum.site().stamps.mapValues(\.inode) == before.stamps.mapValues(\.inode))
        #expect(!forum.folder.exists(".rostrum/before"))
        try forum.folder.write(Self.style, style)
        #expect(try forum.rostrum("audit").status == 0, "the office counts no site that was thrown away")
        try change(forum)
        let next = try forum.rostrum("build", "--audit")
        #expect(next.status == 0, "\(next.notes)")
        expectSame(try forum.site(), try forum.fromScratch(), "the next site")
        #expect(try forum.rostrum("audit").status == 0)
    }

    @Test func putsNothingInAnEmptyPlace() throws {
        let forum = try TestForum(.small)
        try forum.folder.write(
            Self.style, try forum.folder.text(Self.style) + "\nh1::after { content: \"Après le cours, salle française\"; }\n")
        let outcome = try forum.rostrum("build", "--audit")
        #expect(outcome.status == 1 && outcome.notes.contains("error[site-open-words]"), "\(outcome.notes)")
        #expect(try forum.site().files.isEmpty && !forum.folder.exists(".rostrum/before"))
        #expect(!forum.folder.exists("office/manifest.json"))
    }

    /// What is damaged in the old site without a trace is taken over into the new one, as it ought to be the same there.
    @Test func noticesDamageThatIsTakenOver() throws {
        let forum = try built()
        try decay(forum)
        let before = try forum.site()
        try change(forum)
        let outcome = try forum.rostrum("build", "--audit")
        #expect(outcome.status == 1 && outcome.notes.contains("--> site/\(Self.page)"), "\(outcome.notes)")
        expectSame(try forum.site(), before, "the old site")
        let next = try forum.rostrum("build", "--audit")
        #expect(next.status == 0, "\(next.notes)")
        expectSame(try forum.site(), try forum.fromScratch(), "the next site")
    }

    /// A build trusts what it remembers of a folder whose files are as they were; an audit reads them.
    @Test func noticesWhatWasRememberedWrongly() throws {
        let forum = try TestForum(.small)
        let other = try TestForum(copyOf: forum)
        try change(other)
        try forum.settle()
        try other.build()
        try remember(other, in: forum)
        try forum.build()
        let right = try forum.fromScratch()
        #expect(try !forum.site().differences(from: right).isEmpty)
        let findings = try Build(forum.settings()).audit().findings
        #expect(
            findings.contains { $0.kind == .siteOutdated && $0.location?.file.hasSuffix("/2026-002/index.html") == true }, "\(findings)")
        #expect(try forum.build(auditing: true).audit.map(\.kind).contains(.siteOutdated))
        #expect(try forum.build(auditing: true).audit.isEmpty)
        expectSame(try forum.site(), right, "made anew")
    }

    /// Puts what a build of one forum remembers of its content into the memory of another's, under the stamps of that one's files.
    private func remember(_ other: TestForum, in forum: TestForum) throws {
        let workers = Workers(count: 1)
        let known = try TextCache(try Cache(root: other.root), workers: workers)
        let (theirs, ours) = (try Build(other.settings()).list().folders, try Build(forum.settings()).list().folders)
        let records = try zip(theirs, ours).map { their, our in
            (record: try #require(known.record(their.path, stamps: their.stamps)), stamps: our.stamps)
        }
        try #require(records.count == ours.count)
        let cache = try Cache(root: forum.root)
        try TextCache(cache, workers: workers).update(records, in: cache, workers: workers)
    }

    @Test func auditsWhatStandsWhereNothingHasChanged() throws {
        let forum = try built()
        let good = try forum.site()
        try decay(forum)
        let damaged = try forum.site()
        #expect(good != damaged)
        #expect(try forum.rostrum("build").output.contains("nothing has changed"))
        let outcome = try forum.rostrum("build", "--audit")
        #expect(outcome.status == 1 && outcome.notes.contains("--> site/\(Self.page)"), "\(outcome.notes)")
        #expect(outcome.notes.contains("in the site as it stands"))
        expectSame(try forum.site(), damaged, "the site as it stands")
        #expect(try forum.rostrum("build", "--audit").status == 0)
        expectSame(try forum.site(), good, "made anew")
        let last = try forum.rostrum("build", "--audit")
        #expect(last.status == 0 && last.output.contains("nothing has changed"), "\(last.notes)")
    }
}

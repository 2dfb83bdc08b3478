import Diagnostics
import Files
import Foundation
import Glibc
import ProgramUnderTest
import Testing

@testable import Generator

/// Whatever happens to a build, the old site is whole, and the next build works.
@Suite("Reliability", .serialized) struct ReliabilityTests {
    private static let isLong = ProcessInfo.processInfo.environment["ROSTRUM_TEST_LONG"] != nil
    private static let page = "content/pages/help/index.en.md"

    /// Every page shows the title of a page in its menu, so each of these two sites differs from the other in every page.
    private func title(_ forum: TestForum, _ title: String) throws {
        try forum.folder.write(Self.page, "---\ntitle: \(title)\nmenu: footer\n---\nText.\n")
    }

    @Test func killedAtAnyMoment() throws {
        let forum = try TestForum(.small)
        var sites: [SiteTree] = []
        var longest: TimeInterval = 0
        for name in ["One", "Two", "One"] {
            try title(forum, name)
            let start = Date()
            try #require(try forum.rostrum("build").status == 0)
            longest = max(longest, Date().timeIntervalSince(start))
            sites.append(try forum.site())
        }
        try #require(sites[0] == sites[2] && sites[0].differences(from: sites[1]).count > 50)
        let points = Self.isLong ? 100 : 25
        var old = 0
        var killed = 0
        for point in 0..<points {
            let new = point % 2 == 0 ? 1 : 0
            try title(forum, ["One", "Two"][new])
            let run = try Program.Run(forum.call(["build"]))
            usleep(UInt32(longest * 1_000_000 * (Double(point) + 0.5) / Double(points)))
            run.send(SIGKILL)
            if try run.end().status == -SIGKILL {
                killed += 1
            } else {
                longest *= 0.7  // builds have become faster than they were when measured: aim earlier
            }
            let site = try forum.site()
            #expect(site == sites[0] || site == sites[1], "killed at \(point): \(site.differences(from: sites[new]).prefix(5))")
            if site != sites[new] { old += 1 }
            if Self.isLong || point % 4 == 3 {
                #expect(try forum.rostrum("build").status == 0)
                expectSame(try forum.site(), sites[new], "after being killed at \(point)")
            }
        }
        #expect(killed > points / 2 && old > 0, "\(killed) of \(points) were killed, \(old) before the swap")
        try title(forum, "Three")
        #expect(try forum.rostrum("build").status == 0)
        expectSame(try forum.site(), try forum.fromScratch(), "after all that")
    }

    @Test func aSecondBuildSaysSoAndStops() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let before = try forum.site()
        let lock = try FolderLock(forum.root + "/.rostrum/lock", busy: Failure("busy"))
        let outcome = try forum.rostrum("build")
        withExtendedLifetime(lock) {}
        #expect(outcome.status == 2)
        #expect(outcome.notes.contains("another build or publication of this forum is under way"))
        expectSame(try forum.site(), before, "a second build")
    }

    @Test func twoRealBuildsAtOnce() throws {
        let forum = try TestForum(.small)
        let runs = try (0..<3).map { _ in try Program.Run(forum.call(["build"])) }
        let outcomes = try runs.map { try $0.end() }
        #expect(outcomes.contains { $0.status == 0 })
        for outcome in outcomes where outcome.status != 0 {
            #expect(outcome.status == 2 && outcome.notes.contains("another build"), "\(outcome.notes)")
        }
        expectSame(try forum.site(), try forum.fromScratch(), "builds at once")
    }

    @Test(arguments: ["site", ".rostrum"]) func aFileInPlaceOfAFolder(name: String) throws {
        let forum = try TestForum(.small)
        try forum.folder.write(name, "in the way")
        let outcome = try forum.rostrum("build")
        #expect(outcome.status == 2)
        #expect(outcome.notes.contains(name) && outcome.notes.hasPrefix("rostrum: "), "\(outcome.notes)")
        #expect(try forum.folder.text(name) == "in the way")
    }

    /// A limit on the size of files, which refuses writes as a full disk does.
    @Test func writesThatAreRefused() throws {
        let forum = try TestForum(.small)
        try title(forum, "One")
        try forum.build()
        let before = try forum.site()
        try title(forum, "Two")
        let call = [Program.path] + forum.call(["build"])
        let outcome = try Program.run(executable: "/bin/bash", ["-c", "ulimit -f 3; exec \"$@\"", "bash"] + call)
        #expect(outcome.status == 2)
        #expect(outcome.notes.contains("cannot write") && outcome.notes.contains("file too large"), "\(outcome.notes)")
        expectSame(try forum.site(), before, "refused writes")
        try forum.build()
        expectSame(try forum.site(), try forum.fromScratch(), "after refused writes")
    }

    /// On a small file system of its own; needs the right to mount one.
    @Test(.enabled(if: getuid() == 0 && TinyDisk.isPossible)) func aFullDisk() throws {
        let forum = try TestForum(.small)
        try title(forum, "One")
        let disk = try TinyDisk(megabytes: 12)
        for name in ["content", "themes", "office"] { try disk.folder.copy(forum.root + "/" + name, to: name) }
        let call = ["build", "--root", disk.folder.path, "--now", "2026-11-23T09:00:00Z"]
        try #require(try Program.run(call).status == 0)
        let before = try SiteTree(disk.folder.path + "/site")
        for left in Self.isLong ? [0, 8, 40, 100, 200] : [0, 100] {
            try title(forum, "Left \(left)")
            try disk.folder.write(Self.page, try forum.folder.bytes(Self.page))
            try disk.fill(leaving: left)
            let outcome = try Program.run(call)
            #expect(outcome.status == 2 && outcome.notes.contains("no space left on device"), "\(left) KB: \(outcome.notes)")
            #expect(outcome.notes.contains("Make room on this disk"))
            expectSame(try SiteTree(disk.folder.path + "/site"), before, "\(left) KB left")
            try disk.folder.remove("filler")
        }
        #expect(try Program.run(call).status == 0)
        expectSame(try SiteTree(disk.folder.path + "/site"), try forum.fromScratch(), "with room again")
    }

    /// As on memory sticks, where files take no second name, and on disks that cannot swap two folders in one step.
    @Test(.enabled(if: Tracer.isPossible), arguments: [("linkat", "EPERM"), ("renameat2", "EINVAL")])
    func aDiskThatCannot(call: String, error: String) throws {
        let forum = try TestForum(.small)
        for name in ["One", "Two"] {
            try title(forum, name)
            let outcome = try Tracer.run(forum.call(["build"]), refusing: call, with: error)
            #expect(outcome.status == 0, "\(outcome.notes)")
            expectSame(try forum.site(), try forum.fromScratch(), name)
        }
        try forum.build()
        expectSame(try forum.site(), try forum.fromScratch(), "where it can again")
    }

    /// The twin of the site only saves time: without room for it the build is done all the same.
    @Test(.enabled(if: Tracer.isPossible)) func withoutRoomForATwin() throws {
        let forum = try TestForum(.small)
        let outcome = try Tracer.run(forum.call(["build"]), refusing: "linkat", with: "ENOSPC")
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(!forum.folder.exists(".rostrum/before"))
        expectSame(try forum.site(), try forum.fromScratch(), "without a twin")
    }

    @Test(.enabled(if: Tracer.isPossible)) func aFolderThatMayNotBeWritten() throws {
        let forum = try TestForum(.small)
        let outcome = try Tracer.run(forum.call(["build"]), refusing: "mkdirat", with: "EACCES")
        #expect(outcome.status == 2 && !forum.folder.exists("site"))
        #expect(outcome.notes.contains("cannot make the folder") && outcome.notes.contains("permission denied"), "\(outcome.notes)")
        #expect(outcome.notes.contains("Give yourself the right"))
    }

    /// Who may only read a forum can look for what is wrong in it.
    @Test func checkingWritesNothing() throws {
        let forum = try TestForum(.small)
        let before = try FileManager.default.subpathsOfDirectory(atPath: forum.root).sorted()
        #expect(try forum.rostrum("check").status == 0)
        #expect(try forum.rostrum("render", forum.root + "/" + Self.page).status == 0)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: forum.root).sorted() == before)
    }

    /// Whoever may read a forum, but neither its cache nor its office, sees what is wrong in it all the same.
    @Test(.enabled(if: getuid() == 0)) func checkingNeedsNoRightButToRead() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let vault = TemporaryFolder()
        chmod(vault.path, 0o700)
        let calls = [["check", "--root", forum.root], ["render", forum.root + "/" + Self.page]]
        let asNobody = { (call: [String]) in
            let rights = ["--reuid=65534", "--regid=65534", "--clear-groups", Program.path]
            return try Program.run(executable: "/usr/bin/setpriv", rights + call)
        }
        for place in ["office", "elsewhere"] {
            for call in calls {
                let outcome = try asNobody(call)
                #expect(outcome.status == 0 && outcome.output != "", "\(place): \(outcome.notes)")
            }
            #expect(try asNobody(["build", "--root", forum.root]).status == 2)
            if place == "office" { #expect(try forum.rostrum("office", "move", vault.path + "/office").status == 0) }
        }
    }

    /// What a build writes, and the folders that it removes, must not be somewhere else.
    @Test(arguments: ["site", ".rostrum"]) func aLinkInPlaceOfAFolder(name: String) throws {
        let forum = try TestForum(.small)
        try forum.build()
        let other = TemporaryFolder()
        try FileManager.default.moveItem(atPath: forum.root + "/" + name, toPath: other.path + "/moved")
        try FileManager.default.createSymbolicLink(atPath: forum.root + "/" + name, withDestinationPath: other.path + "/moved")
        let before = try SiteTree(other.path)
        for command in [["build"], ["audit"], ["publish", "--to", other.path + "/www"]] {
            let outcome = try Program.run(forum.call(command))
            #expect(outcome.status == 2 && outcome.notes.contains("\(name) is a link"), "\(command): \(outcome.notes)")
        }
        expectSame(try SiteTree(other.path), before, "what the link leads to")
        #expect(try forum.rostrum("check").status == 0)
    }

    /// A faulty theme says nothing of what the content may be.
    @Test func oneErrorIsOneFinding() throws {
        let forum = try TestForum(.small)
        try forum.folder.edit("themes/wipo/templates/page.mustache", "{{title}}", "{{titel}}")
        let outcome = try forum.rostrum("check", "--format", "json")
        let errors = outcome.output.split(separator: "\n").filter { $0.contains("\"severity\":\"error\"") }
        #expect(outcome.status == 1 && errors.count == 1 && errors[0].contains("template-unknown-name"), "\(errors)")
    }

    @Test func errorsInContentLeaveTheSiteAsItWas() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let before = try forum.site()
        try forum.folder.write(Self.page, "---\ntitle: Help\nmenus: none\n---\nSee [nothing](nowhere.md).\n")
        let outcome = try forum.rostrum("build")
        #expect(outcome.status == 1)
        #expect(outcome.notes.contains("error[unknown-key]") && outcome.notes.contains("error[broken-link]"))
        #expect(outcome.output == "")
        expectSame(try forum.site(), before, "errors")
        try forum.folder.edit("themes/wipo/templates/page.mustache", "{{title}}", "{{titel}}")
        #expect(try forum.rostrum("build").notes.contains("error[template-unknown-name]"))
        expectSame(try forum.site(), before, "errors in the theme")
    }
}

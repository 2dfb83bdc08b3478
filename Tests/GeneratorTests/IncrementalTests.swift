import Access
import Diagnostics
import Files
import Foundation
import Model
import ProgramUnderTest
import Testing

@testable import Generator

/// A build after a change does what one from scratch does, and touches nothing else.
@Suite("After a change") struct IncrementalTests {
    /// A forum that was built, and its site.
    private func built() throws -> (TestForum, SiteTree) {
        let forum = try TestForum(.small)
        try forum.build()
        try forum.settle()
        return (forum, try forum.site())
    }

    @Test func onlyWhatShowsAContributionIsWrittenAnew() throws {
        let (forum, before) = try built()
        try forum.folder.edit("content/discussions/2026-001/0007.en.md", "will be translated", "was translated")
        let totals = try #require(try forum.build().totals)
        let after = try forum.site()
        let old = try before.opened(with: forum.passphrase)
        let new = try after.opened(with: forum.passphrase)
        let differences = after.differences(from: before).filter { !$0.hasPrefix("manifest/") }
        let changed = differences.filter { !$0.hasPrefix("search/") }
        #expect(Set(changed) == Set(new.keys.filter { new[$0] != old[$0] }))
        // Of the indexes, that of the text's language alone: the table, and what the changed words and text stand in.
        let keystore = try Keystore.load(office: forum.root + "/office", ask: Keystore.askNobody)
        let indexes = Set(differences).subtracting(changed)
        let names = OpaqueNames(keystore)
        let own = ["table", "words/0", "endings/0", "postings/0", "positions/0", "texts/0"].map {
            "search/\(names.name(for: "search/en/\($0)")).bin"
        }
        #expect(indexes.contains(own[0]) && indexes.isSubset(of: own))
        // The discussion in its two languages, and the home in four, where it is among the newest.
        let homes = ["ar", "en", "es", "fr"].map { "\($0)/index.html" }
        #expect(Set(changed) == Set(homes + ["en/2026-001/index.html", "fr/2026-001/index.html"]))
        #expect(changed.allSatisfy { new[$0]?.contains("was translated") == true })
        let written = after.differences(from: before)
        #expect(Set(written).subtracting(differences).allSatisfy { $0.hasPrefix("manifest/") } && totals.written == written.count)
        for (path, stamp) in before.stamps where !differences.contains(path) && !path.hasPrefix("manifest/") {
            #expect(after.stamps[path]?.inode == stamp.inode && after.stamps[path]?.modified == stamp.modified, "\(path)")
        }
        expectSame(after, try forum.fromScratch(), "one contribution")
    }

    /// The title stands on pages of discussions and entries that the discussion links to, or that its authors have written in.
    @Test func aNewTitleReachesThePagesAround() throws {
        let (forum, before) = try built()
        try forum.folder.edit("content/discussions/2026-002/index.fr.md", "Après le cours", "Un an après")
        try forum.build()
        let after = try forum.site()
        #expect(after.differences(from: before).contains("en/2026-001/index.html"))
        #expect(try after.opened(with: forum.passphrase)["en/2026-001/index.html"]?.contains("Un an après") == true)
        expectSame(after, try forum.fromScratch(), "a title of a page around")
    }

    @Test func whatIsRemovedLeavesNothingBehind() throws {
        let (forum, before) = try built()
        try forum.folder.remove("content/library/search-log")
        try forum.build()
        let after = try forum.site()
        #expect(before.pages.count - after.pages.count >= 5)  // the entry, and the index of tools in four languages
        expectSame(after, try forum.fromScratch(), "a removed entry")
        try forum.folder.copy(TestForum.repository + "/Tests/Fixtures/forum/content/library/search-log", to: "content/library/search-log")
        try forum.build()
        expectSame(try forum.site(), before, "the entry is back")
    }

    @Test func whatWasPutIntoTheSiteByHandIsMended() throws {
        let (forum, before) = try built()
        let page = "site/fr/2026-001/index.html"
        let damages: [() throws -> Void] = [
            { try forum.folder.write("site/en/stray.html", "stray") },
            { try forum.folder.write("site/stray/inner/file.txt", "stray") },
            { try forum.folder.write(page, "by hand") },
            { try forum.folder.edit(page, "noindex", "noinde1") },
            { try forum.folder.remove(page) },
            { try forum.folder.remove("site/fr") },
            { try forum.folder.remove("site/keyring/4.js") },
            { try FileManager.default.createSymbolicLink(atPath: forum.root + "/site/en/link", withDestinationPath: "/etc") },
            {
                try forum.folder.remove("site/assets")
                try FileManager.default.createSymbolicLink(
                    atPath: forum.root + "/site/assets", withDestinationPath: forum.root + "/content")
            },
            { try forum.folder.remove("site") },
            {
                try self.editAndTakeBack(forum)
                try forum.folder.remove(".rostrum/before")
            },
            {
                try self.editAndTakeBack(forum)
                try forum.folder.write(".rostrum/before/en/index.html", "by hand")
            },
            {
                try self.editAndTakeBack(forum)
                try forum.folder.write(".rostrum/before/en/stray/index.html", "by hand")
            },
        ]
        for (index, damage) in damages.enumerated() {
            try damage()
            try forum.build()
            expectSame(try forum.site(), before, "damage \(index)")
        }
        #expect(forum.folder.exists("content/forum.yaml"))
    }

    /// Two builds later the site before the present one is kept; and the content is as it was at first, yet to be built.
    private func editAndTakeBack(_ forum: TestForum) throws {
        for title in ["Help: one", "Help: two"] {
            try forum.folder.edit("content/pages/help/index.en.md", "title: Help", "title: '\(title)'")
            try forum.build()
            try forum.folder.edit("content/pages/help/index.en.md", "title: '\(title)'", "title: Help")
        }
        #expect(forum.folder.exists(".rostrum/before/en/index.html"))
    }

    @Test func theFileByWhichGitKeepsTheFolderStays() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("site/.gitkeep", "")
        for step in 0..<3 {
            try forum.folder.write("content/pages/help/index.en.md", "---\ntitle: Help \(step)\n---\nText.\n")
            try forum.build()
            #expect(try forum.site().files[".gitkeep"] == [])
        }
    }

    @Test func aPassphraseIssuedAfterABuildOpensTheNext() throws {
        let (forum, before) = try built()
        try forum.build()  // now nothing has changed, and the cache says so
        let passphrase = try TestForum.issue("XB", root: forum.root, seed: 5)
        try forum.build()
        let after = try forum.site()
        #expect(try after.opened(with: passphrase).count == before.pages.count)
        #expect(after.differences(from: before).allSatisfy { $0.hasPrefix("keyring/") })
        let again = try TestForum.issue("XB", root: forum.root, seed: 6)
        try forum.build()
        #expect(try forum.site().opened(with: again).count == before.pages.count)
        #expect(throws: KeyringReader.Refusal.unknownPassphrase) { try forum.site().opened(with: passphrase) }
    }

    /// The counter and the keys that were sealed with are on record in the office. Without the record an audit tells to build again.
    @Test func whatTheOfficeLostOfTheLastBuildIsWrittenDownAgain() throws {
        let (forum, _) = try built()
        #expect(try forum.build().totals?.written == 0)
        try forum.folder.remove("office/manifest.json")
        #expect(try Build(forum.settings()).audit().findings.map(\.kind) == [.siteManifest])
        try forum.build()
        #expect(try Build(forum.settings()).audit().findings.isEmpty)
        #expect(try forum.build().totals?.written == 0)
    }

    /// Through the opening of announced discussions, their ends, and a room's periods.
    @Test func timeAloneChangesWhatItMust() throws {
        let forum = try TestForum(.small)
        // Its page of statistics changes with the months, see `theStatisticsChangeWithTheMonths`.
        try forum.folder.edit("content/forum.yaml", "statistics-page: true", "statistics-page: false")
        try forum.folder.edit(
            "content/discussions/2026-002/discussion.yaml", "opens: 2026-11-16\ncloses: 2026-12-11\n", "opens: 2026-08-20\n")
        let contribution = "content/discussions/2026-002/0001.es.md"
        try forum.folder.edit(contribution, "date: 2026-11-17", "date: 2026-09-09")
        for name in ["0001.en", "0002.fr", "0003.en", "0005.en", "0006.en", "0007.en"] {
            let path = "content/discussions/2026-001/\(name).md"
            try forum.folder.write(path, try forum.folder.text(path).replacing(#/date: 2026-\S+/#, with: "date: 2026-09-07"))
        }
        try forum.folder.edit("content/discussions/2026-001/0001.en.md", "corrected: 2026-09-10\n", "")
        try forum.folder.write(
            "content/discussions/2026-001/0004.withdrawn.yaml", "date: 2026-09-07\nrequested-by: author\n")
        for path in ["library/mentoring", "library/a-year-of-pairs", "library/sampling", "library/search-log"] {
            let path = "content/\(path)/entry.yaml"
            try forum.folder.write(path, try forum.folder.text(path).replacing(#/date: \S+/#, with: "date: 2026-09-01"))
        }
        for name in ["content/library/gone/withdrawn.yaml", "content/discussions/2026-005/withdrawn.yaml"] {
            try forum.folder.write(name, "date: 2026-09-01\nrequested-by: member\n")
        }
        var last: SiteTree?
        for (time, changes) in [
            ("2026-09-10T09:00:00Z", true), ("2026-10-02T15:59:59Z", false), ("2026-10-02T16:00:00Z", true), ("2026-10-20T09:00:00Z", true),
            ("2026-11-20T09:00:00Z", true), ("2026-12-07T08:00:00Z", true), ("2026-12-20T09:00:00Z", true), ("2027-01-10T22:59:59Z", false),
            ("2027-01-10T23:00:00Z", true), ("2026-09-10T09:00:00Z", true),
            // Over a whole period of the room, closed before as after.
            ("2026-10-20T09:00:00Z", true), ("2026-12-20T09:00:00Z", true),
        ] {
            let now = try #require(Instant(iso: time))
            let report = try forum.build(now: now)
            try #require(report.totals != nil, "\(time): \(report.findings)")
            try forum.settle()
            let site = try forum.site()
            expectSame(site, try forum.fromScratch(now: now), time)
            #expect((site != last) == changes, "\(time)")
            last = site
        }
    }

    /// With each month, and with each end of a discussion, even one that its room had closed before.
    @Test func theStatisticsChangeWithTheMonths() throws {
        let forum = try TestForum(.small)
        try forum.folder.edit("content/forum.yaml", "until: 2026-12-18", "until: 2026-11-20")
        var last: SiteTree?
        for (time, changes) in [
            ("2026-11-23T09:00:00Z", true), ("2026-11-30T22:59:59Z", false), ("2026-11-30T23:00:00Z", true),
            ("2026-12-07T08:00:00Z", true), ("2026-12-11T22:59:59Z", false), ("2026-12-11T23:00:00Z", true),
            ("2026-12-20T09:00:00Z", false),
        ] {
            let now = try #require(Instant(iso: time))
            try #require(try forum.build(now: now).totals != nil, "\(time)")
            try forum.settle()
            let site = try forum.site()
            expectSame(site, try forum.fromScratch(now: now), time)
            #expect((site != last) == changes, "\(time)")
            last = site
        }
    }

    /// What the office tells for the statistics counts among what a build goes by; nothing else of the office does.
    @Test func theStatisticsFollowTheOffice() throws {
        let forum = try TestForum(.small)
        #expect(try forum.rostrum("build").status == 0)
        try forum.settle()
        let before = try forum.site()
        try forum.folder.write("office/roster.yaml", Self.roster("addresses: [a@example.org]"))
        #expect(try forum.rostrum("build").status == 0)
        let after = try forum.site()
        let shown = try after.opened(with: forum.passphrase)
        let changed = after.differences(from: before).filter { !$0.hasPrefix("manifest/") }
        #expect(changed.count == 4 && changed.allSatisfy { shown[$0]?.contains("Africa") == true }, "\(changed)")
        try forum.folder.write("office/roster.yaml", Self.roster("addresses: [b@example.org]"))
        #expect(try forum.rostrum("build").output.contains("nothing has changed"))
        #expect(try forum.rostrum("audit").status == 0)
        // What came in today counts tomorrow: the host is not to see when a decision was taken.
        try forum.folder.write("office/roster.yaml", Self.roster("digest: true"))
        try forum.folder.write("text.md", "---\nkind: contribution\ndiscussion: 2026-002\nlanguage: fr\n---\nUn texte.\n")
        #expect(try forum.rostrum("inbox", "import", forum.folder.path + "/text.md").status == 0)
        #expect(try forum.rostrum("audit").status == 0)
        let seen = try forum.site()
        #expect(try forum.rostrum("build").status == 0)
        #expect(try forum.site().differences(from: seen).isEmpty)
        let tomorrow = try Program.run(["build", "--root", forum.root, "--now", "2026-11-24T09:00:00Z"])
        #expect(tomorrow.status == 0, "\(tomorrow.notes)")
        #expect(try forum.site().differences(from: seen).filter { !$0.hasPrefix("manifest/") }.count >= 4)
        try forum.folder.write("office/roster.yaml", "members:\n  XA: {regoin: Africa}\n")
        let broken = try forum.rostrum("build")
        #expect(broken.status == 2 && broken.notes.contains("roster.yaml cannot be used"), "\(broken.notes)")
    }

    /// All members in one region: of fewer than three nothing would be told.
    private static func roster(_ more: String) -> String {
        "members:\n  CH: {region: Africa}\n  XB: {region: Africa}\n  XA: {region: Africa, \(more)}\n"
    }
}

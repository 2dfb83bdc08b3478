import Access
import Diagnostics
import Files
import Foundation
import Model
import ProgramUnderTest
import Testing

@testable import Generator

/// `gate: server`: pages as they are, for a host that lets nobody in who may not read them.
@Suite("A site that its server protects") struct ServerGateTests {
    private static let guests = "2026-002"
    private static let tree = "guests/2026-002/"

    private func forum() throws -> TestForum {
        let forum = try TestForum(.small)
        try forum.folder.edit("content/forum.yaml", "gate: sealed", "gate: server")
        return forum
    }

    @Test func onlyTheGateOfTheForumYieldsThePermit() {
        #expect(PlainPermit(MadeContent.forum()) == nil)
    }

    @Test func pagesAreDocumentsThatRunWhatTheyHaveAUseFor() throws {
        let forum = try forum()
        try forum.build()
        let site = try forum.site()
        let pages = site.files.filter {
            $0.key.hasSuffix("index.html") && $0.key.contains("/") && !$0.key.hasPrefix("guests/2026-002/index")
        }
        #expect(pages.count > 50)
        var ran: [String: Int] = [:]
        for (path, bytes) in pages {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("<main id=\"main\"") && text.contains("<h1"), "\(path)")
            for word in ["data-file", "data-inline", "data-sign-out", "id=\"sealed\""] { #expect(!text.contains(word), "\(path): \(word)") }
            let wanted = ["form", "search", "reading"].filter { text.contains("data-\($0)") }
            let scripts = text.matches(of: /<script src="([.\/]*assets\/)(form|search|reading)\.[0-9a-f]{16}\.js" defer>/)
            let loaded = scripts.map { String($0.2) }
            // A discussion that was withdrawn, or has not opened, has nothing to be read with help.
            #expect(loaded == wanted || wanted.isEmpty && loaded == ["reading"], "\(path)")
            #expect(text.matches(of: /<script/).count == scripts.count, "\(path)")
            for script in wanted { ran[script, default: 0] += 1 }
            let policy =
                loaded.isEmpty
                ? "style-src 'self'; img-src 'self'; base-uri"
                : "script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; "
                    + "style-src 'self'; img-src 'self' blob:; base-uri"
            #expect(text.contains("content=\"default-src 'none'; \(policy) 'none'; form-action 'none'\""), "\(path)")
        }
        // Three languages, for members and for the guests of a discussion.
        #expect(ran.values.allSatisfy { $0 >= 4 } && ran.count == 3)
        // And in each tree the files that they name.
        for tree in ["", Self.tree] { #expect(site.files.keys.contains { $0.hasPrefix(tree + "assets/reading.") && $0.hasSuffix(".js") }) }
        for gone in ["keyring/", "manifest/"] { #expect(!site.files.keys.contains { $0.hasPrefix(gone) }) }
        #expect(!site.files.keys.contains { $0.contains("gate.") })
    }

    @Test func guestsHaveATreeOfTheirOwn() throws {
        let forum = try forum()
        try forum.build()
        let site = try forum.site()
        let own = site.files.keys.filter { $0.hasPrefix(Self.tree) }
        #expect(own.contains(Self.tree + "fr/index.html") && own.contains(Self.tree + "index.html") && own.contains(Self.tree + "404.html"))
        let known = Set(own.map { String($0.dropFirst(Self.tree.count)) })
        let links = PageLinks(known)
        for path in own where path.hasSuffix("/index.html") && path != Self.tree + "index.html" {
            let text = try #require(site.files[path])
            #expect(links.firstBroken(in: text, of: String(path.dropFirst(Self.tree.count))) == nil, "\(path)")
        }
        let text = String(decoding: try #require(site.files[Self.tree + "fr/index.html"]), as: UTF8.self)
        let whole = String(decoding: try #require(site.files["fr/2026-002/index.html"]), as: UTF8.self)
        #expect(whole.count > text.count && whole.contains("../../fr/") && !text.contains("../../"))
    }

    @Test func buildingAgainChangesNothing() throws {
        let forum = try forum()
        try forum.build()
        let site = try forum.site()
        try forum.settle()
        #expect(try forum.build().totals?.written == 0)
        #expect(try forum.site() == site)
        #expect(try forum.fromScratch() == site)
        #expect(try forum.build(jobs: 1).totals?.written == 0)
    }

    @Test func theGateCanBeChanged() throws {
        let forum = try forum()
        try forum.build()
        let open = try forum.site()
        let settings = try forum.folder.text("content/forum.yaml")
        try forum.folder.write("content/forum.yaml", settings.replacingOccurrences(of: "gate: server", with: "gate: sealed"))
        try forum.build()
        let sealed = try forum.site()
        #expect(sealed.files["keyring/head.js"] != nil && !sealed.files.keys.contains { $0.hasPrefix("guests/") })
        #expect(try Build(forum.settings()).audit().findings.isEmpty)
        try forum.folder.write("content/forum.yaml", settings)
        try forum.build()
        #expect(try forum.site() == open)
    }

    @Test func theAuditFindsNothingInWhatABuildMakes() throws {
        let forum = try forum()
        try forum.build()
        let report = try Build(forum.settings()).audit()
        #expect(report.findings.isEmpty && report.files > 100 && report.objects == 0, "\(report.findings)")
    }

    @Test(arguments: [
        ("en/2026-001/index.html", FindingKind.siteOutdated), ("guests/2026-002/fr/index.html", .siteOutdated),
        ("server/apache.conf", .siteChangedFile), (".htaccess", .siteChangedFile), ("guests/2026-002/.htaccess", .siteChangedFile),
        ("guests/2026-002/index.html", .siteChangedFile),
    ])
    func theAuditNoticesAChange(_ path: String, _ kind: FindingKind) throws {
        let forum = try forum()
        try forum.build()
        try forum.folder.write("site/" + path, try forum.folder.text("site/" + path) + " ")
        #expect(try Build(forum.settings()).audit().findings.map(\.kind) == [kind])
    }

    @Test func theAuditNoticesWhatIsMissingAndWhatIsMore() throws {
        let forum = try forum()
        try forum.build()
        let attached = try #require(try forum.site().files.keys.filter { $0.hasPrefix("files/") }.min())
        try forum.folder.write("site/" + attached, try forum.folder.bytes("site/" + attached) + [0])
        try forum.folder.remove("site/guests/2026-002/404.html")
        try forum.folder.write("site/keyring/head.js", "old")
        try forum.folder.write("site/guests/2026-001/index.html", "another's")
        let found = Set(try Build(forum.settings()).audit().findings.compactMap { $0.location.map { "\($0.file)" } })
        #expect(
            found.isSuperset(of: [
                "site/" + attached, "site/guests/2026-002/404.html", "site/keyring/head.js", "site/guests/2026-001/index.html",
            ]), "\(found)")
    }

    @Test func whoMaySignInIsToldWhenItChanges() throws {
        let forum = try forum()
        #expect(try forum.build().reminders.contains { $0.contains("have changed") && $0.contains("/htpasswd") })
        #expect(try forum.folder.text("office/htpasswd/members").contains("\nXA:$2y$05$"))
        #expect(forum.folder.exists("office/htpasswd/guests-2026-002"))
        try forum.settle()
        #expect(try !forum.build().reminders.contains { $0.contains("have changed") })
        // What somebody has removed comes back, though nothing else has changed.
        try forum.folder.remove("office/htpasswd/members")
        #expect(try forum.build().reminders.contains { $0.contains("have changed") })
        #expect(forum.folder.exists("office/htpasswd/members"))
        _ = try TestForum.issue("XB", root: forum.root, seed: 9)
        #expect(try forum.build().reminders.contains { $0.contains("have changed") })
        #expect(try forum.folder.text("office/htpasswd/guests-2026-002").contains("\nXB:$2y$05$"))
    }

    @Test func aPassphraseComesWithAName() throws {
        let forum = try forum()
        let issued = try forum.rostrum("access", "issue", "--member", "XB", "--letter", forum.root + "/letter.html", "--language", "ar")
        #expect(issued.status == 0 && issued.output.hasPrefix("XB\t"), "\(issued.notes)")
        let letter = try forum.folder.text("letter.html")
        #expect(letter.contains("<dd class=\"passphrase\" dir=\"ltr\">XB</dd>") && letter.contains("/ar/</dd>"))
        let invited = try forum.rostrum(
            "access", "invite", "--discussion", Self.guests, "--name", "Bo", "--requested-by", "XB", "--format", "json", "--letter",
            forum.root + "/guest.html")
        #expect(invited.status == 0 && invited.output.contains("\"user\":\"guest-2026-002-"), "\(invited.notes)")
        #expect(try forum.folder.text("guest.html").contains("/\(Self.tree)</dd>"))
    }

    @Test func aSealedSiteIsNotAskedOf() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let asked = try forum.rostrum("audit", "--url", "http://localhost:1/")
        #expect(asked.status == 2 && asked.notes.contains("sealed") && asked.notes.contains("--verify"), "\(asked.notes)")
    }
}

import Access
import Foundation
import ProgramUnderTest
import Testing

/// The life of a passphrase, as the moderators call it.
@Suite("Deciding who can unlock the forum") struct AccessCommandTests {
    /// Takes guests, as 2026-001 does not.
    private static let discussion = "2026-002"

    private func invite(_ forum: TestForum, _ name: String, _ more: String...) throws -> Program.Outcome {
        try Program.run(
            forum.call(["access", "invite", "--discussion", Self.discussion, "--name", name, "--requested-by", "XA"] + more))
    }

    @Test func aGuestIsInvitedToADiscussionThatTakesGuests() throws {
        let forum = try TestForum(.small)
        let invited = try invite(forum, "Bo Guest", "--until", "2026-12-31")
        #expect(invited.status == 0 && invited.output.wholeMatch(of: #/([0-9A-Z]{4}-){4}[0-9A-Z]{4}\n/#) != nil)
        #expect(invited.notes.contains("the discussion 2026-002 until 2026-12-31"))
        let json = try invite(forum, "Cy", "--format", "json")
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: String])
        #expect(Set(answer.keys) == ["guest", "discussion", "requestedBy", "passphrase"] && answer["requestedBy"] == "XA")
        let listed = try forum.rostrum("access", "list").output
        #expect(listed.contains("guest\tBo Guest\t2026-11-23T09:00:00Z\t2026-002\tXA\t2026-12-31\n"))
        #expect(listed.contains("guest\tCy\t2026-11-23T09:00:00Z\t2026-002\tXA\t-\n"))
    }

    @Test(arguments: [
        (["--discussion", "2026-001", "--name", "Bo", "--requested-by", "XA"], "takes no guests"),
        (["--discussion", "2026-092", "--name", "Bo", "--requested-by", "XA"], "no discussion \"2026-092\""),
        (["--discussion", "2026-002", "--name", "Bo", "--requested-by", "XC"], "no State with the code \"XC\""),
        (["--discussion", "2026-002", "--name", "", "--requested-by", "XA"], "name cannot be used"),
        (["--discussion", "2026-002", "--name", "Bo", "--requested-by", "XA", "--until", "2026-11-22"], "would have ended already"),
        (["--discussion", "2026-002", "--name", "Bo", "--requested-by", "XA", "--until", "2026-11-31"], "2026-11-31"),
    ])
    func whoCannotBeInvitedIsNot(arguments: [String], message: String) throws {
        let forum = try TestForum(.small)
        let refused = try Program.run(forum.call(["access", "invite"] + arguments))
        #expect(refused.status == 2 && refused.output == "" && refused.notes.contains(message), "\(refused.notes)")
        #expect(try forum.rostrum("access", "list").output.split(separator: "\n").count == 1)
    }

    @Test func aWithdrawnDiscussionTakesNoGuests() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("content/discussions/2026-002/withdrawn.yaml", "date: 2026-11-20\nrequested-by: moderator\n")
        let refused = try invite(forum, "Bo")
        #expect(refused.status == 2 && refused.notes.contains("was withdrawn"), "\(refused.notes)")
    }

    @Test func whatLapsesIsToldBefore() throws {
        let forum = try TestForum(.small)
        #expect(try invite(forum, "Bo", "--until", "2026-11-29").status == 0)
        #expect(try invite(forum, "Cy", "--until", "2026-12-01").status == 0)
        let build = try forum.rostrum("build")
        #expect(build.notes.contains("The invitation of Bo to 2026-002, at the request of XA, lapses after 2026-11-29."), "\(build.notes)")
        #expect(!build.notes.contains("Cy"))
        #expect(try forum.rostrum("build").notes.contains("The invitation of Bo"), "a build that changes nothing tells it too")
        #expect(try !forum.rostrum("build", "--quiet").notes.contains("The invitation of Bo"))
        let list = { (now: String) in try Program.run(["access", "list", "--root", forum.root, "--now", now]).output }
        let soon = try list("2026-11-28T09:00:00Z").split(separator: "\n").filter { $0.hasPrefix("guest") }
        #expect(soon.map { $0.hasSuffix("\tlapses soon") } == [true, true])
        #expect(try list("2026-12-01T09:00:00Z").split(separator: "\n").filter { $0.hasSuffix("\tlapsed") }.count == 1)
        let json = try Program.run(forum.call(["access", "list", "--format", "json"])).output
        #expect(
            json.contains("\"guest\":\"Bo\",\"discussion\":\"2026-002\"") && json.contains("\"until\":\"2026-11-29\",\"state\":\"lapsing\"")
        )
    }

    @Test func revokingSaysWhatIsLeftToDo() throws {
        let forum = try TestForum(.small)
        #expect(try invite(forum, "Bo").status == 0)
        #expect(try forum.rostrum("access", "issue", "--staff", "Ann").status == 0)
        let before = try forum.rostrum("access", "list").output
        let guest = try forum.rostrum("access", "revoke", "--guest", "Bo", "--discussion", "2026-002")
        #expect(guest.status == 0 && guest.output.contains("rostrum build") && guest.output.contains("the discussion 2026-002 anew"))
        let staff = try forum.rostrum("access", "revoke", "--staff", "Ann")
        #expect(staff.status == 0 && staff.output.contains("seals everything anew") && staff.output.contains("destroy"))
        let after = try forum.rostrum("access", "list").output
        #expect(after == String(before.split(separator: "\n")[0]) + "\n")
        let again = try forum.rostrum("access", "revoke", "--staff", "Ann")
        #expect(again.status == 2 && again.notes.contains("no passphrase to take back"))
        let json = try forum.rostrum("access", "revoke", "--member", "XA", "--format", "json")
        #expect(json.output == "{\"member\":\"XA\",\"revoked\":true}\n")
    }

    @Test func rotatingSealsAnewAndKeepsEverybody() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let before = try forum.site()
        let list = try forum.rostrum("access", "list").output
        let rotated = try forum.rostrum("access", "rotate")
        #expect(rotated.status == 0 && rotated.output.contains("everybody keeps their passphrase"))
        #expect(try forum.rostrum("access", "list").output == list)
        try forum.build()
        let after = try forum.site()
        #expect(after.pages == before.pages, "addresses stay")
        let secrets = try forum.rostrum("access", "rotate", "--secrets")
        #expect(secrets.status == 0 && secrets.output.contains("issue a new passphrase") && secrets.output.contains("       XA\n"))
    }

    /// Whoever saw the office before reads nothing of what is published in the end, whatever was published meanwhile.
    @Test func afterAllSecretsAreRotatedWhatWasSeenOpensNothing() throws {
        let forum = try TestForum(.small)
        let guest = try Passphrase(invite(forum, "Bo", "--quiet").output)
        let staff = try Passphrase(forum.rostrum("access", "issue", "--staff", "Ann", "--quiet").output)
        let seen = [forum.passphrase, guest, staff]
        try forum.build()
        let before = try forum.site()
        let rotated = try forum.rostrum("access", "rotate", "--secrets")
        for name in ["XA", "Ann", "Bo (guest of 2026-002)"] { #expect(rotated.output.contains("       \(name)\n"), "\(rotated.output)") }
        try forum.build()
        let meanwhile = try forum.site()
        #expect(try meanwhile.opened(with: forum.passphrase).count == meanwhile.pages.count)
        let openers = try [before, meanwhile].flatMap { site in try seen.map { try KeyringReader { site.files[$0] }.unlock($0) } }
        let new = try [
            forum.rostrum("access", "issue", "--member", "XA", "--quiet"), forum.rostrum("access", "issue", "--staff", "Ann", "--quiet"),
            invite(forum, "Bo", "--quiet"),
        ].map { try Passphrase($0.output) }
        #expect(try forum.rostrum("access", "rotate").status == 0)
        #expect(try forum.rostrum("build").status == 0)
        let audit = try forum.rostrum("audit")
        #expect(audit.status == 0, "\(audit.output)")
        let after = try forum.site()
        #expect(after.pages == before.pages, "addresses stay")
        for passphrase in new[..<2] { #expect(try after.opened(with: passphrase).count == after.pages.count) }
        _ = try KeyringReader { after.files[$0] }.unlock(new[2])
        for passphrase in seen {
            #expect(throws: KeyringReader.Refusal.unknownPassphrase) { try KeyringReader { after.files[$0] }.unlock(passphrase) }
        }
        for path in after.pages {
            let sealed = try #require(after.ciphertext(of: path))
            let audience: Audience = sealed[5] == 0 ? .members : .guests(of: Self.discussion)
            for opener in openers { #expect(throws: NotOpened.self) { try opener.open(sealed, at: Place(page: path, for: audience)) } }
        }
    }

    /// What the next build publishes opens for those who kept their passphrase, and for nobody else.
    @Test func aRevokedPassphraseOpensNothingAnyMore() throws {
        let forum = try TestForum(.small)
        let passphrase = try Passphrase(forum.rostrum("access", "issue", "--member", "XB", "--quiet").output)
        let guest = try Passphrase(invite(forum, "Bo", "--quiet").output)
        try forum.build()
        let before = try forum.site()
        for known in [passphrase, guest] { _ = try KeyringReader { before.files[$0] }.unlock(known) }
        #expect(try forum.rostrum("access", "revoke", "--member", "XB").status == 0)
        try forum.build()
        let after = try forum.site()
        #expect(throws: KeyringReader.Refusal.unknownPassphrase) { try KeyringReader { after.files[$0] }.unlock(passphrase) }
        _ = try KeyringReader { after.files[$0] }.unlock(guest)
        #expect(try after.opened(with: forum.passphrase).count == after.pages.count)
        let old = try KeyringReader { before.files[$0] }.unlock(passphrase)
        let path = try #require(after.pages.first { after.ciphertext(of: $0) != nil })
        let sealed = try #require(after.ciphertext(of: path))
        #expect(throws: NotOpened.unknownEpoch(2)) { try old.open(sealed, at: Place(page: path)) }
        #expect(try forum.rostrum("access", "revoke", "--guest", "Bo", "--discussion", Self.discussion).status == 0)
        try forum.build()
        let last = try forum.site()
        #expect(throws: KeyringReader.Refusal.unknownPassphrase) { try KeyringReader { last.files[$0] }.unlock(guest) }
    }
}

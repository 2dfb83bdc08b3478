import Foundation
import ProgramUnderTest
import Submissions
import Testing

@Suite("rostrum digest") struct DigestCommandTests {
    private static let roster = """
        members:
          XA: {language: es, addresses: [revoked@example.org], digest: true}
          CH: {language: fr, addresses: [forum@example.ch, second@example.ch], digest: true}
          XB: {language: ar, addresses: [b@example.org], digest: false}
        staff:
          "S. Staff": {language: en, addresses: [staff@example.org, FORUM@example.ch], digest: true}
        guests:
          "G. Guest": {language: es, addresses: [guest@example.org], digest: true}
          "No Longer": {addresses: [gone@example.org], digest: true}
        """

    private func forum() throws -> OfficeForum {
        let forum = try OfficeForum()
        for holder in [["--member", "CH"], ["--staff", "S. Staff"]] {
            try #require(try forum.rostrum(["access", "issue"] + holder).status == 0)
        }
        try forum.folder.write("office/roster.yaml", Self.roster)
        try forum.folder.write("out/.keep", "")
        return forum
    }

    private func files(_ forum: OfficeForum) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: forum.root + "/out").filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test func thereIsAFileForEachLanguageOfTheRoster() throws {
        let forum = try forum()
        let said = try forum.must("digest", "--since", "2026-11-16", "--until", "2026-11-22", "--output", forum.root + "/out")
        #expect(try files(forum) == ["digest-2026-11-16-2026-11-22.en.eml", "digest-2026-11-16-2026-11-22.fr.eml"])
        #expect(said.contains("1 new discussion and 1 contribution") && said.contains("1 nouvelle discussion et 1 contribution"))
        let again = try forum.rostrum(["digest", "--since", "2026-11-16", "--until", "2026-11-22", "--output", forum.root + "/out"])
        #expect(again.status == 2 && again.notes.contains("there is already"))
        let one = ["digest", "--since", "2026-11-16", "--until", "2026-11-22", "--member", "CH", "--output", forum.root + "/out"]
        #expect(try forum.rostrum(one + ["--format", "json"]).output.contains("\"member\":\"CH\""))
        #expect(try files(forum).contains("digest-2026-11-16-2026-11-22.CH.fr.eml"))
        let modes = try FileManager.default.attributesOfItem(atPath: forum.root + "/out/digest-2026-11-16-2026-11-22.en.eml")
        #expect(modes[.posixPermissions] as? Int == 0o600)
    }

    @Test func whereNothingHappenedNothingIsMade() throws {
        let forum = try forum()
        let said = try forum.must(
            "digest", "--language", "es", "--since", "2026-11-18", "--until", "2026-11-22", "--output", forum.root + "/out")
        #expect(said == "Nothing happened in the forum from 2026-11-18 to 2026-11-22: no digest was made.\n")
        #expect(try files(forum).isEmpty)
        try forum.must("digest", "--since", "2026-11-18", "--until", "2026-11-22", "--outbox")
        #expect(try Outbox(office: forum.root + "/office").mails().isEmpty)
    }

    @Test func eachAddressOfTheRosterHasAMailOfItsOwn() throws {
        let forum = try forum()
        let invitation = ["access", "invite", "--discussion", "2026-002", "--name", "G. Guest", "--requested-by", "CH", "--quiet"]
        try #require(try forum.rostrum(invitation).status == 0)
        let call = ["digest", "--since", "2026-11-16", "--until", "2026-11-22", "--to-roster"]
        let said = try forum.rostrum(call)
        #expect(said.status == 0 && said.output.hasPrefix("4 digests wait in the outbox."), "\(said.output) \(said.notes)")
        // Whose passphrase was taken back, or who never had one, gets nothing.
        #expect(said.notes.contains("No digest for XA: "), "\(said.notes)")
        let outbox = Outbox(office: forum.root + "/office")
        let mails = try outbox.mails()
        // Who stands with the State and with the staff gets the State's.
        #expect(mails.map(\.to) == ["forum@example.ch", "second@example.ch", "staff@example.org", "guest@example.org"])
        #expect(mails.map(\.language) == ["fr", "fr", "en", "es"])
        for mail in mails {
            let bytes = String(decoding: try outbox.message(mail.number), as: UTF8.self)
            for other in mails where other.to != mail.to { #expect(!bytes.contains(other.to)) }
        }
        #expect(Set(mails.map(\.messageID)).count == 4)
        let entry = try #require(try Log(office: forum.root + "/office").entries().last)
        #expect(entry.action == .digest && entry.facts == ["since": "2026-11-16", "until": "2026-11-22", "mails": "4"])
        // Nobody gets two.
        let again = try forum.rostrum(call)
        #expect(again.status == 0 && again.output == "4 readers have a digest of these days there already, and no other was made.\n")
        #expect(try outbox.mails().count == 4)
        try forum.must("log", "verify")
    }

    /// As a rule it is a typing error, and somebody else waits for the mail.
    @Test func aStateThatDoesNotTakePartGetsNone() throws {
        let forum = try forum()
        try forum.folder.write("office/roster.yaml", Self.roster.replacing("CH:", with: "CJ:").replacing(", FORUM@example.ch", with: ""))
        let outcome = try forum.rostrum(["digest", "--since", "2026-11-16", "--until", "2026-11-22", "--outbox"])
        #expect(
            outcome.notes.contains("roster.yaml: no State with the code \"CJ\" takes part in this forum; did you mean \"CH\"?"),
            "\(outcome.notes)")
        #expect(try forum.outbox.mails().allSatisfy { !$0.to.contains("example.ch") })
        #expect(try forum.must("report").contains("CJ") == false)
        #expect(try forum.rostrum(["report"]).notes.contains("\"CJ\""))
    }

    @Test func summariesAreOfTheDayOnWhichTheyWereWritten() throws {
        let forum = try forum()
        try forum.folder.write("summary.md", "The end of it.\n")
        try forum.must("discussion", "summary", "2026-002", "--language", "fr", "--file", forum.root + "/summary.md")
        let said = try forum.must("digest", "--language", "en", "--since", "2026-11-23", "--output", forum.root + "/out")
        #expect(said.contains("1 summary or outcome"), "\(said)")
    }

    @Test(arguments: [
        (["--since", "2026-11-24"], "has not begun yet"), (["--since", "2026-11-16", "--until", "2026-11-30"], "is not over yet"),
        (["--since", "2026-11-16", "--until", "2026-11-15"], "must not be before"),

        (["--since", "2026-11-16", "--language", "de"], "no pages"),
        (["--since", "2026-11-16", "--member", "QQ"], "no State"),
        (["--since", "2026-11-16", "--language", "ar", "--outbox"], "nobody in the roster"),
        (["--since", "2026-11-16", "--member", "XB", "--outbox"], "no address of XB"), (["--since", "16.11.2026"], "Write a day"),
        (["--since", "2026-11-16", "--outbox", "--output", "out"], "either --output or --outbox"),
        (["--since", "2026-11-16", "--language", "en", "--output", "content"], "content"), ([], "--since"),
    ]) func saysWhatIsWrongWithTheCall(_ call: [String], _ word: String) throws {
        let forum = try forum()
        let outcome = try forum.rostrum(["digest"] + call.map { $0 == "content" ? forum.root + "/content" : $0 })
        #expect(outcome.status == 2 || outcome.status == 64, "\(outcome)")
        #expect(outcome.notes.contains(word), "\(outcome.notes)")
        #expect(try files(forum).isEmpty)
    }
}

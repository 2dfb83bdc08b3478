import Access
import Files
import Foundation
import Model
import ProgramUnderTest
import Submissions
import Testing

/// Sealed submissions, from a file or a mail to the record, with the real program.
@Suite("Sealed submissions") struct SealedImportTests {
    private func proof(_ record: Record) -> String {
        [record.proof?.outcome.rawValue, record.proof?.name].compactMap { $0 }.joined(separator: " ")
    }

    @Test func aProvenTextIsAMembersAndIsToldSo() throws {
        let sealed = try SealedText(try OfficeForum())
        let file = try sealed.file(SentText.contribution("Voir [les chiffres](chiffres.csv)."), with: [("chiffres.csv", "a,b\n1,2\n")])
        #expect(try sealed.importing(file).contains("1 new submission"))
        let record = try sealed.forum.record(1)
        #expect(proof(record) == "proved XA" && record.files.map(\.name) == ["chiffres.csv"])
        #expect(try sealed.forum.folder.bytes("office/inbox/1/source/1-contribution.rostrum") == file)
        let shown = try sealed.forum.must("inbox", "show", "1")
        #expect(shown.contains("made with the passphrase of Sample State A"), "\(shown)")
        #expect(try sealed.forum.must("inbox", "list").contains("proved: XA"))
        let json = try sealed.forum.must("inbox", "list", "--format", "json")
        #expect(json.contains("\"proof\":{\"outcome\":\"proved\",\"kind\":\"member\",\"name\":\"XA\"}"), "\(json)")
        try sealed.forum.must("review", "approve", "1")
        #expect(sealed.forum.folder.exists("content/discussions/2026-002/files/chiffres.csv"))
    }

    @Test func theSameFileAndTheSameTextAreOneSubmission() throws {
        let sealed = try SealedText(try OfficeForum())
        let file = try sealed.file()
        try sealed.importing(file)
        #expect(try sealed.importing(file, as: "sent/other.name").contains("0 new submissions, 1 was there before"))
        #expect(try sealed.importing(try sealed.file(seed: 2), as: "sent/2.rostrum").contains("0 new submissions, 1 was there before"))
        let mail = SealedText.mail(try sealed.file(seed: 3), id: "m1")
        #expect(try sealed.importing(Array(mail.utf8), as: "sent/3.eml").contains("0 new submissions, 1 was there before"))
        // In a mail that came before, nothing is made of its covering text.
        #expect(try sealed.importing(Array(SealedText.mail(file, id: "m2").utf8), as: "sent/4.eml").contains("1 was there before"))
        #expect(try sealed.forum.inbox.records().count == 1)
    }

    @Test func checksTellWhatIsProved() throws {
        let sealed = try SealedText(try OfficeForum(), passphrasesFor: [["issue", "--member", "XA"], ["issue", "--member", "XB"]])
        func checks(_ number: String) throws -> [String] {
            let json = try sealed.forum.must("inbox", "show", number, "--format", "json")
            return ["no-proof", "proof-unknown", "proof-of-another"].filter { json.contains("\"check\":\"\($0)\"") }
        }
        try sealed.importing(try sealed.file(SentText.contribution("Un."), by: nil))
        try sealed.importing(try sealed.file(SentText.contribution("Deux."), by: .member("XB")))
        try sealed.importing(try sealed.file(SentText.contribution("Trois.")))
        try sealed.importing(Array(SentText.mail(SentText.contribution("Quatre."), id: "m4").utf8), as: "sent/4.eml")
        let later = try sealed.file(SentText.contribution("Cinq."))
        try sealed.forum.must("access", "issue", "--member", "XA")
        try sealed.importing(later)
        #expect(try checks("1") == ["no-proof"] && checks("2") == ["proof-of-another"] && checks("3").isEmpty && checks("4").isEmpty)
        #expect(try checks("5") == ["proof-unknown"])
        #expect(try sealed.forum.must("inbox", "show", "5").contains("none of those in use"))
        // What was imported before stays what it was.
        #expect(try proof(sealed.forum.record(3)) == "proved XA")
    }

    @Test func whoProvesAPassphraseNeedsNoKnownAddress() throws {
        let forum = try OfficeForum()
        let guest = ["invite", "--discussion", "2026-002", "--name", "G. Guest", "--requested-by", "XA"]
        let sealed = try SealedText(forum, passphrasesFor: [["issue", "--member", "XA"], ["issue", "--staff", "S. Staff"], guest])
        try forum.folder.write(
            "office/roster.yaml",
            "members:\n  XA: {addresses: [office@example.org]}\nstaff:\n  S. Staff: {addresses: [staff@example.org]}\nguests:\n  G. Guest: {}\n"
        )
        func mail(_ author: String, _ id: String, by prover: Holder?) throws -> String {
            let text = SentText.contribution("Texte \(id).").replacing(
                "{name: Ana Exemple, position: Examinatrice, member: XA, email: ana@example.org}", with: author)
            let said = try sealed.importing(
                Array(SealedText.mail(try sealed.file(text, by: prover), id: id, sender: "home@example.net").utf8), as: "sent/\(id).eml")
            #expect(said.contains("1 new submission"), "\(said)")
            return try forum.must("inbox", "show", "\(try forum.inbox.records().count)", "--format", "json")
        }
        for (author, prover) in [
            ("{name: Ana Exemple, member: XA}", Holder.member("XA")), ("{name: S. Staff}", .staff("S. Staff")),
            ("{name: G. Guest}", .guest(name: "G. Guest", discussion: "2026-002")),
        ] {
            let proved = try mail(author, "\(prover.named.count)a", by: prover)
            for kind in [
                "sender-unknown", "role-not-proven", "name-of-another", "sender-not-in-roster", "proof-of-another", "missing-field",
            ] {
                #expect(!proved.contains("\"\(kind)\""), "\(author): \(proved)")
            }
            let not = try mail(author, "\(prover.named.count)b", by: nil)
            #expect(not.contains("sender-unknown") || not.contains("role-not-proven"), "\(author): \(not)")
        }
        #expect(try mail("{name: Ana Exemple}", "z", by: .staff("S. Staff")).contains("proof-of-another"))
    }

    @Test func whatCannotBeOpenedIsSetAsideWithTheReason() throws {
        let sealed = try SealedText(try OfficeForum())
        let file = try sealed.file()
        let old = try #require(sealed.keystore.submissionsKey?.id)
        try sealed.forum.must("access", "submissions-key", "new")
        try sealed.forum.must("access", "submissions-key", "retire", old)
        var otherSite = file
        otherSite[20] ^= 1
        var damaged = try SealedText(sealed.forum).file(SentText.contribution("Endommagé."))
        damaged[damaged.count - 1] ^= 1
        for (name, bytes, words) in [
            ("lost", file, "key that this office does not have"), ("other", otherSite, "another forum"), ("bad", damaged, "does not open"),
        ] {
            let said = try sealed.importing(bytes, as: "sent/\(name).rostrum")
            #expect(said.contains("1 was set aside") && said.contains(words), "\(said)")
            #expect(try sealed.importing(bytes, as: "sent/\(name).rostrum").contains("1 was there before"))
        }
        #expect(try sealed.forum.inbox.setAside().count == 3 && sealed.forum.inbox.records().isEmpty)
        #expect(try sealed.forum.must("inbox", "list").contains("made with the form as it is on the site now"))
        // A mail's text is not lost with the file beside it.
        #expect(try sealed.importing(Array(SealedText.mail(file, id: "m1").utf8), as: "sent/m.eml").contains("1 new submission"))
        let record = try sealed.forum.record(1)
        #expect(record.leftOut.map(\.reason) == ["sealed-for-lost-key"] && record.proof == nil)
        #expect(try sealed.forum.must("outbox", "show", "1").contains("save it once more with the forum’s form"))
        #expect(try sealed.forum.must("inbox", "show", "1", "--format", "json").contains("left-out-sealed"))
        #expect(sealed.forum.folder.exists("office/inbox/1/source/1-mail.eml"))
    }

    /// What was imported stays known when its key is gone.
    @Test func aRetiredKeyBringsNothingBack() throws {
        let sealed = try SealedText(try OfficeForum())
        let file = try sealed.file()
        let mail = Array(SealedText.mail(file, id: "m1").utf8)
        try sealed.importing(mail, as: "sent/m.eml")
        try sealed.forum.must("access", "submissions-key", "retire", try #require(sealed.keystore.submissionsKey?.id), "--last")
        #expect(try sealed.importing(mail, as: "sent/m.eml").contains("0 new submissions, 1 was there before."))
        #expect(try sealed.importing(file).contains("0 new submissions, 1 was there before."))
        #expect(try sealed.forum.inbox.setAside().isEmpty)
    }

    @Test func aLockedOfficeIsAskedOnlyForWhatIsSealed() throws {
        let sealed = try SealedText(try OfficeForum())
        let forum = sealed.forum
        try forum.folder.write("passphrase", "five words nobody has said\n")
        let passphrase = ["--passphrase-file", forum.root + "/passphrase"]
        try #require(try forum.rostrum(["office", "lock"] + passphrase).status == 0)
        try forum.folder.write("sent/1.eml", SentText.mail(SentText.contribution("Un."), id: "m1"))
        try forum.must("inbox", "import", forum.root + "/sent")
        try forum.folder.write("sent/0.rostrum", try sealed.file(SentText.contribution("Scellé.")))
        try forum.folder.write("sent/2.eml", SentText.mail(SentText.contribution("Deux."), id: "m2"))
        let refused = try forum.rostrum(["inbox", "import", forum.root + "/sent"])
        #expect(refused.status == 2 && refused.output.contains("0.rostrum: it is sealed"), "\(refused.output) \(refused.notes)")
        #expect(refused.output.contains("1 new submission, 1 was there before, 1 could not be unsealed yet"), "\(refused.output)")
        #expect(try forum.inbox.records().count == 2 && forum.inbox.setAside().isEmpty)
        let opened = try forum.rostrum(["inbox", "import", forum.root + "/sent"] + passphrase)
        #expect(opened.status == 0 && opened.output.contains("1 new submission, 2 were there before"), "\(opened.output) \(opened.notes)")
        #expect(try proof(forum.record(3)) == "proved XA")
        // What is known needs no key.
        #expect(try forum.rostrum(["inbox", "import", forum.root + "/sent"]).status == 0)
    }

    @Test func itIsTakenFromArchivesAndSticksWhateverItIsCalled() throws {
        let sealed = try SealedText(try OfficeForum())
        let forum = sealed.forum
        try forum.folder.write("stick/deep/a.rostrum.download", try sealed.file(SentText.contribution("Un.")))
        try forum.folder.write("stick/b.md", try sealed.file(SentText.contribution("Deux.")))
        try forum.folder.write("stick/holiday.jpg", [0xFF, 0xD8, 0xFF])
        for folder in ["tmp", "new", "cur"] { try forum.folder.write("Maildir/\(folder)/.keep", "") }
        try forum.folder.write("Maildir/new/1.M1.host", SealedText.mail(try sealed.file(SentText.contribution("Trois.")), id: "m3"))
        let outcome = try forum.rostrum(["inbox", "import", forum.root + "/stick", forum.root + "/Maildir"])
        #expect(outcome.output.contains("3 new submissions") && outcome.notes.contains("holiday.jpg"), "\(outcome.output) \(outcome.notes)")
        #expect(try forum.inbox.records().allSatisfy { proof($0) == "proved XA" })
    }
}

import Access
import Files
import Foundation
import Model
import ProgramUnderTest
import SeededNumbers
import Submissions
import Testing

/// The new text of a submission that was returned, made with the form.
@Suite("Sealed answers") struct SealedAnswerTests {
    private func returned(_ sealed: SealedText, _ bytes: [UInt8], as name: String) throws {
        try sealed.importing(bytes, as: name)
        let number = try #require(sealed.forum.inbox.records().last?.number)
        try sealed.forum.must("review", "return", "\(number)", "--words", "Plus court, s’il vous plaît.")
    }

    private func text(_ sentence: String, answers: Int? = nil) -> String {
        SentText.contribution(sentence, extra: answers.map { "answers: \($0)\n" } ?? "")
    }

    @Test func theSamePassphraseJoinsWithoutAMail() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, try sealed.file(text("Un.")), as: "sent/1.rostrum")
        let said = try sealed.importing(try sealed.file(text("Un, corrigé.", answers: 1)))
        #expect(said.contains("1 came back corrected"), "\(said)")
        let record = try sealed.forum.record(1)
        #expect(record.state == .received && record.revisions.count == 2 && record.proof?.name == "XA")
        try sealed.forum.must("review", "approve", "1")
        #expect(try !sealed.forum.folder.text("content/discussions/2026-002/0002.fr.md").contains("answers"))
    }

    @Test func theSameAddressJoinsWithoutAProof() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, Array(SentText.mail(text("Un."), id: "m1").utf8), as: "sent/1.eml")
        let mail = SealedText.mail(try sealed.file(text("Un, corrigé.", answers: 1), by: nil), id: "m2")
        #expect(try sealed.importing(Array(mail.utf8), as: "sent/2.eml").contains("1 came back corrected"))
    }

    @Test func aThreadJoinsAsItDoesForMails() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, Array(SealedText.mail(try sealed.file(text("Un.")), id: "m1").utf8), as: "sent/1.eml")
        let mail = SealedText.mail(try sealed.file(text("Un, corrigé.")), id: "m2", references: "m1")
        #expect(try sealed.importing(Array(mail.utf8), as: "sent/2.eml").contains("1 came back corrected"))
    }

    /// Whoever knows a number could take a text's place.
    @Test func anybodyElsesIsASubmissionOfItsOwnAndSaidToBe() throws {
        let sealed = try SealedText(try OfficeForum(), passphrasesFor: [["issue", "--member", "XA"], ["issue", "--member", "XB"]])
        try returned(sealed, try sealed.file(text("Un.")), as: "sent/1.rostrum")
        try sealed.importing(try sealed.file(text("Deux.", answers: 1), by: nil))
        try sealed.importing(try sealed.file(text("Trois.", answers: 1), by: .member("XB")))
        try sealed.importing(try sealed.file(text("Quatre.", answers: 99)))
        #expect(try sealed.forum.inbox.records().map(\.revisions.count) == [1, 1, 1, 1])
        #expect(try sealed.forum.record(1).state == .returned)
        for number in 2...4 {
            let json = try sealed.forum.must("inbox", "show", "\(number)", "--format", "json")
            #expect(json.contains("answers-of-another"), "\(json)")
        }
        // A moderator who knows better says so.
        let joined = try sealed.forum.must("inbox", "import", sealed.forum.root + "/sent/contribution.rostrum", "--for", "1")
        #expect(joined.contains("1 came back corrected"), "\(joined)")
    }

    /// With the address and the thread of a member, and another's passphrase.
    @Test func anotherPassphraseDoesNotJoinAThread() throws {
        let sealed = try SealedText(try OfficeForum(), passphrasesFor: [["issue", "--member", "XA"], ["issue", "--member", "XB"]])
        try returned(sealed, Array(SealedText.mail(try sealed.file(text("Un.")), id: "m1").utf8), as: "sent/1.eml")
        let mail = SealedText.mail(try sealed.file(text("Deux."), by: .member("XB")), id: "m2", references: "m1")
        #expect(try sealed.importing(Array(mail.utf8), as: "sent/2.eml").contains("1 new submission"))
        #expect(try sealed.forum.record(1).state == .returned)
    }

    /// Anybody can write an address, a subject and a thread into a mail.
    @Test func anAddressTakesNoProofsPlace() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, Array(SealedText.mail(try sealed.file(text("Un.")), id: "m1").utf8), as: "sent/1.eml")
        let forged = SentText.mail(text("Deux, de quelqu’un d’autre.", answers: 1), id: "m2", references: "m1")
        #expect(try sealed.importing(Array(forged.utf8), as: "sent/2.eml").contains("1 new submission"))
        #expect(try sealed.forum.record(1).state == .returned && sealed.forum.record(1).proof?.name == "XA")
        // Where a moderator says that it is the author's all the same, the reviewer is told that nothing proves it any more.
        try sealed.forum.must("inbox", "import", sealed.forum.root + "/sent/2.eml", "--for", "1")
        #expect(try sealed.forum.record(1).proof?.outcome == Record.Proof.Outcome.none)
        #expect(try sealed.forum.must("inbox", "show", "1", "--format", "json").contains("\"no-proof\""))
    }

    /// The form writes the same subject for everything.
    @Test func anotherTextOfTheSameAuthorIsASubmissionOfItsOwn() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, Array(SealedText.mail(try sealed.file(text("Un.")), id: "m1").utf8), as: "sent/1.eml")
        let next = SealedText.mail(try sealed.file(text("Tout autre chose, sur un autre sujet."), seed: 2), id: "m2")
            .replacing("Subject: Contribution m2", with: "Subject: Contribution m1")
        #expect(try sealed.importing(Array(next.utf8), as: "sent/2.eml").contains("1 new submission"))
        #expect(try sealed.forum.record(1).state == .returned)
    }

    /// A proof speaks for what was sealed, and for nothing that lies beside it.
    @Test func whatLiesBesideASealedFileIsNamedAndNotTaken() throws {
        let sealed = try SealedText(try OfficeForum())
        let table =
            "--b\nContent-Type: text/csv; name=\"table.csv\"\nContent-Disposition: attachment; filename=\"table.csv\"\n\na,b\n1,2\n\n--b--"
        let mail = SealedText.mail(try sealed.file(text("Voir table.csv.")), id: "m1").replacing("--b--", with: table)
        try sealed.importing(Array(mail.utf8), as: "sent/1.eml")
        let record = try sealed.forum.record(1)
        #expect(record.proof?.name == "XA" && record.files.isEmpty && record.leftOut.map(\.name) == ["table.csv"], "\(record.leftOut)")
        let shown = try sealed.forum.must("inbox", "show", "1")
        #expect(shown.contains("What came beside it and is no part of it") && shown.contains("  table.csv\n"), "\(shown)")
    }

    /// It may ask for something.
    @Test func whatTheMailSaysAroundASealedFileIsShown() throws {
        let sealed = try SealedText(try OfficeForum())
        let mail = SealedText.mail(try sealed.file(text("Un.")), id: "m1")
            .replacing("notre contribution.", with: "notre contribution.\nPas avant vendredi.\u{1B}[31m")
        try sealed.importing(Array(mail.utf8), as: "sent/1.eml")
        let shown = try sealed.forum.must("inbox", "show", "1")
        #expect(
            shown.contains("What the mail that it came in says\n  │ Bonjour, vous trouverez ci-joint notre contribution.\n  │ Pas avant"),
            "\(shown)")
        #expect(!shown.contains("\u{1B}"))
        #expect(try sealed.forum.must("inbox", "show", "1", "--format", "json").contains("\"covering\":\"Bonjour, vous"))
        try sealed.forum.must("review", "approve", "1")
        try sealed.forum.must("withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x", "--purge", "--yes")
        #expect(try !sealed.forum.folder.text("office/inbox/1/record.json").contains("vendredi"))
    }

    /// What a new mail says of a text that came before is in no submission: it is not lost.
    @Test func newWordsAroundAKnownTextAreSetAside() throws {
        let sealed = try SealedText(try OfficeForum())
        let file = try sealed.file(text("Un."))
        let first = SealedText.mail(file, id: "m1")
        try sealed.importing(Array(first.utf8), as: "sent/1.eml")
        let words = { (mail: String) in Array(mail.replacing("vous trouverez ci-joint", with: "NE PUBLIEZ PAS").utf8) }
        let known = try sealed.importing(words(SealedText.mail(file, id: "m2")), as: "sent/2.eml")
        #expect(known.contains("what the mail says or brings beside it is new: read it"), "\(known)")
        #expect(try sealed.forum.inbox.setAside().map(\.submissions) == [[1]])
        let anew = try sealed.importing(words(SealedText.mail(try sealed.file(text("Un."), seed: 2), id: "m3")), as: "sent/3.eml")
        #expect(anew.contains("0 new submissions, 1 was there before, 1 was set aside"), "\(anew)")
        // The same mail once more, and the file alone, say nothing new.
        #expect(try !sealed.importing(Array(first.utf8), as: "sent/4.eml").contains("set aside"))
        #expect(try !sealed.importing(file, as: "sent/5.rostrum").contains("set aside"))
    }

    /// Whoever has proved that they are staff, or a guest, writes for no State.
    @Test func staffAndGuestsAreWhoTheyHaveProvedToBe() throws {
        let sealed = try SealedText(
            try OfficeForum(),
            passphrasesFor: [
                ["issue", "--staff", "Ana Silva"],
                ["invite", "--name", "Bo Lind", "--discussion", "2026-002", "--requested-by", "XA"],
            ])
        let written = { (name: String, attribution: String) in
            self.text("Un.").replacing(
                "{name: Ana Exemple, position: Examinatrice, member: XA, email: ana@example.org}", with: "{name: \(name)}"
            )
            .replacing("attribution: name", with: "attribution: \(attribution)")
        }
        let guest = Holder.guest(name: "Bo Lind", discussion: "2026-002")
        for (number, (text, prover, role)) in [
            (written("ana silva", "name"), Holder.staff("Ana Silva"), "staff"), (written("Bo Lind", "name"), guest, "guest"),
            (written("Ana Silva", "none"), .staff("Ana Silva"), "staff"),
        ].enumerated() {
            try sealed.importing(try sealed.file(text, by: prover, seed: UInt64(number + 1)), as: "sent/\(number).rostrum")
            try sealed.forum.must("review", "approve", "\(number + 1)")
            let published = try sealed.forum.folder.text("content/discussions/2026-002/000\(number + 2).fr.md")
            #expect(published.contains("role: \(role)\n"), "\(published)")
        }
    }

    @Test func aMailInASealedFileIsNamed() throws {
        let sealed = try SealedText(try OfficeForum())
        let inner = SentText.mail("Rien de particulier.", id: "m9", subject: "Un avis")
        try sealed.importing(try sealed.file(text("Un."), with: [("avis.eml", inner)]), as: "sent/1.rostrum")
        let leftOut = try sealed.forum.record(1).leftOut
        #expect(leftOut.map(\.name) == ["Un avis, ana@example.org"], "\(leftOut)")
    }

    /// A mail that is on its way would go on telling of what was taken back.
    @Test func noDecisionIsTakenBackWhileItsMailIsOnItsWay() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, Array(SealedText.mail(try sealed.file(text("Un.")), id: "m1").utf8), as: "sent/1.eml")
        let number = try #require(try sealed.forum.record(1).history.last?.mail)
        let path = "office/outbox/" + String(repeating: "0", count: 4 - String(number).count) + "\(number)/record.json"
        let record = try sealed.forum.folder.text(path)
        try sealed.forum.folder.write(path, record.replacing(/"state" ?: ?"[a-z]+"/, with: "\"state\":\"sending\""))
        let outcome = try sealed.forum.rostrum(["review", "undo", "1"])
        #expect(outcome.status != 0 && outcome.notes.contains("outbox mark \(number)"), "\(outcome)")
        #expect(try sealed.forum.record(1).state == .returned)
    }

    @Test func whatIsReturnedSaysWhichItIsAndComesBack() throws {
        let sealed = try SealedText(try OfficeForum())
        let forum = sealed.forum
        let file = try sealed.file(text("Voir [les chiffres](chiffres.csv).", answers: 99), with: [("chiffres.csv", "a,b\n")])
        try returned(sealed, file, as: "sent/1.rostrum")
        let (bundle, leftOut) = try forum.inbox.returnedText(forum.record(1), answer: "Plus court.")
        #expect(bundle.files.map(\.name) == ["submission.md", "answer.txt", "chiffres.csv"] && leftOut.isEmpty)
        let work = String(decoding: bundle.files[0].bytes, as: UTF8.self)
        #expect(work.hasPrefix("---\nanswers: 1\nkind: contribution\n") && !work.contains("answers: 99"), "\(work)")
        var generator = Seeded(5)
        let back = try ReturnedText.seal(bundle, for: .member("XA"), in: sealed.keystore, using: &generator)
        let aside = try sealed.importing(back, as: "sent/back.rostrum")
        #expect(aside.contains("1 was set aside") && aside.contains("its author opens it in the form"), "\(aside)")
        #expect(try ReturnedText.open(back, for: .member("XA"), in: sealed.keystore) == bundle)
        let said = try sealed.importing(try sealed.file(work.replacing("Voir", with: "Voyez"), with: [("chiffres.csv", "a,c\n")]))
        #expect(said.contains("1 came back corrected"), "\(said)")
    }

    @Test func aTextWithoutFieldsIsReturnedWithOne() throws {
        let sealed = try SealedText(try OfficeForum())
        try returned(sealed, Array(SentText.mail("Un texte sans rien de plus.", id: "m1").utf8), as: "sent/1.eml")
        let (bundle, _) = try sealed.forum.inbox.returnedText(sealed.forum.record(1), answer: "Et les conditions ?")
        #expect(String(decoding: bundle.files[0].bytes, as: UTF8.self).hasPrefix("---\nanswers: 1\n---\n\nUn texte"))
    }
}

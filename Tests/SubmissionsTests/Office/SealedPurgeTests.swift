import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// What a purge leaves of what came sealed.
@Suite("Sealed purge") struct SealedPurgeTests {
    private static let secret = "Le numéro confidentiel de notre dossier est le sept cent quarante-deux"

    @Test func theFileAndWhatWasMadeOfItGo() throws {
        let sealed = try SealedText(try OfficeForum())
        let forum = sealed.forum
        let file = try sealed.file(
            SentText.contribution("\(Self.secret). Voir [les chiffres](chiffres.csv)."), with: [("chiffres.csv", "secret;742\n")])
        let mail = Array(SealedText.mail(file, id: "m1").utf8)
        try sealed.importing(mail, as: "sent/1.eml")
        // It came once more, with words of its own: the same file, and the same text sealed anew.
        try sealed.importing(Array(SealedText.mail(file, id: "m2", sender: "bo@example.org").utf8), as: "sent/2.eml")
        let anew = try sealed.file(
            SentText.contribution("\(Self.secret). Voir [les chiffres](chiffres.csv)."), with: [("chiffres.csv", "secret;742\n")], seed: 9)
        try sealed.importing(Array(SealedText.mail(anew, id: "m3", sender: "bo@example.org").utf8), as: "sent/3.eml")
        #expect(try forum.inbox.setAside().map(\.reason) == [.besideKnown, .besideKnown])
        // Somebody else has sent the same figures, sealed as well.
        try sealed.importing(try sealed.file(SentText.contribution("Autre chose."), with: [("copie.csv", "secret;742\n")], by: nil))
        try forum.must("review", "approve", "1")
        try forum.must("build")
        let outcome = try forum.rostrum(["withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x", "--purge", "--yes"])
        #expect(outcome.status == 0 && (outcome.output + outcome.notes).contains("submission 2"), "\(outcome.output) \(outcome.notes)")
        let record = try forum.record(1)
        #expect(record.proof == nil && record.files.isEmpty && record.current == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: forum.root + "/office/inbox/1") == ["record.json"])
        for path in try FileManager.default.subpathsOfDirectory(atPath: forum.root) where !path.hasPrefix("sent") {
            guard let bytes = FileManager.default.contents(atPath: forum.root + "/" + path) else { continue }
            #expect(bytes.range(of: Data(Self.secret.utf8)) == nil && bytes.range(of: Data(file)) == nil, "\(path)")
            for copy in [file, anew] {
                let inMail = Data(copy).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]).prefix(400)
                #expect(bytes.range(of: Data(inMail.utf8)) == nil, "\(path)")
            }
        }
        // Nor does the mail that it came in, of which nothing is known any more.
        #expect(try !sealed.importing(mail, as: "sent/1.eml").contains("set aside:"))
        // What was purged does not come back, sealed once more or not.
        #expect(try sealed.importing(file).contains("0 new submissions, 1 was there before"))
    }
}

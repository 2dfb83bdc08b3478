import Access
import Files
import Foundation
import Model
import ProgramUnderTest
import Quarantine
import Testing

@testable import Submissions

/// The text that goes back in a sealed file to whoever has proved a passphrase.
@Suite("Returned files") struct ReturnedFileTests {
    private let text = SentText.contribution("Voir [les chiffres](chiffres.csv).", extra: "year: 2014\n")

    /// A forum in which a sealed text came with a mail and was returned.
    private func returned(by prover: Holder?, settings: (OfficeForum) throws -> Void = { _ in }) throws -> SealedText {
        let sealed = try SealedText(try OfficeForum())
        try settings(sealed.forum)
        let file = try sealed.file(text, with: [(name: "chiffres.csv", text: "a,b\n1,2\n")], by: prover)
        try sealed.importing(Array(SealedText.mail(file, id: "m1").utf8), as: "sent/1.eml")
        try sealed.forum.must("review", "return", "1", "--reason", "off-topic", "--words", "Plus court.\nMerci.")
        return sealed
    }

    @Test func itHoldsTheTextTheReasonsAndTheAttachments() throws {
        let sealed = try returned(by: .member("XA"))
        let mail = try sealed.forum.outbox.require(2)
        #expect(mail.files == [OutgoingMail.File(name: "submission-1.rostrum", type: "application/octet-stream")])
        #expect(mail.state == .waiting && mail.text.contains("le fichier que le formulaire enregistre"))
        #expect(!mail.text.contains("Voir"), "\(mail.text)")
        let bytes = try sealed.forum.folder.bytes("office/outbox/0002/files/submission-1.rostrum")
        let bundle = try ReturnedText.open(bytes, for: .member("XA"), in: try Keystore.load(office: sealed.forum.root + "/office"))
        #expect(bundle.files.map(\.name) == ["submission.md", "answer.txt", "chiffres.csv"])
        let parts = bundle.files.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(parts[0] == text.replacing("---\nkind", with: "---\nanswers: 1\nkind"))
        #expect(parts[1].hasPrefix("- Hors sujet\n") && parts[1].hasSuffix("\n\nPlus court.\nMerci.\n"), "\(parts[1])")
        #expect(parts[2] == "a,b\n1,2\n")
        // It goes with the mail as it is.
        let message = String(decoding: try sealed.forum.outbox.message(2), as: UTF8.self).replacing("\r\n", with: "\n")
        #expect(message.contains("filename=submission-1.rostrum"))
        #expect(message.contains(Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])))
    }

    @Test func withoutAProofNothingOfTheTextGoesBack() throws {
        let sealed = try returned(by: nil) { forum in
            let settings = try forum.folder.text("content/forum.yaml")
            try forum.folder.write("content/forum.yaml", settings.replacing("excerpts-in-mail: true", with: "excerpts-in-mail: false"))
        }
        let mail = try sealed.forum.outbox.require(2)
        #expect(mail.files.isEmpty && mail.state == .held && !mail.text.contains("Voir"), "\(mail.text)")
    }

    @Test func whoHasNoPassphraseAnyMoreGetsAMailWithoutAFile() throws {
        let sealed = try SealedText(try OfficeForum())
        try sealed.importing(Array(SealedText.mail(try sealed.file(text), id: "m1").utf8), as: "sent/1.eml")
        try sealed.forum.must("access", "revoke", "--member", "XA")
        try sealed.forum.must("review", "return", "1", "--words", "Plus court.")
        let mail = try sealed.forum.outbox.require(2)
        #expect(mail.files.isEmpty && mail.text.contains("le texte corrigé"))
    }

    @Test func theMailKeepsItsFileWhenItsTextChanges() throws {
        let sealed = try returned(by: .member("XA"))
        let before = try sealed.forum.folder.bytes("office/outbox/0002/files/submission-1.rostrum")
        try sealed.forum.folder.write("new.txt", "Bonjour.\n")
        try sealed.forum.must("outbox", "edit", "2", "--file", sealed.forum.root + "/new.txt")
        let message = String(decoding: try sealed.forum.outbox.message(2), as: UTF8.self).replacing("\r\n", with: "\n")
        #expect(message.contains("Bonjour."))
        #expect(message.contains(Data(before).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])))
        try sealed.forum.must("review", "undo", "1")
        #expect(!sealed.forum.folder.exists("office/outbox/0002/files"))
    }

    @Test(
        "The number of the submission stands among the fields, once",
        arguments: [
            ("---\nkind: topic\n---\n\nText\n", "---\nanswers: 7\nkind: topic\n---\n\nText\n"),
            ("---\nanswers: 3\nkind: topic\n---\nanswers: not a field\n", "---\nanswers: 7\nkind: topic\n---\nanswers: not a field\n"),
            ("---\r\nkind: topic\r\n---\r\nText\r\n", "---\r\nanswers: 7\nkind: topic\r\n---\r\nText\r\n"),
            ("Text\n", "---\nanswers: 7\n---\n\nText\n"),
            ("---\nkind: topic\nnever closed", "---\nanswers: 7\nkind: topic\nnever closed"), ("", "---\nanswers: 7\n---\n\n"),
        ])
    func number(_ text: String, _ expected: String) {
        #expect(String(decoding: ReturnedBundle.text(Array(text.utf8), of: 7).bytes, as: UTF8.self) == expected)
    }

    @Test func whatDoesNotFitIsLeftOutFromTheEnd() throws {
        let text = FileBundle.File(name: FileBundle.text, bytes: [1])
        let large = (1...3).map { FileBundle.File(name: "\($0).bin", bytes: [UInt8](repeating: 0, count: 10_000_000)) }
        let bundle = try #require(ReturnedBundle.make([text] + large + [large[0]], answer: "x"))
        #expect(bundle.files.map(\.name) == ["submission.md", "answer.txt", "1.bin", "2.bin"])
        let huge = FileBundle.File(name: FileBundle.text, bytes: [UInt8](repeating: 0, count: 24_000_000))
        #expect(ReturnedBundle.make([huge], answer: "x") == nil)
    }
}

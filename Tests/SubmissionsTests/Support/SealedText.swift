import Access
import Diagnostics
import Files
import Foundation
import Model
import ProgramUnderTest
import SeededNumbers
import Submissions
import Testing

/// A forum whose office has keys, and what members seal for it.
struct SealedText {
    let forum: OfficeForum
    /// The office's, as they were when it was made.
    let keystore: Keystore

    /// - Parameter holders: arguments of `rostrum access`, each of which gives a passphrase to somebody.
    init(_ forum: OfficeForum, passphrasesFor holders: [[String]] = [["issue", "--member", "XA"]]) throws {
        self.forum = forum
        for holder in holders {
            let outcome = try forum.rostrum(["access"] + holder)
            try #require(outcome.status == 0, "\(outcome.notes)")
        }
        keystore = try Keystore.load(office: forum.root + "/office")
    }

    /// A sealed file of a text and its attachments.
    ///
    /// - Parameter seed: another one gives another file of the same text.
    func file(
        _ text: String = SentText.contribution(), with files: [(name: String, text: String)] = [], by prover: Holder? = .member("XA"),
        seed: UInt64 = 1
    ) throws -> [UInt8] {
        var generator = Seeded(seed)
        let all = [(name: FileBundle.text, text: text)] + files
        let bundle = try FileBundle(all.map { FileBundle.File(name: $0.name, bytes: Array($0.text.utf8)) }, of: .submission)
        return try SealedSubmission.seal(bundle, provenBy: prover, for: keystore, using: &generator)
    }

    /// A mail with a covering text and a file.
    static func mail(_ file: [UInt8], id: String, sender: String = "ana@example.org", references: String? = nil) -> String {
        """
        From: Ana Exemple <\(sender)>
        To: submissions@example.org
        Subject: Contribution \(id)
        Message-ID: <\(id)@example.org>
        \(references.map { "In-Reply-To: <\($0)@example.org>\n" } ?? "")Date: Mon, 23 Nov 2026 09:00:00 +0100
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Bonjour, vous trouverez ci-joint notre contribution.

        --b
        Content-Type: application/octet-stream; name="contribution.rostrum"
        Content-Disposition: attachment; filename="contribution.rostrum"
        Content-Transfer-Encoding: base64

        \(Data(file).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))
        --b--
        """
    }

    /// What importing a file says.
    @discardableResult
    func importing(_ bytes: [UInt8], as name: String = "sent/contribution.rostrum") throws -> String {
        try forum.folder.write(name, bytes)
        return try forum.must("inbox", "import", forum.root + "/" + name)
    }
}

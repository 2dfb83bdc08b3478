import Diagnostics
import Files
import Model
import SeededNumbers
import Testing

@testable import Access

private let now = Instant(seconds: 1_795_392_000)

@Suite struct SealedSubmissionTests {
    private let bundle: FileBundle

    init() throws {
        bundle = try FileBundle(
            [FileBundle.File(name: FileBundle.text, bytes: Array("---\nkind: contribution\n---\nA text.\n".utf8))], of: .submission)
    }

    private func keystore() throws -> Keystore {
        var generator = Seeded(1)
        return try Keystore.create(rounds: 100_000, using: &generator).issue(.member("XA"), at: now, using: &generator).keystore
            .issue(.staff("Ana"), at: now, using: &generator).keystore
    }

    private func sealed(by holder: Holder? = nil, for keystore: Keystore) throws -> [UInt8] {
        var generator = Seeded(7)
        return try SealedSubmission.seal(bundle, provenBy: holder, for: keystore, using: &generator)
    }

    @Test func tellsWhoseProofItIs() throws {
        let keystore = try keystore()
        for (holder, proof) in [
            (Holder.member("XA"), SealedSubmission.Proof.by(.member("XA"))), (.staff("Ana"), .by(.staff("Ana"))), (nil, .none),
        ]
            as [(Holder?, SealedSubmission.Proof)]
        {
            let opened = try SealedSubmission(try sealed(by: holder, for: keystore), with: keystore)
            #expect(opened.proof == proof && opened.bundle == bundle.bytes)
        }
    }

    @Test func aPassphraseThatWasReplacedProvesNothing() throws {
        let keystore = try keystore()
        let file = try sealed(by: .member("XA"), for: keystore)
        var generator = Seeded(2)
        let later = try keystore.issue(.member("XA"), at: now, using: &generator).keystore
        #expect(try SealedSubmission(file, with: later).proof == .unknown)
        let revoked = try keystore.revoke(.member("XA"), at: now, using: &generator)
        #expect(try SealedSubmission(file, with: revoked).proof == .unknown)
    }

    @Test func keysBeforeTheNewestOpenUntilTheyAreRetired() throws {
        let first = try keystore()
        let file = try sealed(for: first)
        var generator = Seeded(2)
        let second = try first.addingSubmissionsKey(at: now, using: &generator)
        #expect(try SealedSubmission(file, with: second).bundle == bundle.bytes)
        #expect(try SealedSubmission(sealed(for: second), with: second).bundle == bundle.bytes)
        let third = try second.retiringSubmissionsKey(try #require(first.submissionsKey?.id), at: now)
        #expect(throws: SealedRefusal.keyNotKept) { try SealedSubmission(file, with: third) }
        #expect(throws: SealedRefusal.keyNotKept) { try SealedSubmission(sealed(for: second), with: first) }
    }

    @Test func theSameTextTwiceGivesTwoFiles() throws {
        let keystore = try keystore()
        #expect(try sealed(by: .member("XA"), for: keystore) != sealed(by: .member("XA"), for: keystore))
    }

    @Test(arguments: [0, 1]) func filesHaveALimit(more: Int) throws {
        let keystore = try keystore()
        let file = try sealed(for: keystore)
        let long = file + [UInt8](repeating: 0, count: SealedFile.byteLimit + more - file.count)
        #expect(throws: more == 0 ? SealedRefusal.damaged : .tooLong) { try SealedSubmission(long, with: keystore) }
    }

    @Test(arguments: [0, 1]) func bundlesHaveALimit(more: Int) throws {
        let room = FileBundle.byteLimit - bundle.bytes.count - 8 - 1
        let files = bundle.files + [FileBundle.File(name: "a", bytes: [UInt8](repeating: 7, count: room + more))]
        guard more == 0 else {
            #expect(throws: FileBundle.Refusal.tooLong) { try FileBundle(files, of: .submission) }
            return
        }
        let long = try FileBundle(files, of: .submission)
        #expect(try FileBundle(long.bytes, of: .submission) == long)
        var generator = Seeded(7)
        let file = try SealedSubmission.seal(long, for: keystore(), using: &generator)
        #expect(try SealedSubmission(file, with: keystore()).bundle == long.bytes)
    }

    @Test func aReturnedTextOpensForItsHolderAlone() throws {
        let keystore = try keystore()
        var generator = Seeded(3)
        let text = try FileBundle(
            bundle.files + [FileBundle.File(name: FileBundle.answer, bytes: Array("Shorter, please.".utf8))], of: .returnedText)
        let file = try ReturnedText.seal(text, for: .member("XA"), in: keystore, using: &generator)
        #expect(try ReturnedText.open(file, for: .member("XA"), in: keystore) == text)
        #expect(throws: SealedRefusal.damaged) { try ReturnedText.open(file, for: .staff("Ana"), in: keystore) }
        #expect(throws: SealedRefusal.notKnown) { try SealedSubmission(file, with: keystore) }
        #expect(throws: Failure.self) { try ReturnedText.seal(text, for: .member("XB"), in: keystore, using: &generator) }
        let later = try keystore.issue(.member("XA"), at: now, using: &generator).keystore
        #expect(throws: SealedRefusal.damaged) { try ReturnedText.open(file, for: .member("XA"), in: later) }
    }
}

import Files
import Foundation
import Model
import SeededNumbers
import Testing

@testable import Access

/// Mutated `*.rostrum` files: no crash, no hang, and none opens. Then mutated texts that are sealed as they should be, so that what reads them
/// has its share: what opens says the same when it is written again.
@Suite struct SubmissionFuzzTests {
    private static let now = Instant(seconds: 1_795_392_000)
    private static let inputs = ProcessInfo.processInfo.environment["ROSTRUM_TEST_LONG"] != nil ? 100_000 : 3_000

    private let keystore: Keystore
    private let bundle: FileBundle
    private let returned: FileBundle

    init() throws {
        var generator = Seeded(1)
        keystore = try Keystore.create(rounds: 100_000, using: &generator).issue(.member("XA"), at: Self.now, using: &generator).keystore
        let text = String(repeating: "A sentence of a text. ", count: 20)
        let first = FileBundle.File(name: FileBundle.text, bytes: Array("---\nkind: contribution\n---\n\(text)\n".utf8))
        bundle = try FileBundle([first, FileBundle.File(name: "plan.csv", bytes: Array("a,b\n1,2\n".utf8))], of: .submission)
        returned = try FileBundle(
            [first, FileBundle.File(name: FileBundle.answer, bytes: Array("Shorter, please.".utf8))], of: .returnedText)
    }

    @Test func mutatedFiles() throws {
        var mutator = Mutator(1)
        let files = [
            try SealedSubmission.seal(bundle, provenBy: .member("XA"), for: keystore, using: &mutator.random),
            try SealedSubmission.seal(bundle, for: keystore, using: &mutator.random),
            try ReturnedText.seal(returned, for: .member("XA"), in: keystore, using: &mutator.random),
        ]
        var slowest = Duration.zero
        for input in 0..<Self.inputs {
            let seed = mutator.random
            let bytes = mutator.changed(files[input % 3])
            let start = ContinuousClock.now
            try #require(isRefused(bytes), "input \(input): \(seed)")
            slowest = max(slowest, ContinuousClock.now - start)
        }
        #expect(slowest < .seconds(5))
    }

    private func isRefused(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try SealedSubmission(bytes, with: keystore)
            return false
        } catch {
            do {
                _ = try ReturnedText.open(bytes, for: .member("XA"), in: keystore)
                return false
            } catch {
                return true
            }
        }
    }

    @Test func mutatedTextsThatAreSealed() throws {
        var mutator = Mutator(2)
        var opened = 0
        for input in 0..<Self.inputs {
            let seed = mutator.random
            let text = [1] + (input.isMultiple(of: 2) ? mutator.changed(bundle.bytes) : bundle.bytes)
            var packed = Packing.pack(text, with: Deflater(level: 1))
            if !input.isMultiple(of: 2) { packed = mutator.changed(packed) }
            let file = try SealedSubmission.seal(packed, for: keystore) { _ in [UInt8](repeating: 7, count: 32) }
            do {
                let submission = try SealedSubmission(file, with: keystore)
                let found = try FileBundle(submission.bundle, of: .submission)
                try #require(found.bytes == submission.bundle && submission.proof != .by(.member("XA")), "input \(input): \(seed)")
                opened += 1
            } catch is SealedRefusal {
                continue
            } catch is FileBundle.Refusal {
                continue
            }
        }
        // Changes within a file's bytes leave a bundle.
        #expect(opened > Self.inputs / 20 && opened < Self.inputs)
    }
}

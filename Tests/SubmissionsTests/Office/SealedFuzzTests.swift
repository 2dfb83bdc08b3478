import Files
import Foundation
import ProgramUnderTest
import SeededNumbers
import Submissions
import Testing

@testable import Access

/// Mutated bundles that are sealed as they should be, through the whole import: each becomes a submission or is set aside, and nothing that opens
/// them stumbles.
@Suite("Sealed submissions of another make") struct SealedFuzzTests {
    @Test func eachIsTakenOrSetAside() throws {
        let sealed = try SealedText(try OfficeForum())
        let text = FileBundle.File(name: FileBundle.text, bytes: Array(SentText.contribution("Voir a.csv.").utf8))
        let bundle = try FileBundle([text, FileBundle.File(name: "a.csv", bytes: Array("a,b\n1,2\n".utf8))], of: .submission).bytes
        var mutator = Mutator(11)
        let count = 200
        for number in 0..<count {
            let packed = Packing.pack([0] + mutator.changed(bundle), with: Deflater(level: 1))
            let file = try SealedSubmission.seal(packed, for: sealed.keystore) { _ in [UInt8](repeating: 7, count: 32) }
            try sealed.forum.folder.write("sent/\(number).rostrum", file)
        }
        try sealed.forum.must("inbox", "import", sealed.forum.root + "/sent")
        let (records, aside) = (try sealed.forum.inbox.records(), try sealed.forum.inbox.setAside())
        #expect(records.count + aside.count == count && records.count > 10 && aside.count > 10, "\(records.count), \(aside.count)")
        #expect(Set(aside.map(\.reason)).isSubset(of: [.sealedDamaged, .noText, .damaged, .tooLong]), "\(Set(aside.map(\.reason)))")
        #expect(records.allSatisfy { $0.proof?.outcome == Record.Proof.Outcome.none })
    }
}

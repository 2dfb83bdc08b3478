import Submissions
import Testing

@Suite("The order of remarks")
struct OrderTests {
    private let sample = Sample().with("title", "Ask b@b.example").with("room", "none").adding(
        "See [here](x.en.md) and a@b.example, TISC\nand c@b.example\n\n# A\n\n#### B\n\nPLEASE READ THIS CAREFULLY")

    @Test func linesThenKindsThenValues() {
        let remarks = sample.remarks
        #expect(remarks.count > 6)
        let kinds = RemarkKind.allCases
        let keys = remarks.map { ($0.line ?? 0, kinds.firstIndex(of: $0.kind) ?? -1) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(remarks.first?.line == nil)
    }

    @Test func isTheSameEveryTime() {
        let first = sample.remarks
        for _ in 0..<20 { #expect(sample.remarks == first) }
    }

    /// The front matter of the sample has eight fields, an empty line stands behind it, then its text and another.
    @Test func linesAreThoseOfTheFile() {
        let remarks = sample.remarks
        let lines = sample.file.split(separator: "\n", omittingEmptySubsequences: false)
        for (kind, text) in [
            (RemarkKind.brokenLink, "x.en.md"), (.abbreviation, "TISC"), (.headingSkipped, "#### B"), (.capitals, "PLEASE"),
        ] {
            let line = remarks.first { $0.kind == kind }?.line ?? 0
            #expect(line > 0 && lines[line - 1].contains(text), "\(kind)")
        }
        let second = remarks.first { $0.values["address"] == "c@b.example" }?.line ?? 0
        #expect(lines[second - 1] == "and c@b.example")
        #expect(remarks.first { $0.values["address"] == "b@b.example" }?.line == nil)
    }

    @Test func findingsKeepTheirLines() {
        let remark = Sample().with("colour", "blue").remarks.first { $0.kind == .unknownField }
        #expect(remark?.line == 8)
    }
}

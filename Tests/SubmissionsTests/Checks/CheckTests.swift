import Submissions
import Testing

@Suite("Remarks on submissions")
struct CheckTests {
    @Test(arguments: [Sample(), .topic, .tool, .invitation, .removal].enumerated().map(\.offset))
    func whatIsAsItShouldBeHasNone(index: Int) {
        #expect([Sample(), .topic, .tool, .invitation, .removal][index].remarks == [])
    }

    @Test(arguments: CheckCase.all)
    func isGiven(_ item: CheckCase) {
        let found = item.given.remarks.filter { $0.kind == item.kind }
        #expect(!found.isEmpty, "\(item.given.remarks)")
        if let values = item.values { #expect(found.contains { $0.values == values }, "\(found)") }
        #expect(found.allSatisfy { Set($0.values.keys) == item.kind.placeholders })
    }

    @Test(arguments: CheckCase.all)
    func isNotGivenOnWhatIsMuchLikeIt(_ item: CheckCase) {
        for nearMiss in item.nearMisses {
            let found = nearMiss.remarks.filter {
                $0.kind == item.kind && (item.values == nil || item.kind != .missingField || $0.values == item.values)
            }
            #expect(found == [], "\(nearMiss.file)")
        }
    }

    @Test func everyKindHasACaseAndANearMiss() {
        #expect(Set(CheckCase.all.map(\.kind)) == Set(RemarkKind.allCases))
        #expect(CheckCase.all.allSatisfy { !$0.nearMisses.isEmpty })
    }
}

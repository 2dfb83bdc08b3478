import Markdown
import Model
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

    @Test func anchorsInOtherTextsAreLookedUpWhereTheirHeadingsAreKnown() {
        let checks = Checks(content: SampleForum.content, roster: SampleForum.roster, vocabulary: nil, now: SampleForum.now) { path in
            path == "content/discussions/2026-001/index.en.md"
                ? [RenderedText.Heading(level: 2, anchor: "costs", text: "Costs", line: 1)] : []
        }
        let matter = Sample().adding("[The costs](../2026-001/index.en.md#costs) [the fees](../2026-001/index.en.md#fees)").matter
        let links = checks.remarks(on: matter).map { $0.values["link"] }
        #expect(links == ["../2026-001/index.en.md#fees"])
    }

    /// What came before the opening may be approved after it, and what came in time after the end.
    @Test func whatHasOpenedSinceIsOpen() {
        let early = Sample().with("discussion", "2026-002").with { $0.received = .init(iso: "2026-10-30T09:00:00Z") }
        #expect(early.remarks == [])
        let late = Sample().with("discussion", "2026-001").with { $0.received = .init(iso: "2026-09-01T09:00:00Z") }
        #expect(late.remarks.map(\.kind) == [.closedDiscussion])
    }

    @Test func everyKindHasACaseAndANearMiss() {
        #expect(Set(CheckCase.all.map(\.kind)) == Set(RemarkKind.allCases))
        #expect(CheckCase.all.allSatisfy { !$0.nearMisses.isEmpty })
    }
}

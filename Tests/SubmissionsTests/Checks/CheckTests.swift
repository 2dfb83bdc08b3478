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

    @Test func whatStandsWithinAFieldHasItsLine() {
        let sample = Sample().with("author", "\n  member: CH\n  email: at home")
        let remark = sample.remarks.first { $0.kind == .badField }
        let lines = sample.file.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(remark?.values["field"] == "author.email" && lines[(remark?.line ?? 1) - 1] == "  email: at home")
    }

    /// The front matter is beyond reading; its end is there, was never written, or the file ends before it.
    @Test(arguments: ["kind: [contribution\n---\n", "kind: contribution\n \n", "a: b: c\n---  \n\n# The end\n\n"])
    func theTextBelowBrokenFieldsIsLookedAt(fields: String) {
        let sample = Sample().withoutFields.body("---\n" + fields + Texts.english + "\n\nAsk a@office.example")
        let remarks = sample.remarks
        #expect(remarks.map(\.kind).contains(.brokenFields))
        let address = remarks.first { $0.kind == .mailAddress }
        let lines = sample.file.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[(address?.line ?? 1) - 1] == "Ask a@office.example")
        #expect(!remarks.map(\.kind).contains { [.emptyText, .missingField, .noFields, .termsNotAccepted].contains($0) })
    }

    @Test func brokenFieldsWithoutATextAreNoEmptyText() {
        #expect(Sample().withoutFields.body("---\nkind: contribution").remarks.map(\.kind) == [.brokenFields])
    }

    /// However many fields nobody knows: twenty are told, the rest are counted, also those that reading the file only counted.
    @Test(arguments: [20, 21, 100, 101, 3_000]) func allUnknownFieldsAreCounted(count: Int) {
        var fields = "kind: contribution\ndiscussion: 2026-002\nlanguage: en\nterms: 2\nattribution: none\n"
        for number in 1...count { fields += "zzzzzz\(number): 1\n" }
        let remarks = Sample().withoutFields.body("---\n" + fields + "---\n" + Texts.english).remarks
        #expect(remarks.count { $0.kind == .unknownField } == 20)
        #expect(remarks.first { $0.kind == .further }?.values["count"] == (count == 20 ? nil : String(count - 20)))
        #expect(remarks.count == (count == 20 ? 20 : 21))
    }

    @Test func ofManyDuplicatesTheMostAlikeAreTold() {
        var words = Texts.english.split(separator: " ")
        words[20] = "otherwise"
        let alike = words.joined(separator: " ")
        var known = (1...30).map { KnownText(.submission($0), Sketch(of: [UInt8](alike.utf8))) }
        known.append(KnownText(.submission(100), Sketch(of: [UInt8](Texts.english.utf8))))
        let texts = KnownTexts(known)
        let remarks = Sample().with { $0.known = texts }.remarks
        #expect(remarks.filter { $0.kind == .duplicateWaiting }.compactMap { $0.values["number"] } == ["1", "2", "3", "4", "100"])
        #expect(remarks.first { $0.kind == .further }?.values["count"] == "26")
    }

    @Test func everyKindHasACaseAndANearMiss() {
        #expect(Set(CheckCase.all.map(\.kind)) == Set(RemarkKind.allCases))
        #expect(CheckCase.all.allSatisfy { !$0.nearMisses.isEmpty })
    }
}

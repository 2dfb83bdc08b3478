import ContentStore
import Model
import Testing

@Suite struct ContentFileNameTests {
    @Test func whatHasAPlace() {
        let en = Language("en")
        #expect(ContentFileName("index.en.md", in: .page) == .text(.index, en))
        #expect(ContentFileName("index.pt-br.md", in: .page) == .text(.index, Language("pt-br")))
        #expect(ContentFileName("0012.en.md", in: .discussion) == .text(.contribution("0012"), en))
        #expect(ContentFileName("summary.en.md", in: .discussion) == .text(.summary, en))
        #expect(ContentFileName("0004.withdrawn.yaml", in: .discussion) == .withdrawnContribution("0004"))
        #expect(ContentFileName("withdrawn.yaml", in: .entry) == .withdrawal)
        #expect(ContentFileName("files/a b.pdf", in: .entry) == .attachment)
    }

    @Test(arguments: [
        "index.md", "index..md", "index.EN.md", "index.english.md", "12.en.md", "0012.md", "00a2.en.md", ".en.md", "0004.withdrawn.yml",
        "9999999999.en.md", "index.en.md.md", "Index.en.md", "entry.yaml", "summary.en-.md", "٠٠٠١.en.md",
    ]) func whatHasNone(_ name: String) {
        #expect(ContentFileName(name, in: .discussion) == nil)
    }

    @Test func discussionsAloneHaveContributions() {
        for name in ["0001.en.md", "summary.en.md", "0001.withdrawn.yaml", "discussion.yaml"] {
            #expect(ContentFileName(name, in: .entry) == nil)
        }
    }

    @Test func identifiers() {
        for good in ["a", "ip-office", "x2"] { #expect(Identifier.isSlug(good)) }
        for bad in ["", "-a", "a-", "A", "é", "a_b", "a b", "..", String(repeating: "a", count: 65)] { #expect(!Identifier.isSlug(bad)) }
    }
}

import Check
import ContentStore
import Diagnostics
import FixtureForum
import Markdown
import Model
import Testing

@Suite struct LinkResolverTests {
    private let resolver: LinkResolver

    init() throws {
        let outcome = try TemporaryForum("forum").check()
        var headings: [String: [RenderedText.Heading]] = [:]
        for body in outcome.folders.flatMap(\.bodies) {
            let text = MarkdownText(body: body.bytes, prefix: body.part.prefix, headings: body.part.headingLevel)
            headings[body.path] = MarkdownRenderer.render(text).headings
        }
        resolver = LinkResolver(content: try #require(outcome.content), now: TemporaryForum.now) { [headings] in headings[$0] ?? [] }
    }

    private func resolve(_ destination: String, in path: String = "discussions/2026-002/index.fr.md", _ language: String) throws -> String {
        let link = try resolver.resolve(destination, in: "content/" + path, for: Language(language))
        return "\(link.target) \(link.language) \(link.textLanguage) \(link.anchor ?? "-")"
    }

    private func fault(_ destination: String, in path: String = "discussions/2026-002/index.fr.md") -> FindingKind? {
        do {
            _ = try resolver.resolve(destination, in: "content/" + path, for: Language("en"))
            return nil
        } catch {
            return error.kind
        }
    }

    @Test func theReadersLanguageWhereThereIsOne() throws {
        #expect(try resolve("../2026-001/index.en.md", "fr") == "discussion(\"2026-001\") fr fr -")
        #expect(try resolve("../2026-001/index.en.md", "es") == "discussion(\"2026-001\") en en -")
        #expect(try resolve("../../library/mentoring/index.en.md", "es") == "entry(\"mentoring\") es es -")
        #expect(try resolve("../../pages/about/index.fr.md", "ar") == "page(\"about\") ar ar -")
    }

    @Test func contributionsAreShownOnAPageInTheReadersLanguage() throws {
        #expect(try resolve("../2026-001/0001.en.md", "fr") == "discussion(\"2026-001\") fr fr c0001")
        #expect(try resolve("../2026-001/0002.fr.md", "en") == "discussion(\"2026-001\") en fr c0002")
        #expect(try resolve("../2026-001/0002.ar.md", "ar") == "discussion(\"2026-001\") en fr c0002", "there is no page in Arabic")
        #expect(try resolve("0001.es.md", "es") == "discussion(\"2026-002\") fr es c0001", "nor one in Spanish here")
        #expect(try resolve("../2026-001/summary.en.md", "fr") == "discussion(\"2026-001\") fr fr summary")
        #expect(try resolve("../2026-001/outcome.en.md", "fr") == "discussion(\"2026-001\") fr en outcome")
    }

    @Test func anchorsFollowTheOutline() throws {
        #expect(try resolve("../2026-001/index.en.md#what-we-ask", "en") == "discussion(\"2026-001\") en en t-what-we-ask")
        #expect(try resolve("../2026-001/index.en.md#what-we-ask", "fr") == "discussion(\"2026-001\") fr fr t-ce-que-nous-demandons")
        #expect(try resolve("../2026-001/0001.en.md#what-we-stopped", "en") == "discussion(\"2026-001\") en en c0001-what-we-stopped")
        #expect(
            try resolve("../2026-001/0001.en.md#what-we-stopped", "fr")
                == "discussion(\"2026-001\") fr fr c0001-ce-que-nous-avons-arr\u{EA}t\u{E9}")
        #expect(try resolve("../../library/mentoring/index.en.md#steps", "es") == "entry(\"mentoring\") es es t-pasos")
        #expect(try resolve("#reading", in: "pages/help/index.en.md", "fr") == "page(\"help\") en en t-reading")
        #expect(try resolve("../2026-001/0001.fr.md#ce-que-nous-avons-arr%C3%AAt%C3%A9", "fr").hasSuffix("c0001-ce-que-nous-avons-arrêté"))
    }

    @Test func whatIsWithdrawnKeepsItsPlace() throws {
        #expect(try resolve("../2026-001/0004.en.md#anything", "fr") == "discussion(\"2026-001\") fr fr c0004")
        #expect(try resolve("../2026-005/index.en.md#anything", "fr") == "discussion(\"2026-005\") fr fr -")
        #expect(try resolve("../../library/gone/index.en.md", "es") == "entry(\"gone\") es es -")
    }

    @Test func attachments() throws {
        let link = try resolver.resolve("../2026-001/files/%70lan.pdf", in: "content/discussions/2026-002/index.fr.md", for: Language("fr"))
        #expect(link.target == .attachment(of: .discussion, id: "2026-001", path: "files/plan.pdf"))
        #expect(fault("files/plan.pdf") == .missingAttachment)
    }

    @Test(arguments: [
        "", "#", "../2026-001/", "../2026-001", "../2026-001/discussion.yaml", "../2026-001/index.de.md", "../2026-001/0009.en.md",
        "../2026-003/index.en.md#x", "../2026-003/files/x.pdf", "../2026-004/index.en.md", "../2026-009/index.en.md", "../../forum.yaml",
        "../..", "x",
        "index.fr.md?x=1",
        "%FF.md", "index%00.md", "../../library/mentoring/index.fr.md",
    ]) func brokenLinks(_ destination: String) {
        #expect(fault(destination) == .brokenLink)
    }

    @Test(arguments: [
        "../../../content/forum.yaml", "/content/forum.yaml", "..\\2026-001\\index.en.md", "%2e%2e/../../../x",
        "../../../../../../../etc/passwd",
    ])
    func tricks(_ destination: String) {
        #expect(fault(destination) == .pathOutside)
    }

    @Test func brokenAnchors() {
        #expect(fault("#nowhere") == .brokenAnchor)
        #expect(fault("../2026-001/index.fr.md#what-we-ask") == .brokenAnchor, "an anchor belongs to the file that is linked")
    }

    @Test func nothingLeadsToWhatOpensLater() throws {
        #expect(try resolve("../2026-003/index.en.md", "en") == "discussion(\"2026-003\") en en -", "but to the page that announces it")
        #expect(fault("../2026-003/index.en.md", in: "discussions/2026-004/index.en.md") == nil)
        #expect(fault("../2026-004/index.en.md", in: "discussions/2026-003/index.en.md") == .brokenLink)
        #expect(fault("index.en.md", in: "discussions/2026-003/index.en.md") == nil)
    }
}

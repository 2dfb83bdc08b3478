import Access
import Model
import ProgramUnderTest
import Testing
import Theme

@testable import Generator

/// What matters most of what pages show, each by its name; all the rest stands in `Golden/`.
@Suite("What is shown") struct ShownThingsTests {
    private func lines(_ subject: Subject, _ language: String) throws -> [String] {
        try ShownForum.small.get().outline(subject, language).description.split(separator: "\n").map(String.init)
    }

    /// The lines of one contribution or card, its replies included: from the one that holds `start`, as far as they stand deeper.
    private func part(_ start: String, of lines: [String]) throws -> [String] {
        let first = try #require(lines.firstIndex { $0.contains(start) }, "\(start) is not there")
        let indent = lines[first].prefix { $0 == " " }.count
        return [lines[first]] + lines[(first + 1)...].prefix { $0.prefix { $0 == " " }.count > indent }
    }

    private func contains(_ lines: [String], _ text: String) -> Bool { lines.contains { $0.contains(text) } }

    @Test func repliesStandBelowWhatTheyAnswer() throws {
        let page = try lines(.discussion("2026-001"), "en")
        #expect(contains(try part("article #c0001", of: page), "article #c0002"))
        let withdrawn = try part("article.withdrawn #c0004", of: page)
        #expect(contains(withdrawn, "article #c0005") && !contains(withdrawn, "#c0007"))
        #expect(contains(try part("article #c0005", of: page), "In reply to contribution 0004](#c0004)"))
        #expect(contains(try part("article #c0005", of: page), "article #c0006"))
        #expect(!contains(try part("article #c0001", of: page), "#c0003"))
    }

    @Test func questionsLeadToTheirAnswers() throws {
        let page = try lines(.discussion("2026-001"), "en")
        #expect(contains(try part("#q1 ", of: page), "[0001 Osric Penhallow](#c0001) Sample State A"))
        #expect(contains(try part("#q2 ", of: page), "[0005 Participant](#c0005)"))
        #expect(contains(try part("#q1 ", of: lines(.discussion("2026-002"), "fr")), "Pas encore de réponse"))
    }

    @Test func aTranslationLeadsToItsOriginal() throws {
        let french = try lines(.discussion("2026-001"), "fr")
        #expect(contains(try part("article #c0001", of: french), "[Afficher l’original](en/2026-001/#c0001)"))
        #expect(french.contains { $0.hasPrefix(".notice.translation") && $0.hasSuffix("(en/2026-001/#background)") })
        #expect(try !contains(lines(.discussion("2026-001"), "en"), "Show the original"), "what stands there is no translation")
    }

    @Test func membersSeeWhoTookPartAndWhatLinksHere() throws {
        let page = try lines(.discussion("2026-001"), "en")
        #expect(page.contains("- Osric Penhallow [Sample State A](en/member/XA/1/) Here: [0001](#c0001)"))
        #expect(page.contains("- [Mentoring](en/entry/mentoring/)"))
        #expect(!page.contains { $0.contains("Here:") && $0.contains("0005") }, "of whom nothing is told")
        #expect(try lines(.entry("mentoring"), "en").contains("- [After the course](en/2026-001/)"))
    }

    @Test func guestsSeeNothingAround() throws {
        let site = try ShownForum.small.get().site
        let entry = Plan.Entry(subject: .discussion("2026-001"), language: Language("en"))
        var renderers: [Language: TemplateRenderer] = [:]
        let page = String(
            decoding: PageRenderer(site).render(entry, for: .guests(of: "2026-001"), with: &renderers), as: UTF8.self)
        #expect(page.contains("Osric Penhallow") && page.contains("id=\"q1\""))
        for word in ["id=\"contributors\"", "id=\"linked\"", "Mentoring", "Après le cours, salle"] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func anOutdatedTranslationSaysSo() throws {
        let outdated = try lines(.discussion("2026-001"), "ar")
        #expect(outdated.contains { $0.hasPrefix(".notice.outdated ") })
        #expect(try !contains(lines(.entry("mentoring"), "ar"), "outdated"))
        #expect(try !contains(part("article #c0001", of: lines(.discussion("2026-001"), "fr")), "outdated"))
    }

    @Test func translationsSayByWhomAndFromWhat() throws {
        let french = try lines(.discussion("2026-001"), "fr")
        let own = try part("article #c0001", of: french)
        #expect(contains(own, ".notice.translation Traduction automatique"), "\(own)")
        let opening = try #require(french.first { $0.hasPrefix(".notice.translation") })
        #expect(opening.contains("anglais") && opening.contains("B. Traductrice") && !opening.contains("automatique"), "\(opening)")
    }

    @Test func attachmentsLeadToTheirFiles() throws {
        let first = try part("article #c0001", of: lines(.discussion("2026-001"), "en"))
        #expect(contains(first, "![A line that falls from six to one]"))
        #expect(contains(first, "[plan.pdf](files/file-discussions-2026-001-files-plan.pdf.bin)"))
        let entry = try lines(.entry("mentoring"), "en")
        #expect(contains(entry, "[pairs.csv](files/file-library-mentoring-files-pairs.csv.bin)"))
    }

    @Test func aLinkInATextLeadsToItsFile() throws {
        let forum = try TestForum(.small)
        try forum.folder.edit(
            "content/discussions/2026-001/index.en.md", "Many offices lose", "See [the plan](files/plan.pdf).\n\nMany offices lose")
        let shown = try ShownForum(forum).page(.discussion("2026-001"), "en")
        #expect(shown.contains("See <a href=\"../../files/file-discussions-2026-001-files-plan.pdf.bin\" data-file>the plan</a>."))
    }

    @Test func theArchiveBeginsWithTheNewest() throws {
        let months = try lines(.archive, "en").filter { $0.hasPrefix("- [") }
        #expect(months.map { $0.prefix { $0 != "]" } } == ["- [December 2026", "- [November 2026", "- [October 2026", "- [September 2026"])
    }

    @Test func membersAreInTheOrderOfTheirNames() throws {
        let members = try lines(.members, "en").filter { $0.hasPrefix("- [") }
        #expect(members.map { $0.prefix { $0 != "]" } } == ["- [Sample State A", "- [Sample State B", "- [Switzerland"])
    }

    @Test func theSummaryIsInTheReadersLanguage() throws {
        let french = try lines(.discussion("2026-001"), "fr")
        #expect(french.contains("Quatre membres ont participé.") && !contains(french, "Four members"))
        let arabic = try lines(.discussion("2026-001"), "ar")
        #expect(arabic.contains("  Four members took part. Pairing costs a tenth of an examiner's time."), "in English, and marked as such")
        #expect(arabic.contains { $0.hasPrefix(".notice.original ") } && arabic.contains("{en ltr}"))
    }

    @Test func aNoteIsMarkedAsAModerators() throws {
        let page = try lines(.discussion("2026-001"), "en")
        #expect(contains(try part("article.note #c0003", of: page), "Moderator’s note"))
        #expect(page.count { $0.contains("article.note") } == 1)
    }
}

import Foundation
import ProgramUnderTest
import Submissions
import Testing

@Suite("Translations") struct TranslateTests {
    private let forum: OfficeForum
    private let english = "Forum secretariat"

    init() throws {
        forum = try OfficeForum()
        try forum.folder.write("text.md", "Le texte traduit.\n")
    }

    private func add(_ text: String, _ language: String, _ further: String...) -> [String] {
        ["translate", "add", text, "--to", language, "--file", forum.path("text.md")] + further
    }

    /// The hash that a translation of a text carries.
    private func source(_ path: String) throws -> String {
        let line = try forum.folder.text("content/" + path).split(separator: "\n").first { $0.hasPrefix("source: sha256:") }
        return String(try #require(line).dropFirst(15))
    }

    // MARK: What is to be done

    @Test func theListOfWhatIsMissing() throws {
        let list = try Program.run(forum.call(["translate", "list"])).output
        #expect(
            list.hasPrefix(
                """
                ar:  1 outdated,  5 missing,  0 done
                en:  0 outdated,  1 missing,  0 done
                fr:  0 outdated,  6 missing,  3 done
                es:  0 outdated,  5 missing,  1 done

                outdated
                  2026-001/0002  ar  from fr  “After the course”

                missing
                """), "\(list)")
        // Each text once, with all its languages, below each other.
        let lines = list.split(separator: "\n").map(String.init)
        let help = lines.filter { $0.contains("pages/help ") }
        #expect(help.count == 1 && help.allSatisfy { $0.contains(" ar fr es ") })
        #expect(lines.contains { $0.hasPrefix("  2026-001/0002 ") && $0.contains(" en ") && $0.contains("from fr") })
        let missing = lines.drop { $0 != "missing" }
        #expect(Set(missing.compactMap { line in line.range(of: "  from ").map { line[..<$0.lowerBound].count } }).count == 1)
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(list.hasSuffix("\nNext: rostrum translate template 2026-001/0002 --to ar --output translation.md\n"))
        #expect(!list.contains("2026-005") && !list.contains("library/gone"))
    }

    @Test func allOfIt() throws {
        let list = try Program.run(forum.call(["translate", "list", "--all", "--language", "fr", "--room", "english"])).output
        let lines = list.split(separator: "\n").map(String.init)
        #expect(lines.first == "fr:  0 outdated,  7 missing,  3 done", "\(list)")
        // The most recent discussion first.
        #expect(lines[1] == "missing" && lines[2].hasPrefix("  2026-004 ") && lines[2].hasSuffix("  “Not even announced”"))
        #expect(lines[3].contains("2026-003"))
        #expect(lines.drop { $0 != "done" }.contains { $0.hasPrefix("  2026-001 ") && $0.hasSuffix("from en  “After the course”") })
        #expect(!list.contains("library/") && !list.contains("2026-002"))
    }

    @Test func manyAreNotShownUnasked() throws {
        for number in 1...40 {
            let folder = "content/library/entry-\(number)/"
            try forum.folder.write(folder + "entry.yaml", "kind: tool\ndate: 2026-10-01\ncategories: [training]\n")
            try forum.folder.write(folder + "index.en.md", "---\ntitle: Entry \(number)\n---\nText.\n")
        }
        let list = try Program.run(forum.call(["translate", "list", "--language", "es"])).output
        #expect(list.contains("es:  0 outdated,  45 missing") && list.contains("… and 30 more: rostrum translate list --language es --all"))
        #expect(list.split(separator: "\n").count < 22)
        #expect(try Program.run(forum.call(["translate", "list", "--language", "es", "--all"])).output.split(separator: "\n").count > 45)
        let json = try Program.run(forum.call(["translate", "list", "--language", "es", "--format", "json"])).output.split(separator: "\n")
        let fields = try json.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
        #expect(fields.first?["missing"] as? Int == 45 && fields.count == 46)
    }

    // MARK: Putting one in place

    @Test func aContribution() throws {
        let outcome = try forum.rostrum(add("2026-001/3", "fr", "--by", "M. Traducteur: juré", "--machine"), as: english)
        #expect(outcome.output.contains("translation of 2026-001/0003 into \"fr\" is in place"), "\(outcome.notes)")
        let text = try forum.discussion("2026-001/0003.fr.md")
        #expect(text.hasPrefix("---\ntranslation-of: en\nsource: sha256:"))
        #expect(text.hasSuffix("\ntranslated-by: \"M. Traducteur: juré\"\nmachine: true\n---\nLe texte traduit.\n"))
        let entry = try forum.lastEntry()
        #expect(entry.action == .translate && entry.place == "2026-001/0003")
        #expect(entry.facts == ["language": "fr", "from": "en", "room": "english", "machine": "true"])
        try forum.isClean(entries: 1)
        let list = try Program.run(forum.call(["translate", "list", "--language", "fr", "--all"])).output
        #expect(list.split(separator: "\n").drop { $0 != "done" }.contains { $0.contains("2026-001/0003") })
        #expect(try forum.rostrum(add("2026-001/0003", "fr"), as: english).status == 0)
        #expect(!(try forum.discussion("2026-001/0003.fr.md").contains("machine")))
    }

    @Test func anOpeningNoteInPlaceOfAnOutdatedOne() throws {
        try forum.folder.edit("content/discussions/2026-001/index.en.md", "Many offices", "Most offices")
        try forum.folder.edit("content/discussions/2026-001/index.fr.md", "translation-of", "# relu\ntranslation-of")
        let before = try source("discussions/2026-001/index.fr.md")
        // Another discussion leads to this heading.
        try forum.refuses(
            add("2026-001", "fr", "--title", "Titre", "--question", "Une ?", "--question", "Deux ?"), saying: "error[broken-anchor]",
            "content/discussions/2026-002/index.fr.md", status: 1)
        try forum.folder.write("text.md", "## Ce que l'on sait\n\nPeu.\n")
        let outcome = try forum.rostrum(
            add("2026-001", "fr", "--title", "Titre", "--question", "Une ?", "--question", "Deux ?"), as: english)
        #expect(outcome.status == 0, "\(outcome.notes)")
        let now = try source("discussions/2026-001/index.fr.md")
        #expect(now != before)
        #expect(
            try forum.discussion("2026-001/index.fr.md")
                == "---\ntitle: Titre\nquestions:\n  - \"Une ?\"\n  - \"Deux ?\"\n# relu\ntranslation-of: en\nsource: sha256:\(now)\n---\n"
                + "## Ce que l'on sait\n\nPeu.\n")
        try forum.isClean(entries: 1)
        #expect(!(try forum.rostrum(["check"]).output.contains("index.fr.md")))
    }

    @Test(arguments: ["2026-001/outcome", "library/sampling", "pages/help"]) func everyOtherKind(text: String) throws {
        let title = text.hasPrefix("2026") ? [] : ["--title", "Titre"]
        let outcome = try forum.rostrum(add(text, "fr") + title, as: english)
        #expect(outcome.status == 0, "\(outcome.notes)")
        try forum.isClean(entries: 1)
        #expect(try forum.lastEntry().place == text)
        #expect(!(try forum.rostrum(["check"]).output.contains(".fr.md")))
    }

    @Test func whatAPageKeepsBesidesItsText() throws {
        try forum.folder.write(
            "content/pages/help/index.fr.md",
            "---\nmenu: header\ntitle: Aide\ntranslation-of: en\nsource: sha256:\(String(repeating: "0", count: 64))\n---\nX\n"
        )
        #expect(try forum.rostrum(add("pages/help", "fr", "--title", "Assistance"), as: english).status == 0)
        #expect(
            try forum.folder.text("content/pages/help/index.fr.md").hasPrefix("---\nmenu: header\ntitle: Assistance\ntranslation-of: en\n"))
    }

    // MARK: Templates

    @Test func aTemplateGoesOutAndComesBack() throws {
        let file = forum.path("out.md")
        try forum.must("translate", "template", "2026-001/0003", "--to", "fr", "--output", file)
        let template = try forum.folder.text("out.md")
        #expect(template.contains("translates: \"2026-001/0003\"\ninto: fr\ntranslation-of: en\nsource: sha256:"))
        try forum.refuses(["translate", "add", "2026-001/0003", "--to", "fr", "--file", file], saying: "translation is empty")
        try forum.folder.edit("out.md", "\n<!-- Write above", "> Une citation.\n\n<!-- Write above")
        try forum.refuses(
            ["translate", "add", "2026-001/0005", "--to", "fr", "--file", file], saying: "translation of 2026-001/0003 into \"fr\"")
        try forum.refuses(
            ["translate", "add", "2026-001/0003", "--to", "es", "--file", file], saying: "translation of 2026-001/0003 into \"fr\"")
        try forum.must("translate", "add", "2026-001/0003", "--to", "fr", "--file", file, as: english)
        #expect(try forum.discussion("2026-001/0003.fr.md").hasSuffix("---\n> Une citation.\n"))
        try forum.isClean(entries: 1)
        try forum.refuses(["translate", "template", "2026-001/0003", "--to", "ar", "--output", file], saying: "there is a file at")
    }

    @Test func aTranslationBelowTheMarkIsSeen() throws {
        let template = try forum.must("translate", "template", "2026-001/0003", "--to", "fr")
        try forum.folder.write("text.md", template + "\nLe texte.\n")
        try forum.refuses(
            add("2026-001/0003", "fr"), saying: "stands below the line <!-- Write above … -->", "above that line")
        try forum.folder.edit("text.md", "\n<!-- Write above", "Le début.\n\n<!-- Write above")
        let outcome = try forum.rostrum(add("2026-001/0003", "fr"), as: english)
        #expect(outcome.status == 0 && outcome.notes.contains("it was taken off"), "\(outcome.notes)")
        #expect(try forum.discussion("2026-001/0003.fr.md").hasSuffix("---\nLe début.\n"))
    }

    @Test func aTemplateOfAnOpeningNoteHasWhatWasThere() throws {
        let template = try forum.must("translate", "template", "2026-001", "--to", "fr")
        #expect(template.contains("# After the course\ntitle: \"Après le cours\"\n"))
        #expect(template.contains("  # What did you stop doing?\n  - \"À quoi avez-vous renoncé ?\"\n"))
        #expect(template.contains("\n> Many offices lose half"))
        try forum.folder.write("text.md", template)
        let outcome = try forum.rostrum(add("2026-001", "fr"), as: english)
        #expect(outcome.output.contains("Nothing was changed"), "\(outcome.output) \(outcome.notes)")
    }

    @Test func anOriginalThatChangedMeanwhileIsTold() throws {
        try forum.folder.write("text.md", try forum.must("translate", "template", "2026-001", "--to", "fr"))
        try forum.folder.edit("content/discussions/2026-001/index.en.md", "Many offices", "Most offices")
        let outcome = try forum.rostrum(add("2026-001", "fr", "--by", "B. T."), as: english)
        #expect(outcome.status == 0 && outcome.notes.contains("changed since this translation was begun"), "\(outcome.notes)")
        #expect(try forum.rostrum(["check"]).output.contains("index.fr.md"))
        #expect(try forum.rostrum(add("2026-001", "fr", "--current"), as: english).status == 0)
        #expect(!(try forum.rostrum(["check"]).output.contains("index.fr.md")))
        try forum.isClean(entries: 2)
    }

    @Test func theEditorHasTheTemplate() throws {
        let script = #"sed -i 's/^<!-- Write above.*/Traduit.\n&/' "$1""#
        let outcome = try forum.rostrum("translate", "add", "2026-001/0003", "--to", "fr", editor: script)
        #expect(outcome.status == 0, "\(outcome.notes)")
        #expect(try forum.discussion("2026-001/0003.fr.md").hasSuffix("---\nTraduit.\n"))
        #expect(try forum.rostrum("translate", "add", "2026-001/0005", "--to", "fr", editor: "true").notes.contains("nothing was written"))
    }

    // MARK: Mistakes

    @Test func mistakes() throws {
        try forum.refuses(add("2026-001/0001", "en"), saying: "was written in \"en\"", "never replaced")
        try forum.refuses(add("2026-001", "en", "--title", "T"), saying: "never replaced", "rostrum discussion edit 2026-001 --language en")
        try forum.refuses(add("2026-001/0004", "fr"), saying: "0004 was withdrawn")
        try forum.refuses(add("2026-001/0099", "fr"), saying: "no contribution \"0099\"")
        try forum.refuses(add("2026-005", "fr"), saying: "withdrawn")
        try forum.refuses(add("2026-003/summary", "fr"), saying: "no summary yet")
        try forum.refuses(add("library/samplin", "fr"), saying: "Did you mean library/sampling?")
        try forum.refuses(add("library/gone", "fr"), saying: "withdrawn")
        try forum.refuses(add("pages/none", "fr"), saying: "no page \"none\"")
        try forum.refuses(add("../forum.yaml", "fr"), saying: "names no text", "2026-014/0003")
        try forum.refuses(add("2026-001/0003", "ru"), saying: "no language \"ru\"")
        try forum.refuses(add("2026-001/0003", "fr", "--from", "es"), saying: "no original in \"es\"")
        try forum.refuses(add("2026-002", "es", "--title", "T"), saying: "does not moderate")
        try forum.refuses(add("library/sampling", "fr"), as: "Nobody", saying: "moderates no room")
        try forum.refuses(add("library/sampling", "fr"), saying: "title of “Sampling” is empty", "--title")
        try forum.refuses(add("2026-001/0003", "fr", "--title", "T"), saying: "has no title")
        try forum.refuses(add("2026-001", "es", "--title", "T", "--question", "A"), saying: "asks 2 questions, and the translation 1")
        try forum.refuses(add("2026-001/0003", "fr", "--by", " "), saying: "translator's name is empty")
        try forum.folder.write("text.md", "[Lien](rien.md) et ![](files/errors.png)\n")
        try forum.refuses(add("2026-001/0003", "fr"), saying: "error[broken-link]", "error[image-without-text]", status: 1)
        try forum.folder.write("text.md", [0xFF])
        try forum.refuses(add("2026-001/0003", "fr"), saying: "UTF-8")
        try forum.folder.write("text.md", "---\nsource: sha256:0\n---\nTexte.\n")
        try forum.refuses(add("2026-001/0003", "fr"), saying: "not the hash", status: 1)
        try forum.folder.write("text.md", "---\ntranslation-of: es\n---\nTexte.\n")
        try forum.refuses(add("2026-001/0003", "fr", "--from", "en"), saying: "translated from \"es\"")
    }

    @Test func aDryRunChangesNothing() throws {
        let before = try forum.state()
        let outcome = try forum.rostrum(add("2026-001/0003", "fr", "--dry-run"), as: english)
        #expect(outcome.output.contains("would write content/discussions/2026-001/0003.fr.md"))
        #expect(try forum.state() == before && !forum.folder.exists("office"))
    }
}

import Foundation
import Model
import ProgramUnderTest
import SeededNumbers
import Testing

@testable import Generator

/// Whatever is edited in whatever order, the next build gives what one from scratch gives.
@Suite("A sequence of edits") struct RandomEditsTests {
    private static let isLong = ProcessInfo.processInfo.environment["ROSTRUM_TEST_LONG"] != nil

    @Test(arguments: isLong ? [1, 2, 3] : [1] as [UInt64]) func everyBuildIsAsFromScratch(seed: UInt64) throws {
        let forum = try TestForum(.small)
        try forum.build()
        var random = Seeded(seed)
        var now = TestForum.now
        // Each twice: most edits take back what they did the first time.
        let edits = (Edit.allCases + Edit.allCases).shuffled(using: &random).prefix(limit)
        for (step, edit) in edits.enumerated() {
            try edit.apply(forum, step, &now)
            if Bool.random(using: &random) { try forum.settle() }
            let report = try forum.build(now: now)
            try #require(report.totals != nil, "\(edit): \(report.findings)")
            expectSame(try forum.site(), try forum.fromScratch(now: now), "seed \(seed), step \(step), \(edit)")
        }
    }

    private var limit: Int { Self.isLong ? .max : 12 }
}

/// One edit; those of files that can be absent come and go.
private enum Edit: CaseIterable {
    case text, newContribution, contribution, translation, withdrawal, categoryTitle, themeString, style, pageMenu, onlyContributionOfMember
    case targetInSpanish, entry, entryWithdrawal, closing, headings, parallel, openingInFrench, roomPeriod, later, handEdit, passphrase,
        questions

    private static let discussion = "content/discussions/2026-001/"

    func apply(_ forum: TestForum, _ step: Int, _ now: inout Instant) throws {
        let folder = forum.folder
        let head = "---\ndate: 2026-09-24\nrole: moderator\n"
        switch self {
        case .text: try folder.write(Self.discussion + "0003.en.md", "\(head)author: Forum secretariat\n---\nStep \(step).\n")
        case .newContribution:
            try folder.write(
                Self.discussion + "01\(step < 10 ? "0" : "")\(step).en.md", "\(head)reply-to: 0004\n---\nSee [it](0001.en.md).\n")
        case .contribution: try toggle(folder, Self.discussion + "0007.en.md", nil)
        case .translation:
            let source = "sha256:" + String(repeating: "0", count: 64)
            try toggle(folder, Self.discussion + "0003.fr.md", "---\ntranslation-of: en\nsource: \(source)\n---\nTexte.\n")
        case .withdrawal:
            try toggle(folder, Self.discussion + "0006.en.md", nil)
            try toggle(folder, Self.discussion + "0006.withdrawn.yaml", "date: 2026-09-24\nrequested-by: moderator\n")
        case .categoryTitle: try swap(folder, "content/forum.yaml", "{en: Training,", "{en: Practice,")
        case .themeString: try swap(folder, "themes/wipo/strings/fr.yaml", "  skip: ", "  skip: (!) ")
        case .style: try folder.write("themes/wipo/styles/site.css", try folder.text("themes/wipo/styles/site.css") + "p { margin: 0; }\n")
        case .pageMenu:
            try swap(folder, "content/pages/help/index.en.md", "title: Help\norder: 2\nmenu: none", "title: Aid\norder: 0\nmenu: footer")
        case .onlyContributionOfMember: try toggle(folder, "content/discussions/2026-002/0001.es.md", nil)
        case .targetInSpanish: try toggle(folder, "content/library/mentoring/index.es.md", nil)
        case .entry: try toggle(folder, "content/library/search-log", nil)
        case .entryWithdrawal:
            try toggle(folder, "content/library/sampling/index.en.md", nil)
            try toggle(folder, "content/library/sampling/entry.yaml", nil)
            try toggle(folder, "content/library/sampling/withdrawn.yaml", "date: 2026-10-21\nrequested-by: member\n")
        case .closing: try swap(folder, Self.discussion + "discussion.yaml", "closes: 2026-10-02T18:00:00+02:00", "closes: 2026-12-01")
        case .headings: try swap(folder, "content/library/mentoring/index.en.md", "Pair them.", "## First\n\nPair them!")
        case .parallel: try swap(folder, Self.discussion + "discussion.yaml", "parallel: [2026-002]", "parallel: []")
        case .openingInFrench: try toggle(folder, "content/discussions/2026-003/index.fr.md", "---\ntitle: Annoncée\n---\nPas encore.\n")
        case .roomPeriod: try swap(folder, "content/forum.yaml", "until: 2026-12-18", "until: 2026-11-20")
        case .later: now = Instant(seconds: now.seconds + 25 * 86_400)
        case .handEdit: try folder.write("site/en/2026-001/index.html", "by hand \(step)")
        case .passphrase: _ = try TestForum.issue("XB", root: forum.root, seed: UInt64(100 + step))
        case .questions: try swap(folder, "content/discussions/2026-002/index.fr.md", "Que faites-vous ?", "Que ferez-vous ?")
        }
    }

    /// Takes a file or folder away, or puts it there: `text`, or what was taken away before.
    private func toggle(_ folder: TemporaryFolder, _ path: String, _ text: String?) throws {
        let aside = "aside/" + path.replacing("/", with: "-")
        if folder.exists(path) {
            try folder.copy(folder.path + "/" + path, to: aside)
            try folder.remove(path)
        } else if folder.exists(aside) {
            try folder.copy(folder.path + "/" + aside, to: path)
            try folder.remove(aside)
        } else if let text {
            try folder.write(path, text)
        }
    }

    /// One text for another, and the second time the other way round.
    private func swap(_ folder: TemporaryFolder, _ path: String, _ one: String, _ other: String) throws {
        let isChanged = try folder.text(path).contains(other)
        try folder.edit(path, isChanged ? other : one, isChanged ? one : other)
    }
}

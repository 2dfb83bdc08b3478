import Model
import ProgramUnderTest
import Testing

@testable import Generator

/// An index of one thing more than a sheet holds.
@Suite("Indexes of several sheets") struct PagedIndexTests {
    @Test func eachSheetShowsItsOwnAndLeadsToTheOther() throws {
        let forum = try TestForum(.small)
        // Beside the tool that is there, which is newer.
        for number in 10..<60 {
            let folder = "content/library/tool-\(number)/"
            let day = number < 40 ? "2026-08-\(number - 9 < 10 ? "0" : "")\(number - 9)" : "2026-09-\(number - 29)"
            try forum.folder.write(folder + "entry.yaml", "kind: tool\ndate: \(day)\ncategories: [infrastructure]\n")
            try forum.folder.write(folder + "index.en.md", "---\ntitle: Tool \(number)\n---\nText.\n")
        }
        let shown = try ShownForum(forum)
        let sheets = try (1...2).map { try shown.outline(.kind(.tool, sheet: $0), "en").description }
        let titles = sheets.map { $0.matches(of: /### \[([^\]]+)\]/).map { String($0.1) } }
        #expect(titles == [["Search log"] + (11..<60).reversed().map { "Tool \($0)" }, ["Tool 10"]])
        let pagers = sheets.map { $0.matches(of: /\[(Newer|Older)\]\(([^)]*)\)/).map { "\($0.1) \($0.2)" } }
        #expect(pagers == [["Older en/kind/tool/2/"], ["Newer en/kind/tool/1/"]])
        #expect(sheets[0].contains("Page 1 of 2") && sheets[1].contains("Page 2 of 2"))
        #expect(try !shown.outline(.kind(.practice, sheet: 1), "en").description.contains("Page 1"))
    }
}

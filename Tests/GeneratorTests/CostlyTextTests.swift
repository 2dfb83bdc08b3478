import Diagnostics
import Foundation
import ProgramUnderTest
import Testing

/// A text that takes the Markdown library minutes is a finding, whichever command meets it.
@Suite("A text that is too costly") struct CostlyTextTests {
    private static let fixtures = TestForum.repository + "/Tests/Fixtures"
    private static let file = "content/discussions/2026-001/0002.en.md"

    /// `Tests/Fixtures/base` with the folder of this finding laid over it: `generate.txt` says what to append to which file.
    private func forum() throws -> TestForum {
        let forum = try TestForum(.small)
        try forum.folder.remove("content")
        try forum.folder.copy(Self.fixtures + "/base/content", to: "content")
        try forum.folder.write(
            Self.file, Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.fixtures)/invalid/text-too-costly/\(Self.file)"))))
        let recipe = try String(contentsOfFile: Self.fixtures + "/invalid/text-too-costly/generate.txt", encoding: .utf8)
        for line in recipe.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            try #require(words.count == 4 && words[0] == "fill" && words[1] == Self.file)
            let text = String(repeating: words[3].replacing("\\n", with: "\n"), count: try #require(Int(words[2])))
            try forum.folder.write(Self.file, try forum.folder.text(Self.file) + text)
        }
        return forum
    }

    @Test func isFoundByEveryCommandWithinSeconds() throws {
        let forum = try forum()
        let expected = try String(contentsOfFile: Self.fixtures + "/invalid/text-too-costly/expected.txt", encoding: .utf8)
        for command in [["check"], ["build"], ["render", forum.root + "/" + Self.file]] {
            let start = Date()
            let outcome = try Program.run(forum.call(command))
            #expect(outcome.status == 1)
            let findings = command == ["check"] ? outcome.output : outcome.notes
            #expect(findings.hasPrefix(expected), "\(command): \(findings)")
            #expect(Date().timeIntervalSince(start) < 30)
        }
        let outside = try Program.run(["render", "-"], input: try forum.folder.bytes(Self.file))
        #expect(outside.status == 1 && outside.notes.contains("error[text-too-costly]"))
    }
}

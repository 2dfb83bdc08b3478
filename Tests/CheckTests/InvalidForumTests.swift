import Diagnostics
import FixtureForum
import Foundation
import Testing

/// One folder of `Tests/Fixtures/invalid` for each kind of finding: what is laid over a valid forum, and what is said of it.
@Suite struct InvalidForumTests {
    private static let folder = TemporaryForum.fixtures + "/invalid"
    /// The findings of the theme and of the finished site are not about content; `text-too-costly` is found by who renders in a process
    /// with limits.
    private static let elsewhere = FindingKind.allCases.filter {
        $0.rawValue.hasPrefix("template-") || $0.rawValue.hasPrefix("string-") || $0.rawValue.hasPrefix("site-") || $0 == .textTooCostly
    }
    private static let kinds = FindingKind.allCases.filter { !elsewhere.contains($0) }

    @Test(arguments: FindingKind.allCases) func everyKindHasAFolder(_ kind: FindingKind) {
        #expect(FileManager.default.fileExists(atPath: "\(Self.folder)/\(kind.rawValue)/expected.txt"))
    }

    @Test func everyFolderIsNamedAfterAKind() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder) {
            #expect(FindingKind(rawValue: name) != nil, "\(name) is no kind of finding")
        }
    }

    @Test func theBaseIsValid() throws {
        let outcome = try TemporaryForum("base").check()
        #expect(FindingWriter(format: .text).write(outcome.findings) == "")
        #expect(outcome.folders.count == 3)
    }

    /// With `RECORD_FIXTURES=1` in the environment the expected text is written anew, and the test fails: what was recorded
    /// is to be read by someone.
    @Test(arguments: kinds) func whatIsSaid(_ kind: FindingKind) throws {
        let findings = try TemporaryForum("base", "invalid/\(kind.rawValue)").check().findings
        #expect(findings.contains { $0.kind == kind })
        let text = FindingWriter(format: .text).write(findings)
        let expected = URL(fileURLWithPath: "\(Self.folder)/\(kind.rawValue)/expected.txt")
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
            try Data(text.utf8).write(to: expected)
            Issue.record("recorded \(expected.path)")
        } else {
            #expect(text == String(decoding: try Data(contentsOf: expected), as: UTF8.self))
        }
    }
}

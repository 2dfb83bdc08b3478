import Foundation
import ProgramUnderTest
import Testing

/// The report in each form and each language of the theme, against `Golden/`. With `RECORD=1` in the environment the files are written
/// anew, and the tests fail: what was recorded is to be read by someone.
@Suite("Golden reports") struct GoldenReportTests {
    private static let forum = Result { try ReportedForum() }
    private static let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../Golden").standardizedFileURL
    static let languages = ["ar", "en", "es", "fr", "ru", "zh"]
    static let endings = ["text": "txt", "json": "json", "csv": "csv", "html": "html"]

    @Test(arguments: languages, ["text", "json", "csv", "html"]) func isAsRecorded(language: String, format: String) throws {
        let forum = try Self.forum.get()
        let output = try forum.must(
            "report", "--from", "2026-01-01", "--to", "2026-12-31", "--language", language, "--format", format, "--web-log",
            forum.folder.path + "/access.log")
        try expect(output, "report.\(language).\(Self.endings[format] ?? format)")
    }

    @Test(arguments: languages) func aNoteHalfWayIsAsRecorded(language: String) throws {
        let output = try Self.forum.get().must("report", "--discussion", "2026-002", "--language", language)
        try expect(output, "half-way.\(language).md")
    }

    @Test func nothingElseIsRecorded() throws {
        let recorded = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let reports = Self.languages.flatMap { language in Self.endings.values.map { "report.\(language).\($0)" } }
        #expect(Set(recorded) == Set(reports + Self.languages.map { "half-way.\($0).md" }))
    }

    private func expect(_ shown: String, _ name: String) throws {
        let file = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(shown.utf8).write(to: file)
            Issue.record("recorded \(name)")
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let difference = shown.split(separator: "\n").difference(from: recorded.split(separator: "\n")).map(Self.description)
        #expect(shown == recorded, "\(difference.joined(separator: "\n"))")
    }

    private static func description(_ change: CollectionDifference<Substring>.Change) -> String {
        switch change {
        case .insert(_, let line, _): "+ \(line)"
        case .remove(_, let line, _): "- \(line)"
        }
    }
}

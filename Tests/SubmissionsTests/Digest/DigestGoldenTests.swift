import Foundation
import Model
import Testing

@testable import Submissions

/// Digests in six languages against `Golden/`. With `RECORD=1` in the environment the files are written anew, and the tests fail: what was
/// recorded is to be read by someone.
@Suite("Golden digests") struct DigestGoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../Golden").standardizedFileURL
    static let files = DigestSample.languages.flatMap { ["open.\($0).txt", "open.\($0).html", "closed.\($0).txt"] } + ["closed.ar.html"]

    @Test(arguments: files) func isAsRecorded(_ name: String) throws {
        let parts = name.split(separator: ".").map(String.init)
        var sample = DigestSample.whole
        sample.isOpen = parts[0] == "open"
        var days = ClosingDays()
        days.note("2026-001", on: DigestSample.day("2026-11-17"))
        let mail = try sample.mail(try sample.news(days: days).told(to: "CH"), parts[1])
        let shown = parts[2] == "txt" ? "Subject: \(mail.subject)\n\n\(mail.text)" : mail.html
        let file = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(shown.utf8).write(to: file)
            Issue.record("recorded \(name)")
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let difference = shown.split(separator: "\n").difference(from: recorded.split(separator: "\n"))
        #expect(shown == recorded, "\(difference)")
    }

    @Test func nothingElseIsRecorded() throws {
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)) == Set(Self.files))
    }
}

import Foundation
import Model
import Testing

@testable import Generator

/// One page of each kind, as its readers get it, against `Golden/`. With `RECORD=1` in the environment the files are written
/// anew, and the tests fail: what was recorded is to be read by someone.
@Suite("Golden pages") struct GoldenPageTests {
    struct Page: CustomTestStringConvertible, Sendable {
        let subject: Subject
        let language: String

        var name: String {
            let purpose =
                switch subject {
                case .home: "home"
                case .discussion(let id): "discussion/" + id
                default: subject.purpose ?? ""
                }
            return purpose.split(separator: "/").joined(separator: "-") + ".\(language).txt"
        }

        var testDescription: String { name }
    }

    private static let everywhere: [Subject] = [
        .home, .rooms, .room("english", sheet: 1), .room("french", sheet: 1), .categories, .category("training", sheet: 1),
        .category("infrastructure", sheet: 1), .members, .member("XA", sheet: 1), .archive,
        .month(Month(MadeContent.day("2026-09-07")), sheet: 1), .library, .kind(.practice, sheet: 1), .discussion("2026-001"),
        .discussion("2026-005"), .entry("mentoring"), .entry("gone"), .page("about"), .statistics,
    ]
    static let pages =
        everywhere.flatMap { [Page(subject: $0, language: "en"), Page(subject: $0, language: "ar")] } + [
            Page(subject: .home, language: "fr"), Page(subject: .discussion("2026-001"), language: "fr"),
            Page(subject: .discussion("2026-002"), language: "fr"), Page(subject: .discussion("2026-003"), language: "en"),
        ]
    private static let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../Golden").standardizedFileURL

    @Test(arguments: pages) func isAsRecorded(_ page: Page) throws {
        // The menus differ only in the languages that a page has.
        let menus = page.subject == .home || page.subject == .discussion("2026-001")
        let shown = try ShownForum.small.get().outline(page.subject, page.language, menus: menus).description
        let file = Self.folder.appendingPathComponent(page.name)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(shown.utf8).write(to: file)
            Issue.record("recorded \(page.name)")
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let difference = shown.split(separator: "\n").difference(from: recorded.split(separator: "\n")).map(Self.description)
        #expect(shown == recorded, "\(difference.joined(separator: "\n"))")
    }

    @Test func nothingElseIsRecorded() throws {
        let recorded = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(recorded) == Set(Self.pages.map(\.name)))
    }

    private static func description(_ change: CollectionDifference<Substring>.Change) -> String {
        switch change {
        case .insert(_, let line, _): "+ \(line)"
        case .remove(_, let line, _): "- \(line)"
        }
    }
}

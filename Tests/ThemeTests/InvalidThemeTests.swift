import Diagnostics
import Files
import Foundation
import Testing

@testable import Theme

/// Each folder `Tests/Fixtures/invalid/<id>/theme` holds files that take the place of the theme's own, or, with the ending
/// `.extra`, lines that are added to them; `expected.txt` is what the findings look like. Set RECORD=1 to write it anew: the
/// test then fails, so that nobody records by accident.
@Suite struct InvalidThemeTests {
    static let kinds: [FindingKind] = [
        .templateSyntax, .templateUnknownName, .templateMissing, .stringMissing, .stringUnknown, .stringMalformed,
    ]

    @Test(arguments: kinds) func finds(_ kind: FindingKind) throws {
        let folder = ThemeFolder.root + "/Tests/Fixtures/invalid/" + kind.rawValue
        let (theme, findings) = try ThemeFolder.load { copy in try overlay(folder + "/theme", on: copy, "") }
        let text = FindingWriter(format: .text).write(findings)
        #expect(theme == nil)
        #expect(findings.contains { $0.kind == kind })
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try FileSystem.replace(folder + "/expected.txt", Array(text.utf8))
            Issue.record("recorded \(kind.rawValue)")
            return
        }
        let expected = try #require(try FileSystem.read(folder + "/expected.txt", limit: 1 << 20))
        #expect(text == String(decoding: expected, as: UTF8.self))
    }

    private func overlay(_ folder: String, on copy: String, _ inner: String) throws {
        for entry in try FileSystem.entries(of: folder + inner) {
            let name = inner + "/" + entry.name
            if entry.kind == .folder {
                try overlay(folder, on: copy, name)
                continue
            }
            let bytes = try #require(try FileSystem.read(folder + name, limit: 1 << 20))
            if name.hasSuffix(".extra") {
                let path = copy + "/themes/wipo" + name.dropLast(6)
                let before = try #require(try FileSystem.read(path, limit: 1 << 20))
                try FileSystem.replace(path, before + bytes)
            } else {
                try FileSystem.makeFolder(copy + "/theme" + inner)
                try FileSystem.create(copy + "/theme" + name, bytes)
            }
        }
    }
}

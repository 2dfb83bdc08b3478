import Diagnostics
import Files
import Foundation
import Model
import SeededNumbers
import Testing

@testable import Theme

@Suite struct ThemeLoadTests {
    @Test func theThemeHasNoFindings() throws {
        let loaded = try ThemeFolder.loaded.get()
        #expect(FindingWriter(format: .text).write(loaded.findings).isEmpty)
        #expect(loaded.theme != nil)
    }

    @Test func aFileOfAnEarlierFolderTakesThePlaceOfALaterOne() throws {
        let (theme, findings) = try ThemeFolder.load { copy in
            try FileSystem.makeFolder(copy + "/theme/styles")
            try FileSystem.create(copy + "/theme/styles/site.css", Array("p{}".utf8))
        }
        #expect(findings.isEmpty)
        #expect(theme?.style == Array("p{}".utf8))
        #expect(theme?.front == (try ThemeFolder.theme()).front)
    }

    @Test func onePartOfTheGateCanBeAnother() throws {
        let (theme, findings) = try ThemeFolder.load { copy in
            try FileSystem.makeFolder(copy + "/theme/scripts/gate")
            try FileSystem.create(copy + "/theme/scripts/gate/bytes.js", Array("// Not yet.\n\nif (true) {\n  stop(); // now\n}\n".utf8))
        }
        #expect(findings.isEmpty)
        let gate = String(decoding: try #require(theme).gate, as: UTF8.self)
        #expect(gate.hasPrefix("'use strict';\n(() => {\nconst doc = document"))
        #expect(gate.contains("\nif (true) {\nstop(); // now\n}\nconst opened = new Set();\n"))
        #expect(gate.hasSuffix("\n})();\n"))
        #expect(!gate.contains("\n//") && !gate.contains("\n\n"))
    }

    @Test func aPartWhoseTextsMayRunOverLinesStaysAsItIs() {
        let text = "f(`\n  // text\n\n`);\n"
        let joined = ScriptParts.join([SourceText(path: "a.js", bytes: Array(text.utf8))])
        #expect(String(decoding: joined, as: UTF8.self) == "'use strict';\n(() => {\n\(text)})();\n")
    }

    @Test func aPartThatIsNotThereOrThatNothingLoadsIsFound() throws {
        let (theme, findings) = try ThemeFolder.load { copy in
            try FileSystem.remove(copy + "/themes/wipo/scripts/gate/bytes.js")
            try FileSystem.makeFolder(copy + "/theme/scripts/gate")
            try FileSystem.create(copy + "/theme/scripts/gate/bites.js", [])
        }
        #expect(theme == nil)
        let found = findings.map { "\($0.kind.rawValue) \($0.location?.file ?? "") \($0.hint ?? "")" }
        #expect(
            found == [
                "unexpected-file theme/scripts/gate/bites.js did you mean \"scripts/gate/bytes.js\"?",
                "template-missing themes/wipo/scripts/gate/bytes.js take it from themes/wipo",
            ])
    }

    @Test func aFolderThatIsNotThereIsAFailure() {
        #expect(throws: Failure.self) { try Theme.load(root: ThemeFolder.root, folders: ["themes/none"], languages: []) }
    }

    @Test func whatDoesNotBelongIsFound() throws {
        let (_, findings) = try ThemeFolder.load { copy in
            try FileSystem.makeFolder(copy + "/theme/templates")
            try FileSystem.create(copy + "/theme/templates/home.html", [])
            try FileSystem.create(copy + "/theme/templates/hom.mustache", Array("<p>a</p>".utf8))
            try FileSystem.create(copy + "/theme/templates/home.mustache~", [])
            try FileManager.default.createSymbolicLink(atPath: copy + "/theme/templates/page.mustache", withDestinationPath: "/etc/passwd")
            try FileSystem.makeFolder(copy + "/theme/strings")
            try FileSystem.create(copy + "/theme/strings/French.yaml", Array("a: b\n".utf8))
        }
        let found = findings.map { "\($0.kind.rawValue) \($0.location?.file ?? "")" }
        #expect(
            found == [
                "unexpected-file theme/strings/French.yaml", "template-unknown-name theme/templates/hom.mustache",
                "unexpected-file theme/templates/home.html", "unexpected-file theme/templates/page.mustache",
            ])
    }

    @Test func aMissingTemplateOrStyleIsFound() throws {
        let (theme, findings) = try ThemeFolder.load { copy in
            try FileSystem.remove(copy + "/themes/wipo/templates/page.mustache")
            try FileSystem.remove(copy + "/themes/wipo/styles/site.css")
            try FileSystem.remove(copy + "/themes/wipo/states.yaml")
        }
        #expect(theme == nil)
        #expect(
            findings.filter { $0.kind == .templateMissing }.map { $0.location?.file } == [
                "themes/wipo/states.yaml", "themes/wipo/styles/site.css", "themes/wipo/templates/page.mustache",
            ])
    }

    @Test func aLanguageWithoutStringsIsFound() throws {
        let (theme, findings) = try ThemeFolder.load(languages: [Language("en"), Language("pt")]) { _ in }
        #expect(theme == nil)
        #expect(findings.allSatisfy { $0.kind == .stringMissing })
        #expect(Set(findings.compactMap { $0.location?.file }) == Set(StringFolder.all.map { "themes/wipo/\($0.path)/pt.yaml" }))
    }

    @Test func aStringThatOneLanguageLacksIsFound() throws {
        let findings = try ThemeFolder.findings(
            "strings/fr.yaml", try ThemeFolder.text("strings/fr.yaml").replacing("  skip: Aller au texte\n", with: ""))
        #expect(findings.map { $0.message } == ["theme/strings/fr.yaml lacks the string \"frame.skip\""])
    }

    @Test func aStringOfSwiftThatEnglishLacksIsFound() throws {
        for key in StringKey.allCases where !key.isPlural {
            let last = try #require(key.rawValue.split(separator: ".").last)
            let text = try ThemeFolder.text("strings/en.yaml")
            let renamed = text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.trimmingPrefix(while: { $0 == " " }).hasPrefix(last + ": ") ? $0.replacing(last + ": ", with: last + "X: ") : $0 }
            let table = StringTable(
                SourceText(path: "en.yaml", bytes: Array(renamed.joined(separator: "\n").utf8)), language: Language("en"), prefix: "")
            let check = StringCheck(StringFolder.all[0], [table], english: table, used: [:], script: nil)
            #expect(check.findings.contains { $0.kind == .stringMissing && $0.message.contains("\"\(key.rawValue)\"") }, "\(key)")
        }
    }

    @Test(arguments: [
        ("  openUntil: Ouverte jusqu’au {date}", "  openUntil: Ouverte jusqu’au {jour}"),
        ("  openUntil: Ouverte jusqu’au {date}", "  openUntil: Ouverte"),
        ("  open: Ouverte\n", "  open: Ouverte {date}\n"),
        (
            "  discussions: {one: \"{count} discussion\", many: \"{count} de discussions\", other: \"{count} discussions\"}",
            "  discussions: {one: \"{count} discussion\", other: \"{count} discussions\"}"
        ),
        (
            "  discussions: {one: \"{count} discussion\", many: \"{count} de discussions\", other: \"{count} discussions\"}",
            "  discussions: Discussions"
        ),
        ("other: \"{count} discussions\"}", "other: \"des discussions\"}"),
    ]) func aStringThatDiffersFromEnglishIsFound(_ change: (String, String)) throws {
        let text = try ThemeFolder.text("strings/fr.yaml")
        #expect(text.contains(change.0))
        let findings = try ThemeFolder.findings("strings/fr.yaml", text.replacing(change.0, with: change.1))
        #expect(findings.map { $0.kind } == [.stringMalformed])
        #expect(findings.first?.location?.file == "theme/strings/fr.yaml")
    }

    @Test func brokenFilesNeverStopTheLoader() throws {
        var random = Seeded(7)
        let files = try ThemeFolder.files()
        for _ in 0..<60 {
            let victim = files.files[Int.random(in: 0..<files.files.count, using: &random)]
            var bytes = victim.bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default:
                    bytes.insert(
                        contentsOf: Array(["{{", "}}", "{{#", "{{/a}}", "<", "\"", "{", ": "].randomElement(using: &random)!.utf8),
                        at: place)
                }
            }
            let changed = files.files.map { $0.name == victim.name ? ThemeFiles.File(name: $0.name, path: $0.path, bytes: bytes) : $0 }
            let loaded = try Theme.load(ThemeFiles(files: changed, home: "themes/wipo"), languages: ThemeFolder.languages)
            #expect(loaded.theme != nil || !loaded.findings.isEmpty)
        }
    }
}

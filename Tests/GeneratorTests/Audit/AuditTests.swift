import Diagnostics
import Foundation
import ProgramUnderTest
import Testing

@testable import Generator

/// What `rostrum audit` finds, and that it finds nothing where nothing is wrong.
@Suite("An audit of the site") struct AuditTests {
    private static let built = Result { try AuditedForum() }
    private static let fixtures = TestForum.repository + "/Tests/Fixtures/invalid"

    @Test func findsNothingInWhatABuildMakes() throws {
        let findings = try Self.built.get().findings { _, _ in }
        #expect(findings.isEmpty, "\(findings)")
    }

    /// The first example of each kind is recorded; with `RECORD_FIXTURES=1` it is written anew, and the test fails.
    @Test(arguments: Damage.allCases) func noticesDamage(_ damage: Damage) throws {
        let findings = try Self.built.get().findings(damage.apply)
        #expect(Set(findings.map(\.kind)).isSuperset(of: damage.kinds), "\(findings)")
        #expect(findings.allSatisfy { $0.location?.file.hasPrefix("site") == true && $0.hint != nil })
        for kind in damage.kinds where Self.example(of: kind) == damage {
            let expected = URL(fileURLWithPath: "/\(Self.fixtures)/\(kind.rawValue)/expected.txt")
            let text = FindingWriter(format: .text).write(findings.filter { $0.kind == kind })
            if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
                try FileManager.default.createDirectory(at: expected.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: expected)
                Issue.record("recorded \(expected.path)")
            } else {
                #expect(text == String(decoding: try Data(contentsOf: expected), as: UTF8.self))
            }
        }
    }

    /// No object is left out: a bit of each one's signature, or of its ciphertext, in two goes, as only a hundred findings of a kind are told.
    @Test(arguments: [0, 1], [60, -20]) func opensEveryObject(turn: Int, at: Int) throws {
        let built = try Self.built.get()
        let paths = (built.site.pages + built.site.files.keys.filter { $0.hasPrefix("files/") }.sorted()).enumerated()
            .filter { $0.offset % 2 == turn }.map(\.element)
        #expect((40..<100).contains(paths.count))
        let findings = try built.findings { folder, built in
            for path in paths {
                let page = built.site.ciphertext(of: path)
                var sealed = try #require(page ?? built.site.files[path])
                sealed[at < 0 ? sealed.count + at : at] ^= 1
                if page == nil {
                    try folder.write("site/" + path, sealed)
                } else {
                    try folder.write("site/" + path, try built.page(path, with: sealed))
                }
            }
        }
        let told = findings.filter { $0.kind == .siteNotOpening }.compactMap { $0.location?.file }
        #expect(Set(told) == Set(paths.map { "site/" + $0 }))
    }

    @Test func everyKindHasAnExample() throws {
        for kind in FindingKind.allCases where kind.rawValue.hasPrefix("site-") { #expect(Self.example(of: kind) != nil) }
    }

    private static func example(of kind: FindingKind) -> Damage? { Damage.allCases.first { $0.kinds.contains(kind) } }

    @Test func aThemeThatNamesContentIsFound() throws {
        let forum = try TestForum(.small)
        let style = "themes/wipo/styles/site.css"
        try forum.folder.write(style, try forum.folder.text(style) + "\nh1::after { content: \"Après le cours, salle française\"; }\n")
        try forum.build()
        let findings = try Build(forum.settings()).audit().findings
        // The style itself, and the forms that can be taken along, which hold it.
        #expect(Set(findings.map(\.kind)) == [.siteOpenWords], "\(findings)")
        #expect(findings.allSatisfy { $0.message.contains("Après le cours") && $0.location?.file.hasPrefix("site/assets/") == true })
        #expect(findings.contains { $0.location?.file.hasSuffix(".css") == true })
    }

    @Test func contentThatChangedSinceTheBuildIsFound() throws {
        let forum = try TestForum(.small)
        try forum.build()
        try forum.folder.remove("content/discussions/2026-001/0006.en.md")
        try forum.folder.write("content/discussions/2026-001/0006.withdrawn.yaml", "date: 2026-11-20\nrequested-by: author\n")
        let outcome = try forum.rostrum("audit")
        #expect(outcome.status == 1 && outcome.output.contains("error[site-outdated]"))
        #expect(outcome.output.contains("--> site/en/2026-001/index.html:1:1"))
        try forum.build()
        #expect(try forum.rostrum("audit").status == 0)
    }

    @Test func anAttachmentThatChangedSinceTheBuildIsFound() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let path = "content/discussions/2026-001/files/plan.pdf"
        try forum.folder.write(path, try forum.folder.bytes(path) + [0])
        #expect(try Set(Build(forum.settings()).audit().findings.map(\.kind)).contains(.siteOutdated))
    }

    @Test func errorsInTheContentAreToldInstead() throws {
        let forum = try TestForum(.small)
        try forum.build()
        try forum.folder.write("content/pages/help/index.en.md", "---\ntitle: Help\nmenus: x\n---\nText.\n")
        let outcome = try forum.rostrum("audit")
        #expect(outcome.status == 1 && outcome.output.contains("error[unknown-key]") && !outcome.output.contains("error[site-"))
    }

    @Test func aForumWithoutASiteIsAFaultOfTheCall() throws {
        let outcome = try TestForum(.small).rostrum("audit")
        #expect(outcome.status == 2 && outcome.notes.contains("there is no site"))
    }

    @Test func aBuildCanAuditWhatItMade() throws {
        let forum = try TestForum(.small)
        let first = try forum.rostrum("build", "--audit")
        #expect(first.status == 0, "\(first.notes)")
        try forum.folder.write("site/robots.txt", "")
        let second = try forum.rostrum("audit")
        #expect(second.status == 1 && second.output.contains("--> site/robots.txt:1:1"))
    }

    @Test func whatWasSealedWithEarlierKeysIsFound() throws {
        let forum = try TestForum(.small)
        try forum.build()
        _ = try forum.rostrum("access", "rotate")
        let findings = try Build(forum.settings()).audit().findings
        #expect(Set(findings.map(\.kind)).isSuperset(of: [.siteNotOpening, .siteChangedFile]), "\(findings.prefix(5))")
    }
}

import Access
import Foundation
import ProgramUnderTest
import SeededNumbers
import Testing

@testable import Generator

/// The built sample, as a reader and an auditor see it.
@Suite("The sample's site") struct SampleSiteTests {
    /// Built once for the tests that only read.
    private struct Built {
        let forum: TestForum
        let site: SiteTree

        init() throws {
            forum = try TestForum(.sample)
            let report = try forum.build(jobs: 1)
            try #require(report.totals != nil, "\(report.findings)")
            site = try forum.site()
        }
    }

    private static let built = Result { try Built() }

    @Test func anAuditFindsNothing() throws {
        let built = try Self.built.get()
        let report = try Build(built.forum.settings()).audit()
        #expect(report.findings.isEmpty, "\(report.findings.prefix(20))")
        #expect(report.files == built.site.files.count && report.objects > built.site.pages.count && built.site.pages.count > 200)
    }

    @Test func fourWorkersMakeTheSameAsOne() throws {
        let built = try Self.built.get()
        let other = try TestForum(copyOf: built.forum)
        try other.build(jobs: 4)
        expectSame(built.site, try other.site(), "one worker and four")
    }

    @Test func anotherPassphraseOpensNothing() throws {
        let built = try Self.built.get()
        var generator = Seeded(99)
        let reader = try KeyringReader { built.site.files[$0] }
        #expect(throws: KeyringReader.Refusal.unknownPassphrase) { try reader.unlock(Passphrase(using: &generator)) }
    }

    @Test func noTwoPagesHaveTheSameText() throws {
        let texts = try Self.built.get().site.opened(with: Self.built.get().forum.passphrase)
        let same = Dictionary(grouping: texts.keys) { texts[$0, default: ""] }.values.filter { $0.count > 1 }
        #expect(same.isEmpty, "\(same)")
    }

    @Test func everyLinkOfEveryPageLeadsSomewhere() throws {
        let site = try Self.built.get().site
        var files = 0
        for (path, text) in try site.opened(with: Self.built.get().forum.passphrase) {
            let own = URL(fileURLWithPath: "/" + path).deletingLastPathComponent()
            let ids = Set(values(of: "id", in: text))
            for address in values(of: "href", in: text) + values(of: "data-file", in: text) where !address.contains(":") {
                if address.hasPrefix("#") {
                    #expect(ids.contains(String(address.dropFirst())), "\(path): \(address)")
                } else if !address.isEmpty {
                    let target = own.appendingPathComponent(String(address.prefix { $0 != "#" })).standardized.path.dropFirst()
                    let isFile = target.hasSuffix(".bin")
                    #expect(site.files[isFile ? String(target) : target + "/index.html"] != nil, "\(path): \(address)")
                    files += isFile ? 1 : 0
                }
            }
        }
        #expect(files > 0)
    }

    private func values(of attribute: String, in text: String) -> [String] {
        text.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}

import Access
import ContentStore
import Diagnostics
import Foundation
import Model
import SeededNumbers
import Testing

@testable import Generator

/// The built sample, taken apart.
@Suite("The sample's site, taken apart") struct SiteApartTests {
    /// Built once for the tests that only read.
    private struct Built {
        let forum: TestForum
        let site: SiteTree
        let open: OpenParts
        let words: ContentWords

        init() throws {
            forum = try TestForum(.sample)
            let report = try forum.build(jobs: 1)
            try #require(report.totals != nil, "\(report.findings)")
            site = try forum.site()
            let loader = ContentLoader(root: forum.root) { Digest.sha256Hex($0) }
            let settings = forum.settings()
            let loaded = try LoadedContent(
                try ContentLister(root: forum.root).list(), loader: loader, forum: try loader.forum(), cache: Cache(root: forum.root),
                settings: settings)
            let content = try #require(loaded.content)
            open = try OpenParts(forum, settings: content.forum)
            words = try ContentWords(root: forum.root, content: content, open: open.openText(baseURL: content.forum.baseURL))
        }

        func faults(_ site: SiteTree) throws -> [String] {
            do {
                return try SiteApart(site, open: open, words: words, passphrase: forum.passphrase).faults()
            } catch let refusal as KeyringReader.Refusal {
                return ["the keyring does not open: \(refusal)"]
            }
        }
    }

    private static let built = Result { try Built() }

    @Test func nothingOfTheContentIsOpen() throws {
        let built = try Self.built.get()
        #expect(built.site.pages.count > 200)
        #expect(built.words.forbidden.count > 3000)
        let faults = try built.faults(built.site)
        #expect(faults.isEmpty, "\(faults.prefix(20))")
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
        for (path, text) in try site.opened(with: Self.built.get().forum.passphrase) {
            let own = URL(fileURLWithPath: "/" + path).deletingLastPathComponent()
            let ids = Set(values(of: "id", in: text))
            for address in values(of: "href", in: text) where !address.contains(":") {
                if address.hasPrefix("#") {
                    #expect(ids.contains(String(address.dropFirst())), "\(path): \(address)")
                } else if !address.isEmpty {
                    let target =
                        own.appendingPathComponent(String(address.prefix { $0 != "#" })).standardized.path.dropFirst() + "/index.html"
                    #expect(site.files[String(target)] != nil, "\(path): \(address)")
                }
            }
        }
    }

    private func values(of attribute: String, in text: String) -> [String] {
        text.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    /// Each must be noticed, so that the first test says something.
    @Test(arguments: Damage.allCases) func damageIsNoticed(_ damage: Damage) throws {
        let built = try Self.built.get()
        var site = built.site
        damage.apply(&site)
        #expect(try !built.faults(site).isEmpty)
    }

    enum Damage: CaseIterable {
        case plainPage, titleInName, nameBesideCiphertext, swappedPages, changedAsset, wordInKeyring, unknownFile, shorterKeyring

        func apply(_ site: inout SiteTree) {
            let page = "en/2026-001/index.html"
            let text = String(decoding: site.files[page] ?? [], as: UTF8.self)
            switch self {
            case .plainPage: site.files[page] = Array("<!doctype html><title>Forum</title><main id=\"main\">Hello</main>".utf8)
            case .titleInName: site.files["en/examiner-mentoring/index.html"] = site.files[page]
            case .nameBesideCiphertext: site.files[page] = Array(text.replacing("</template>", with: "</template><!-- Grandvent -->").utf8)
            case .swappedPages: site.files["fr/2026-001/index.html"] = site.files["fr/2026-002/index.html"]
            case .changedAsset: for name in site.files.keys where name.hasPrefix("assets/gate.") { site.files[name]?.append(10) }
            case .wordInKeyring: site.files["keyring/head.js"]? += Array("// Orsange\n".utf8)
            case .unknownFile: site.files["robots.txt"] = []
            case .shorterKeyring: site.files["keyring/3.js"] = Array("rostrumKeyring[\"3\"]=\"AAAA\";\n".utf8)
            }
        }
    }
}

import Foundation
import ProgramUnderTest
import Testing

@testable import Generator

/// What pages show, opened as a reader opens them.
@Suite("What pages show") struct ShownPagesTests {
    private func opened(_ forum: TestForum) throws -> [String: String] {
        let report = try forum.build()
        try #require(report.totals != nil, "\(report.findings)")
        return try forum.site().opened(with: forum.passphrase)
    }

    /// The document's title, which is what precedes the HTML.
    private func title(_ page: String) -> String { String(page.prefix { $0 != "\n" }) }

    @Test func sheetsOfAnIndexHaveTitlesOfTheirOwn() throws {
        let forum = try TestForum(.small)
        for number in 0..<51 {
            let folder = "content/library/made-\(number)/"
            try forum.folder.write(folder + "entry.yaml", "kind: tool\ndate: 2026-08-01\ncategories: [training]\n")
            try forum.folder.write(folder + "index.en.md", "---\ntitle: Made \(number)\n---\nText.\n")
        }
        let pages = try opened(forum)
        // Copies for guests lie a folder deeper than what they are copies of.
        let titles = pages.filter { $0.key.hasPrefix("en/") && $0.key.split(separator: "/").count < 4 }.map { title($0.value) }
        #expect(titles.count { $0 == "August 2026 – Forum" } == 1 && titles.count { $0 == "August 2026 – Page 2 of 2 – Forum" } == 1)
        #expect(Set(titles).count == titles.count)
        let month = try #require(pages.values.first { title($0).hasPrefix("Août 2026 – Page 2") })
        #expect(month.contains(">Août 2026</span></h1>") && month.contains("Made "))
        let archive = try #require(pages.values.first { title($0) == "Archive – Forum" })
        #expect(archive.contains("51 library entries") && archive.contains("1 discussion<"))
    }

    @Test func aSmallPictureStandsInItsPage() throws {
        let forum = try TestForum(.small)
        try forum.folder.write(
            "content/discussions/2026-001/0008.en.md",
            "---\ndate: 2026-09-25\nrole: staff\n---\n![Falls <fast> & far](files/errors.png)\n")
        let pages = try opened(forum)
        let english = try #require(pages["en/2026-001/index.html"])
        let picture = try #require(FileManager.default.contents(atPath: forum.root + "/content/discussions/2026-001/files/errors.png"))
        let element = "<img data-inline=\"image/png \(picture.base64EncodedString())\" alt=\"Falls &lt;fast&gt; &amp; far\">"
        #expect(english.contains(element))
        #expect(try #require(pages["fr/2026-001/index.html"]).contains(element))
    }

    @Test func aWithdrawnEntrySaysWhatItWas() throws {
        let pages = try opened(try TestForum(.small))
        let gone = pages.values.filter { title($0) == "Withdrawn library entry – Forum" }
        #expect(gone.count == 1 && gone[0].contains("<h1>Withdrawn library entry</h1>"))
    }

    @Test func languagesOfARoomBeginWithACapital() throws {
        let pages = try opened(try TestForum(.small))
        let rooms = try #require(pages.values.first { title($0) == "Salles – Forum" })
        #expect(rooms.contains("<dd>Anglais</dd>") && rooms.contains("<dd>Français</dd>"))
    }
}

import Foundation
import Model
import ProgramUnderTest
import Testing

@testable import Generator

/// The library as one document.
@Suite("The library as one document") struct CompendiumTests {
    @Test(
        arguments: [
            ("<p>text</p>", "<p>text</p>"), ("<h2 id=\"t-a\">A</h2>", "<h4 id=\"x-t-a\">A</h4>"), ("<h5>A</h5>", "<h6>A</h6>"),
            ("<hr /><a href=\"#t-fn1\" id=\"t-r\">1</a>", "<hr /><a href=\"#x-t-fn1\" id=\"x-t-r\">1</a>"),
            ("<a href=\"https://example.org/#t-a\">b</a>", "<a href=\"https://example.org/#t-a\">b</a>"),
            ("<p>&lt;h2 id=&quot;t-a&quot;&gt;</p>", "<p>&lt;h2 id=&quot;t-a&quot;&gt;</p>"), ("<h", "<h"), ("<", "<"), ("</h2>", "</h4>"),
        ])
    func bodiesAreToldApart(html: String, embedded: String) {
        #expect(String(decoding: EmbeddedBody(Array(html.utf8), id: "x", levels: 2).html, as: UTF8.self) == embedded)
    }

    /// Each entry once, in whatever language it is there; no id stands for two things, and what the contents lead to is there.
    @Test(arguments: ["en", "ar"]) func allEntriesAreInIt(language: String) throws {
        let forum = try ShownForum.small.get()
        let page = try forum.page(.compendium, language)
        let ids = page.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for item in forum.site.catalog.items {
            #expect(ids.contains("e-\(item.entry.id)") && page.contains("href=\"#e-\(item.entry.id)\""))
        }
        for link in page.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(String(link.1)), "\(link.1)") }
        let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
        #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }
}

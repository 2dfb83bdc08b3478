import Access
import Diagnostics
import Foundation
import Model
import ProgramUnderTest
import Testing
import Theme

@testable import Generator

/// A forum's pages as they are sealed. Without keys, addresses are made of what the pages are about: `en/category/training/1/`.
struct ShownForum {
    let site: Site
    /// Warnings: with errors there are no pages.
    let findings: [Finding]
    private let pages: PageRenderer

    init(_ forum: TestForum) throws {
        let build = Build(forum.settings())
        let checked = try build.checked(try build.list(), Cache(reading: forum.root))
        findings = try checked.findings()
        let errors = findings.filter { $0.kind.severity == .error }
        try #require(errors.isEmpty, "\(errors)")
        site = try #require(try checked.site(keystore: nil))
        pages = PageRenderer(site)
    }

    /// `Tests/Fixtures/forum`, with a discussion and an entry in Arabic, the first of which is outdated.
    static let small = Result {
        let forum = try TestForum(.small)
        try forum.folder.write(
            "content/discussions/2026-001/index.ar.md",
            """
            ---
            title: بعد الدورة
            questions: [ماذا تفعلون بعد الدورة؟, عمَّ توقفتم؟]
            translation-of: en
            source: sha256:\(String(repeating: "0", count: 64))
            translated-by: مترجمة
            ---
            كثير من المكاتب.

            """)
        let hash = try #require(
            try forum.folder.text("content/library/mentoring/index.es.md").firstMatch(of: /sha256:[0-9a-f]{64}/)?.output)
        try forum.folder.write(
            "content/library/mentoring/index.ar.md",
            "---\ntitle: التوجيه\ntranslation-of: en\nsource: \(hash)\nmachine: true\n---\nاثنان اثنان.\n")
        return try ShownForum(forum)
    }

    /// The page's title, a line break, and its HTML.
    func page(_ subject: Subject, _ language: String) throws -> String {
        let entry = Plan.Entry(subject: subject, language: Language(language))
        try #require(site.plan.languages(of: subject).contains(entry.language), "there is no such page")
        var renderers: [Language: TemplateRenderer] = [:]
        return String(decoding: pages.render(entry, for: .members, with: &renderers), as: UTF8.self)
    }

    /// What its readers get of a page, below its menus unless they are asked for.
    func outline(_ subject: Subject, _ language: String, menus: Bool = false) throws -> Outline {
        let page = try page(subject, language).split(separator: "\n", maxSplits: 1).map(String.init)
        return Outline(title: page.first, page.last ?? "", without: menus ? [] : ["site", "skip"])
    }
}

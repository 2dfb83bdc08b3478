import Access
import Files
import Foundation
import Model
import ProgramUnderTest
import Testing
import Theme

@testable import Generator

/// Pages of a preview, made in memory when they are asked for.
@Suite("The preview") struct PreviewTests {
    private func sound(_ forum: TestForum) throws -> Preview {
        let look = try Build(forum.settings()).preview()
        #expect(look.isSound)
        return try #require(look.preview)
    }

    private func content(_ preview: Preview, _ path: String) throws -> (bytes: [UInt8], type: String, name: String?)? {
        guard case .content(let bytes, let type, let name) = try preview.find(path, build: "1") else { return nil }
        return (bytes, type, name)
    }

    @Test func pagesSayWhatIsSealedForMembers() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let opened = try forum.site().opened(with: forum.passphrase)
        // With the names that the keys give, so that addresses are the same.
        let build = Build(forum.settings())
        let keystore = try Keystore.load(office: forum.root + "/office", ask: Keystore.askNobody)
        let site = try #require(try build.checked(build.list(), nil).site(names: OpaqueNames(keystore), sending: keystore.sendingKeys))
        let preview = Preview(site, root: forum.root)
        #expect(opened.count > 50)
        for (path, text) in opened {
            let page = try #require(try content(preview, String(path.dropLast("index.html".count))), "\(path)")
            let cut = try #require(text.firstIndex(of: "\n"))
            #expect(String(decoding: page.bytes, as: UTF8.self).contains(text[text.index(after: cut)...]), "\(path)")
        }
    }

    @Test(arguments: [true, false]) func everythingThatPagesNameIsThere(isSealed: Bool) throws {
        let forum = try TestForum(.small)
        if !isSealed { try forum.folder.edit("content/forum.yaml", "gate: sealed", "gate: server") }
        let preview = try sound(forum)
        var (seen, waiting, pages) = (Set<String>(), [preview.home(accepting: "en")], 0)
        while let path = waiting.popLast() {
            guard seen.insert(path).inserted else { continue }
            let found = try #require(try content(preview, path), "\(path)")
            guard found.type.hasPrefix("text/html"), found.name == nil, !path.hasPrefix("assets/") else { continue }
            pages += 1
            for match in String(decoding: found.bytes, as: UTF8.self).matches(of: /\ (?:href|src|data-file)="([^"#?]+)/) {
                let address = try #require(URL(string: String(match.1), relativeTo: URL(string: "http://localhost/" + path)))
                if address.host == "localhost" { waiting.append(String(address.path(percentEncoded: false).dropFirst())) }
            }
        }
        #expect(pages > 50 && seen.contains { $0.hasPrefix("files/") } && seen.contains { $0.hasSuffix(".js") })
    }

    @Test func filesAreSavedUnderTheirNamesAndPicturesShow() throws {
        let forum = try TestForum(.sample)
        let (preview, build) = (try sound(forum), Build(forum.settings()))
        let site = try #require(try build.checked(build.list(), nil).site(names: .standIns, sending: nil))
        for (ending, type) in [("png", "image/png"), ("pdf", "application/octet-stream")] {
            let entry = try #require(site.files.entries.first { $0.source.hasSuffix(ending) })
            let found = try #require(try content(preview, entry.path))
            #expect(found.type == type && found.name == entry.source.split(separator: "/").last.map(String.init))
            #expect(try found.bytes == forum.folder.bytes(entry.source))
        }
    }

    @Test(arguments: [
        "../content/forum.yaml", "content/forum.yaml", "office/keystore.json", "files/../../content/forum.yaml", "", "/", "en/nowhere/",
        "assets/", "assets/gate.js", "index.html",
    ])
    func nothingElseIsThere(path: String) throws {
        let found = try Self.small.find(path, build: "1")
        guard case .nothing = found else { return #expect(Bool(false), "\(path)") }
    }

    private static let small: Preview = {
        do {
            let forum = try TestForum(.small)
            guard let preview = try Build(forum.settings()).preview().preview else { fatalError("no preview") }
            return preview
        } catch { fatalError("\(error)") }
    }()

    @Test(arguments: [
        ("", "en/"), ("fr", "fr/"), ("fr-CH, fr;q=0.9, en;q=0.8", "fr/"), ("en;q=0.5, ar", "ar/"), ("xx, es;q=0.1", "es/"),
        ("de-CH", "en/"), (String(repeating: ",;q=", count: 100_000), "en/"), ("ES-mx", "es/"),
    ])
    func theHomeIsInTheReadersLanguage(accepted: String, home: String) throws {
        #expect(Self.small.home(accepting: accepted) == home)
    }

    @Test func aLaterLookGivesWhatAFirstOneWould() throws {
        let forum = try TestForum(.small)
        try forum.settle()
        let build = Build(forum.settings())
        let first = try build.preview()
        let stamps = try build.previewStamps()
        #expect(try build.previewStamps() == stamps && !stamps.isYoung)
        try forum.folder.edit("content/discussions/2026-001/index.en.md", "title: ", "title: New ")
        #expect(try build.previewStamps() != stamps && build.previewStamps().isYoung)
        let later = try #require(try build.preview(after: first).preview)
        let fresh = try sound(forum)
        for path in ["en/", "fr/", "en/2026-001/", "fr/2026-001/"] {
            #expect(try content(later, path)?.bytes == content(fresh, path)?.bytes, "\(path)")
        }
        let page = try #require(try content(later, "en/2026-001/"))
        #expect(String(decoding: page.bytes, as: UTF8.self).contains("<h1>New "))
    }

    @Test func aChangeOfTheThemeIsAChange() throws {
        let forum = try TestForum(.small)
        let stamps = try Build(forum.settings()).previewStamps()
        try forum.folder.edit("themes/wipo/styles/site.css", "margin: 0;", "margin: 0; ")
        #expect(try Build(forum.settings()).previewStamps() != stamps)
    }

    @Test func withErrorsThereIsAPageOfThemAndNoOther() throws {
        let forum = try TestForum(.small)
        try forum.folder.edit("content/discussions/2026-001/index.en.md", "title: ", "titel: ")
        let look = try Build(forum.settings()).preview()
        #expect(!look.isSound && !look.findings.isEmpty)
        let page = try #require(look.preview).failed(look.findings, accepting: "fr")
        let text = String(decoding: page, as: UTF8.self)
        #expect(text.contains("<html lang=\"fr\"") && text.contains("content/discussions/2026-001/index.en.md:"))
        try forum.folder.write("content/forum.yaml", "title: [")
        let lost = try Build(forum.settings()).preview()
        #expect(lost.preview == nil && !lost.isSound)
    }

    @Test func itNeedsNoKeysAndWritesNothing() throws {
        let forum = try TestForum(.small)
        try forum.folder.remove("office")
        let before = try SiteTree(forum.root)
        let preview = try sound(forum)
        _ = try content(preview, "en/")
        let after = try SiteTree(forum.root)
        #expect(before.stamps == after.stamps && before.folders == after.folders)
    }
}

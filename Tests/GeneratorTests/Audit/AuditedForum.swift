import Access
import Diagnostics
import Files
import Foundation
import Model
import ProgramUnderTest
import Testing

@testable import Generator

/// A built forum, whose site is copied to be damaged, and audited.
struct AuditedForum {
    /// The page of the discussion that takes guests.
    static let guestPage = "fr/2026-002/index.html"

    let forum: TestForum
    let audit: Audit
    let keystore: Keystore
    /// The site of an earlier text of the content.
    let before: SiteTree
    let site: SiteTree

    init() throws {
        forum = try TestForum(.small)
        let text = "content/discussions/2026-001/0005.en.md"
        let kept = try forum.folder.text(text)
        try forum.folder.write(text, kept + "\nAn earlier sentence, taken back since.\n")
        try #require(try forum.build().totals != nil)
        before = try forum.site()
        try forum.folder.write(text, kept)
        try #require(try forum.build().totals != nil)
        site = try forum.site()
        keystore = try Keystore.load(office: forum.root + "/office")
        audit = try #require(try Build(forum.settings()).standard(keystore).audit)
    }

    /// What an audit finds in a copy of the site that was changed.
    func findings(_ change: (TemporaryFolder, AuditedForum) throws -> Void) throws -> [Finding] {
        let folder = TemporaryFolder()
        try folder.copy(forum.root + "/site", to: "site")
        try change(folder, self)
        return try audit.report(on: folder.path + "/site").findings
    }

    func sealer() throws -> Sealer { try Sealer(keystore, guestsOf: ["2026-002"], at: TestForum.now) }

    func opener(_ audience: Audience = .members) throws -> Opener { try Opener(audience, of: keystore, at: TestForum.now) }

    /// The text of a page, as whom it is sealed for opens it.
    func text(_ path: String, for audience: Audience = .members) throws -> [UInt8] {
        try opener(audience).open(try #require(site.ciphertext(of: path)), at: Place(page: path, for: audience))
    }

    /// The page's file with another ciphertext in it.
    func page(_ path: String, with sealed: [UInt8], in id: String = "sealed") throws -> String {
        let page = String(decoding: try #require(site.files[path]), as: UTF8.self)
        let old = try #require(site.ciphertext(of: path, in: id))
        return page.replacing(
            String(decoding: PageAlphabet.encode(old), as: UTF8.self), with: String(decoding: PageAlphabet.encode(sealed), as: UTF8.self))
    }

    /// The page's file with another text in it, which the office has sealed.
    func page(_ path: String, saying text: String) throws -> String {
        try page(path, with: try sealer().seal(Array(text.utf8), at: Place(page: path)).bytes)
    }
}

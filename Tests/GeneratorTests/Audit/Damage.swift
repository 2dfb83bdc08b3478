import Access
import Diagnostics
import Foundation
import ProgramUnderTest
import Testing

@testable import Generator

/// What can be wrong with a site, one thing each; what an audit must find of it.
enum Damage: String, CaseIterable {
    case plainPage, titleInName, titleOfFolder, nameBesideCiphertext, swappedPages, swappedLanguages, pageOfOtherKeys
    case guestPageForMembers, memberTextForGuests, partOfAnotherText, partLeftOut, shorterKeyring, wordInKeyring, unknownFile, removedFile
    case removedAttachment, swappedAttachments, cutAttachment, changedAsset, swappedKeyring, oldObject, oldSite, laterText, hiddenText
    case linkAway, symlink, linkedFolder, executable, unsigned, wrongSignature, otherHead, headGone, extraShard, flippedBit

    /// The kinds that must be among what is found.
    var kinds: Set<FindingKind> {
        switch self {
        case .plainPage: [.siteNotSealed]
        case .titleInName, .titleOfFolder: [.siteUnexpectedFile, .siteOpenWords]
        case .nameBesideCiphertext: [.siteNotSealed, .siteOpenWords]
        case .swappedPages, .swappedLanguages, .pageOfOtherKeys, .flippedBit: [.siteNotOpening]
        case .guestPageForMembers, .memberTextForGuests: [.siteWrongAudience]
        case .partOfAnotherText: [.siteNotOpening]
        case .partLeftOut: [.siteNotSealed]
        case .changedAsset, .shorterKeyring, .swappedKeyring: [.siteChangedFile]
        case .wordInKeyring: [.siteChangedFile, .siteOpenWords]
        case .unknownFile, .extraShard: [.siteUnexpectedFile]
        case .removedFile, .removedAttachment: [.siteMissingFile, .siteManifest]
        case .swappedAttachments, .cutAttachment: [.siteNotOpening]
        case .oldObject, .laterText: [.siteManifest, .siteOutdated]
        case .oldSite: [.siteManifest, .siteOutdated]
        case .hiddenText: [.siteHiddenText]
        case .linkAway: [.siteLink]
        case .symlink, .linkedFolder, .executable: [.siteUnsafeFile]
        case .unsigned, .wrongSignature: [.siteNotOpening]
        case .otherHead, .headGone: [.siteManifest]
        }
    }

    func apply(_ folder: TemporaryFolder, _ built: AuditedForum) throws {
        let (page, guestPage) = ("en/2026-001/index.html", AuditedForum.guestPage)
        func write(_ path: String, _ text: String) throws { try folder.write("site/" + path, text) }
        func put(_ path: String, from other: String, of site: SiteTree) throws {
            try folder.write("site/" + path, try #require(site.files[other]))
        }
        switch self {
        case .plainPage: try write(page, "<!doctype html><title>Forum</title><main id=\"main\">Hello</main>")
        case .titleInName: try put("en/after-the-course-infrastructure/index.html", from: page, of: built.site)
        case .titleOfFolder:
            try FileManager.default.createDirectory(atPath: folder.path + "/site/infrastructure", withIntermediateDirectories: true)
        case .nameBesideCiphertext: try folder.edit("site/" + page, "</template>", "</template><!-- Not even announced -->")
        case .swappedPages: try put("fr/2026-001/index.html", from: "fr/2026-005/index.html", of: built.site)
        case .swappedLanguages:
            try write(page, try built.page(page, with: try #require(built.site.ciphertext(of: "fr/2026-001/index.html"))))
        case .pageOfOtherKeys:
            let other = try TestForum(.small, seed: 7)
            try other.build()
            try write(page, try built.page(page, with: try #require(try other.site().ciphertext(of: page))))
        case .guestPageForMembers:
            let sealed = try built.sealer().seal(try built.text(guestPage, for: .guests(of: "2026-002")), at: Place(page: guestPage))
            try write(guestPage, try built.page(guestPage, with: sealed.bytes))
        case .memberTextForGuests:
            let sealed = try built.sealer().seal(Array("Text\n".utf8), at: Place(page: guestPage, for: .guests(of: "2026-002")))
            try write(guestPage, try built.page(guestPage, with: sealed.bytes, in: "members"))
        case .partOfAnotherText:
            let other = try built.sealer().seal(Array("Other\n".utf8), at: Place(page: guestPage, for: .guests(of: "2026-002")))
            let text = try built.text(guestPage, for: .guests(of: "2026-002"))
            let part = try built.sealer().seal(Part.text(from: text, to: text, on: other), at: Place(part: guestPage))
            try write(guestPage, try built.page(guestPage, with: part.bytes, in: "members"))
        case .partLeftOut:
            let whole = String(decoding: try #require(built.site.files[guestPage]), as: UTF8.self)
            let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
            try write(guestPage, lines.filter { !$0.contains("id=\"members\"") }.joined(separator: "\n"))
        case .changedAsset: try append("assets/gate.", " ", folder, built)
        case .wordInKeyring: try append("keyring/head.js", "// Not even announced\n", folder, built)
        case .unknownFile: try write("robots.txt", "")
        case .removedFile: try folder.remove("site/" + page)
        case .removedAttachment: try folder.remove("site/" + (try attachments(built)[0]))
        case .swappedAttachments: try put(try attachments(built)[0], from: try attachments(built)[1], of: built.site)
        case .cutAttachment:
            let path = try attachments(built)[0]
            try folder.write("site/" + path, Array(try #require(built.site.files[path]).dropLast()))
        case .shorterKeyring: try write("keyring/3.js", "rostrumKeyring[\"3\"]=\"AAAA\";\n")
        case .swappedKeyring: try put("keyring/3.js", from: "keyring/4.js", of: built.site)
        case .oldObject: try put(page, from: page, of: built.before)
        case .oldSite:
            try folder.remove("site")
            for path in built.before.files.keys { try put(path, from: path, of: built.before) }
        case .laterText: try write(page, try built.page(page, saying: "Title\n<main id=\"main\">Another text.</main>"))
        case .hiddenText: try write(page, try built.page(page, saying: "Title\n<p>See: Not to be seen before it opens.</p>"))
        case .linkAway: try write(page, try built.page(page, saying: "Title\n<p><a href=\"../../../office/\">Out</a></p>"))
        case .symlink: try FileManager.default.createSymbolicLink(atPath: folder.path + "/site/en/x", withDestinationPath: "/etc/passwd")
        case .linkedFolder:
            try FileManager.default.moveItem(atPath: folder.path + "/site/en", toPath: folder.path + "/en")
            try FileManager.default.createSymbolicLink(atPath: folder.path + "/site/en", withDestinationPath: "../en")
        case .executable: try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/site/" + page)
        case .unsigned: try change(page, folder, built) { $0[6] = 0 }
        case .wrongSignature: try change(page, folder, built) { $0[60] ^= 1 }
        case .otherHead: try append("manifest/head.bin", " ", folder, built)
        case .headGone: try folder.remove("site/manifest/head.bin")
        case .extraShard: try write("manifest/1/0.bin", "")
        case .flippedBit: try change(page, folder, built) { $0[$0.count - 20] ^= 4 }
        }
    }

    private func attachments(_ built: AuditedForum) throws -> [String] {
        let files = built.site.files.keys.filter { $0.hasPrefix("files/") }.sorted()
        try #require(files.count >= 2)
        return files
    }

    /// Appends to the first file whose path begins like that.
    private func append(_ beginning: String, _ text: String, _ folder: TemporaryFolder, _ built: AuditedForum) throws {
        let path = try #require(built.site.files.keys.sorted().first { $0.hasPrefix(beginning) })
        try folder.write("site/" + path, try #require(built.site.files[path]) + Array(text.utf8))
    }

    /// Changes the ciphertext of a page.
    private func change(_ path: String, _ folder: TemporaryFolder, _ built: AuditedForum, _ change: (inout [UInt8]) -> Void) throws {
        var sealed = try #require(built.site.ciphertext(of: path))
        change(&sealed)
        try folder.write("site/" + path, try built.page(path, with: sealed))
    }
}

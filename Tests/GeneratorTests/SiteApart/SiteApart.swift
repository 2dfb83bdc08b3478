import Access
import Foundation
import Model

@testable import Generator

/// Takes a site apart to the last byte. Whatever is not what it must be is a fault; it fails closed.
struct SiteApart {
    private let site: SiteTree
    private let open: OpenParts
    private let words: ContentWords
    private let opener: Opener
    /// Names of assets by what they are: `site`, `gate`, `gate.fr`.
    private let assets: [String: String]

    init(_ site: SiteTree, open: OpenParts, words: ContentWords, passphrase: Passphrase) throws {
        self.site = site
        self.open = open
        self.words = words
        opener = try KeyringReader { site.files[$0] }.unlock(passphrase)
        assets = Dictionary(
            site.files.keys.sorted().compactMap { path in
                path.wholeMatch(of: #/assets/((.+)\.[0-9a-f]{16}\.(css|js))/#).map { (String($0.2), String($0.1)) }
            }
        ) { first, _ in first }
    }

    /// Everything that is wrong, in the order of the paths.
    func faults() throws -> [String] {
        var faults: [String] = []
        var outside: Set<String> = []
        var sizes: Set<Int> = []
        var keyring = 0
        for (path, bytes) in site.files.sorted(by: { $0.key < $1.key }) {
            let text = String(decoding: bytes, as: UTF8.self)
            outside.insert(path)
            switch path {
            case "index.html", "404.html":
                outside.insert(text)
                if text != (try open.front(path == "index.html" ? "front" : "not-found", assets: assets)) {
                    faults.append("\(path): not as in the theme")
                }
            case "keyring/head.js":
                let grammar = #/var rostrumKeyring=\{"head":"1 [0-9a-f]{32} [0-9a-f]{64} \d+ [0-9a-f]{16}"\};\n/#
                if text.wholeMatch(of: grammar) == nil { faults.append("\(path): not the head of a keyring") }
            case _ where path.hasPrefix("keyring/"):
                let name = path.dropFirst(8).dropLast(3)
                let entries = Self.inner(bytes, between: Array("rostrumKeyring[\"\(name)\"]=\"".utf8), and: Array("\";\n".utf8))
                if path.wholeMatch(of: #/keyring/[0-9a-f]\.js/#) == nil || entries.flatMap(Self.base64) == nil {
                    faults.append("\(path): no file of a keyring")
                }
                sizes.insert(bytes.count)
                keyring += 1
            case _ where path.hasPrefix("assets/"):
                outside.insert(text)
                if try open.asset(String(path.dropFirst(7))) != bytes { faults.append("\(path): not identical to its source") }
            default:
                let page = try page(path, bytes)
                outside.insert(page.outside)
                faults += page.faults.map { "\(path): \($0)" }
            }
        }
        if keyring != 16 || sizes.count != 1 { faults.append("keyring: \(keyring) files of \(sizes.count) sizes") }
        if assets.count != 3 + open.languages.count || site.files.keys.count(where: { $0.hasPrefix("assets/") }) != assets.count {
            faults.append("assets: \(assets.count)")
        }
        return faults + words.found(in: outside.sorted().joined(separator: "\n")).map { "content stands open: \($0)" }
    }

    /// What stands between two given texts; nil where either is missing.
    private static func inner(_ bytes: [UInt8], between before: [UInt8], and after: [UInt8]) -> ArraySlice<UInt8>? {
        guard bytes.count > before.count + after.count, bytes.starts(with: before), bytes.suffix(after.count).elementsEqual(after) else {
            return nil
        }
        return bytes[before.count..<bytes.count - after.count]
    }

    /// The bytes for characters of base 64, in the one way in which they can be written; nil for anything else.
    private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard let data = Data(base64Encoded: Data(text)), data.base64EncodedData().elementsEqual(text) else { return nil }
        return Array(data)
    }

    /// What is wrong with a page, and what of it is open.
    private func page(_ path: String, _ bytes: [UInt8]) throws -> (faults: [String], outside: String) {
        let text = { String(decoding: bytes, as: UTF8.self) }
        let grammar = #/([a-z]{2,3}(?:-[a-z]{2,4})?)/(?:(\d{4}-\d{3,}|[a-z2-7]{16})/)?index\.html/#
        guard let match = path.wholeMatch(of: grammar), open.languages.contains(String(match.1)) else {
            return (["no path of a page"], text())
        }
        let shell = try open.shell(String(match.1), root: match.2 == nil ? "../" : "../../", assets: assets)
        guard let inner = Self.inner(bytes, between: Array(shell.before.utf8), and: Array(shell.after.utf8)) else {
            return (["not the shell of its language"], text())
        }
        guard let sealed = Self.base64(inner) else { return (["not base 64"], text()) }
        let outside = shell.before + shell.after
        do {
            let plain = String(decoding: try opener.open(sealed, at: Place(page: path)), as: UTF8.self)
            guard plain.contains("<main id=\"main\"") else { return (["opens, but holds no page"], outside) }
        } catch {
            return (["does not open: \(error)"], outside)
        }
        let elsewhere = ["fr/index.html", "en/2026-001/index.html", "index.html"].filter { $0 != path && opens(sealed, at: $0) }
        return (elsewhere.map { "opens at \($0), too" }, outside)
    }

    private func opens(_ sealed: [UInt8], at path: String) -> Bool {
        do {
            _ = try opener.open(sealed, at: Place(page: path))
            return true
        } catch {
            return false
        }
    }
}

import Access
import Files
import Foundation
import Testing

/// A finished site as it lies on the disk.
struct SiteTree: Equatable {
    /// Bytes by path from the site's root.
    var files: [String: [UInt8]] = [:]
    /// Of every file.
    private(set) var stamps: [String: FileStamp] = [:]
    private(set) var folders: Set<String> = []

    init(_ root: String) throws {
        try walk(root, "")
    }

    private mutating func walk(_ root: String, _ prefix: String) throws {
        for entry in try FileSystem.entries(of: root + "/" + prefix) {
            let path = prefix + entry.name
            if entry.kind == .folder {
                folders.insert(path)
                try walk(root, path + "/")
            } else {
                files[path] = try FileSystem.read(root + "/" + path, limit: 100_000_000)
                stamps[path] = try FileSystem.look(root + "/" + path)?.stamp
            }
        }
    }

    /// The pages' files, sorted: all that lies below a language.
    var pages: [String] {
        files.keys.filter { $0.hasSuffix("/index.html") }.sorted()
    }

    /// What differs in `other`: files that are there only once, or with other bytes, sorted. How often there was a manifest counts
    /// for nothing: sites that were built in other steps have other counters.
    func differences(from other: SiteTree) -> [String] {
        let (a, b) = (uncounted, other.uncounted)
        return Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
    }

    static func == (a: SiteTree, b: SiteTree) -> Bool { a.uncounted == b.uncounted && a.uncountedFolders == b.uncountedFolders }

    /// The files, with no counter in the manifest.
    private var uncounted: [String: [UInt8]] {
        Dictionary(
            uniqueKeysWithValues: files.map { path, bytes in
                path == "manifest/head.bin"
                    ? (path, Array(bytes.prefix(8) + bytes[12..<48])) : (Self.withoutCounter(path), bytes)
            })
    }

    fileprivate var uncountedFolders: Set<String> { Set(folders.map(Self.withoutCounter)) }

    private static func withoutCounter(_ path: String) -> String {
        path.replacing(#/manifest\/[0-9]+/#, with: "manifest/COUNTER")
    }

    /// The texts of all pages, opened as a reader does: of a page for guests, what members see.
    func opened(with passphrase: Passphrase) throws -> [String: String] {
        let opener = try KeyringReader { files[$0] }.unlock(passphrase)
        var texts: [String: String] = [:]
        for path in pages {
            let sealed = try #require(ciphertext(of: path), "\(path) holds no ciphertext")
            let discussion = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
            let place = sealed[5] == 0 ? Place(page: path) : Place(page: path, for: .guests(of: discussion))
            var text = try opener.open(sealed, at: place)
            if let part = ciphertext(of: path, in: "members") {
                text = try Part.members(try opener.open(part, at: Place(part: path)), of: text, on: sealed)
            }
            texts[path] = String(decoding: text, as: UTF8.self)
        }
        return texts
    }

    /// What a page holds sealed; nil where it holds none.
    func ciphertext(of path: String, in id: String = "sealed") -> [UInt8]? {
        let page = String(decoding: files[path] ?? [], as: UTF8.self)
        guard let start = page.range(of: "<template id=\"\(id)\">") else { return nil }
        guard let end = page.range(of: "</template>", range: start.upperBound..<page.endIndex) else { return nil }
        return PageAlphabet.decode(Array(page[start.upperBound..<end.lowerBound].utf8)[...])
    }
}

/// What is said where two sites that ought to be the same are not.
func expectSame(_ site: SiteTree, _ other: SiteTree, _ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let different = site.differences(from: other)
    #expect(different.isEmpty, "\(what): \(different.prefix(8))", sourceLocation: sourceLocation)
    #expect(site.uncountedFolders == other.uncountedFolders, "\(what)", sourceLocation: sourceLocation)
}

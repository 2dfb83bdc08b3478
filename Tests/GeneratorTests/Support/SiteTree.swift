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

    /// What differs in `other`: files that are there only once, or with other bytes, sorted.
    func differences(from other: SiteTree) -> [String] {
        Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
    }

    static func == (a: SiteTree, b: SiteTree) -> Bool { a.files == b.files && a.folders == b.folders }

    /// The texts of all pages, opened as a reader does.
    func opened(with passphrase: Passphrase) throws -> [String: String] {
        let opener = try KeyringReader { files[$0] }.unlock(passphrase)
        var texts: [String: String] = [:]
        for path in pages {
            let sealed = try #require(ciphertext(of: path), "\(path) holds no ciphertext")
            texts[path] = String(decoding: try opener.open(sealed, at: Place(page: path)), as: UTF8.self)
        }
        return texts
    }

    /// What a page holds in base 64; nil where it holds none.
    func ciphertext(of path: String) -> [UInt8]? {
        let page = String(decoding: files[path] ?? [], as: UTF8.self)
        guard let start = page.range(of: "<template id=\"sealed\">"), let end = page.range(of: "</template>") else { return nil }
        guard start.upperBound <= end.lowerBound else { return nil }
        return Data(base64Encoded: String(page[start.upperBound..<end.lowerBound])).map(Array.init)
    }
}

/// What is said where two sites that ought to be the same are not.
func expectSame(_ site: SiteTree, _ other: SiteTree, _ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let different = site.differences(from: other)
    #expect(different.isEmpty, "\(what): \(different.prefix(8))", sourceLocation: sourceLocation)
    #expect(site.folders == other.folders, "\(what)", sourceLocation: sourceLocation)
}

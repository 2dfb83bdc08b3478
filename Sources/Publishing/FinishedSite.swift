import Access
package import Diagnostics
import Files

/// A finished `site/`: every file, in the order in which it has to arrive.
///
/// The rules of this target: nothing of the forum is changed but the record of what was published where; nothing at a target is
/// touched but what a publication put there; what a target has is told by content, never by times; a site is read under
/// the forum's lock, so that no build swaps it meanwhile.
package struct FinishedSite: Sendable {
    package struct File: Sendable, Equatable {
        /// From the site's root, with `/`.
        package let path: String
        /// Bytes.
        package let size: Int
        /// SHA-256 in lower-case hexadecimal.
        package let hash: String

        var turn: UploadTurn { UploadTurn(of: path) }
    }

    /// Tells where it may be published to.
    let folders: ForumFolders
    /// The forum's office, which may lie elsewhere.
    let office: String
    /// In the order of the upload.
    package let files: [File]

    /// The folder of the site.
    let folder: String

    /// What keeps strangers out of it.
    package enum Gate: Sendable {
        case sealed, server

        /// What no such site is without.
        var needed: [String] {
            switch self {
            case .sealed: ["index.html", "keyring/head.js", "manifest/head.bin"]
            case .server: ["index.html", "server/apache.conf", "server/nginx.conf"]
            }
        }
    }

    /// Reads every file of it.
    package init(root: String, office: String, gate: Gate, progress: PublishingProgress = .silent) throws(Failure) {
        folders = try ForumFolders(root: root, office: office)
        self.office = office
        let folder = root + "/site"
        self.folder = folder
        for needed in gate.needed where try FileSystem.look(folder + "/" + needed) == nil {
            throw Failure("there is no finished site in \(folder): no \(needed)", remedy: "Run `rostrum build` first.")
        }
        let paths = try Self.paths(in: folder, "")
        var files: [File] = []
        for (index, path) in paths.enumerated() {
            progress.step("reading", index + 1, of: paths.count)
            let file = try OpenFile(folder + "/" + path)
            files.append(File(path: path, size: file.count, hash: try Digest.sha256Hex(of: file)))
        }
        self.files = files.sorted { ($0.turn, $0.path) < ($1.turn, $1.path) }
    }

    private static func paths(in folder: String, _ prefix: String) throws(Failure) -> [String] {
        var found: [String] = []
        for (name, kind) in try FileSystem.entries(of: folder + "/" + prefix) where prefix + name != ".gitkeep" {
            let path = prefix + name
            guard SitePath.isValid(path), kind == .file || kind == .folder else {
                throw Failure("\(folder)/\(path) is nothing that a build writes", remedy: "Remove it, or run `rostrum build` again.")
            }
            found += kind == .folder ? try paths(in: folder, path + "/") : [path]
        }
        return found
    }
}

/// Paths as a site has them: they mean the same in a list for rsync, in an address, and in an archive.
enum SitePath {
    /// Letters, digits, `.`, `-` and `_`, in parts that lead nowhere else.
    static func isValid(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            part.first != UInt8(ascii: "-") && part.contains { $0 != UInt8(ascii: ".") } && part.allSatisfy(isPlain)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: ".-_".utf8.contains(byte)
        }
    }

    /// The folders above a path, the nearest first.
    static func folders(above path: String) -> [String] {
        let parts = path.split(separator: "/")
        return (1..<max(parts.count, 1)).reversed().map { parts.prefix($0).joined(separator: "/") }
    }
}

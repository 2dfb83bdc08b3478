import Files

/// The files of a site by the paths of requests.
struct SiteFiles: Sendable {
    enum Found {
        case file([UInt8], type: String)
        /// A folder asked for without the `/` at its end.
        case folder
        /// Nothing there; the site's own page for that, where it has one.
        case nothing(page: [UInt8]?)
    }

    let folder: String
    /// The path of the site on its own host, beginning and ending in `/`.
    let base: String

    /// - Parameter path: the path of the address, percent signs resolved, beginning with `/`.
    func find(_ path: String) -> Found {
        let path = path.hasPrefix(base) ? "/" + path.dropFirst(base.count) : path
        var parts = path.split(separator: "/", omittingEmptySubsequences: true)
        let unsafe = parts.contains { $0.hasPrefix(".") || $0.utf8.contains(0) || $0.contains("\\") }
        guard path.hasPrefix("/"), !unsafe else { return nothing() }
        if path.hasSuffix("/") { parts.append("index.html") }
        let name = parts.joined(separator: "/")
        let full = folder + "/" + name
        do {
            switch try FileSystem.look(full)?.kind {
            case .file: return .file(try FileSystem.read(full, limit: 1 << 30) ?? [], type: Self.type(of: name))
            case .folder: return .folder
            default: return nothing()
            }
        } catch {
            return nothing()  // a file that cannot be read is not served
        }
    }

    private func nothing() -> Found {
        do {
            return .nothing(page: try FileSystem.read(folder + "/404.html", limit: 1 << 20))
        } catch {
            return .nothing(page: nil)  // a site without such a page
        }
    }

    private static func type(of name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "json": "application/json", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
    ]
}

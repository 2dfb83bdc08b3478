import Files

/// The files of a finished site.
package struct SiteFiles: LocalSource {
    private let folder: String

    /// - Parameter folder: the site's.
    package init(folder: String) {
        self.folder = folder
    }

    package func answer(_ request: LocalRequest) async -> LocalAnswer {
        guard var parts = request.parts else { return nothing() }
        if request.path.hasSuffix("/") { parts.append("index.html") }
        let name = parts.joined(separator: "/")
        let full = folder + "/" + name
        do {
            switch try FileSystem.look(full)?.kind {
            case .file: return LocalAnswer(type: Self.type(of: name), try FileSystem.read(full, limit: 1 << 30) ?? [])
            case .folder: return .folder
            default: return nothing()
            }
        } catch {
            return nothing()  // a file that cannot be read is not served
        }
    }

    /// The site's own page for that, where it has one.
    private func nothing() -> LocalAnswer {
        do {
            if let page = try FileSystem.read(folder + "/404.html", limit: 1 << 20) { return LocalAnswer(status: 404, page) }
        } catch {
            // A site without such a page.
        }
        return .text("Not found.\n", status: 404)
    }

    private static func type(of name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "html": LocalAnswer.html, "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "json": "application/json", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
    ]
}

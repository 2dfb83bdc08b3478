package import Diagnostics

/// Where a site is served.
package struct SiteAddress: Sendable, Equatable {
    /// http or https, ending in `/`, in printable ASCII.
    package let text: String

    /// - Parameter option: the option that names it, for messages.
    package init(_ address: String, option: String) throws(Failure) {
        let lower = address.lowercased()
        let isPlain = address.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 34 && $0 != 92 }
        guard isPlain, lower.hasPrefix("http://") || lower.hasPrefix("https://"), !address.contains("?"), !address.contains("#") else {
            throw Failure("\"\(address)\" is no address of a site", remedy: "Write it as in \(option) https://forum.example.org/")
        }
        text = address.hasSuffix("/") ? address : address + "/"
    }

    /// The address of a file of the site, as readers ask for it: a page by its folder.
    func page(_ path: String) -> String {
        text + (path == "index.html" || path.hasSuffix("/index.html") ? path.dropLast(10) : path[...])
    }

    /// Whether what is sent there is seen by nobody between: over https, or to this machine itself.
    var isPrivate: Bool {
        guard text.lowercased().hasPrefix("http://") else { return true }
        let host = text.dropFirst(7).prefix { $0 != "/" && $0 != "@" }
        return ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") } && !text.contains("@")
    }
}

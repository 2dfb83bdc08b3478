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
    var isPrivate: Bool { text.lowercased().hasPrefix("https://") || Self.isThisMachine(text) }

    /// Refuses an address where a password that is sent to it could be read on the way.
    func requirePrivate() throws(Failure) {
        guard isPrivate else {
            throw Failure(
                "\(text) is not encrypted: names and passwords would travel in the clear",
                remedy: "Have the host serve the forum over https, and give that address.")
        }
    }

    /// Whether an address names the machine that asks; none does that has a name and a password in it.
    static func isThisMachine(_ address: String) -> Bool {
        guard let start = address.firstRange(of: "://")?.upperBound, !address.contains("@") else { return false }
        let host = address[start...].prefix { $0 != "/" }.lowercased()
        return ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix($0 + ":") }
    }

    /// Where else the same host may have a file of the site, past the settings for its folder: with slashes that are not made one, in
    /// other case, and without encryption.
    func otherWays(to path: String) -> [String] {
        guard let start = text.firstRange(of: "://")?.upperBound, let slash = text[start...].firstIndex(of: "/") else { return [] }
        let (host, folder) = (text[..<slash], text[slash...])
        var ways = ["\(host)/\(folder)\(path)", "\(host)/%2f\(folder.dropFirst())\(path)"]
        if folder.uppercased() != folder { ways.append("\(host)\(folder.uppercased())\(path)") }
        if text.lowercased().hasPrefix("https://") {
            let name = text[start..<slash]
            let port = name.lastIndex(of: ":").map { name[$0...] } ?? ""
            let hasPort = port.dropFirst().allSatisfy(\.isNumber)
            ways.append("http://\(hasPort ? name.dropLast(port.count) : name)\(folder)\(path)")
        }
        return ways
    }
}

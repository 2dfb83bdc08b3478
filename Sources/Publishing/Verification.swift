import Access
package import Diagnostics
import Files

/// What an address serves, compared with what was built. The system's curl fetches: many files at once, in bounded time and size.
package struct Verification: Sendable {
    package struct Difference: Sendable, Equatable {
        package enum Kind: String, Sendable {
            /// Nothing is served there.
            case missing
            /// What is served is neither what was built nor what was published before.
            case different
            /// What was published before is still served.
            case old
        }

        /// From the site's root.
        package let path: String
        package let kind: Kind
    }

    private let address: String
    private let tool: Tool

    /// - Parameter address: of the site's root, http or https.
    package init(_ address: String) throws(Failure) {
        let lower = address.lowercased()
        let isPlain = address.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 34 && $0 != 92 }
        guard isPlain, lower.hasPrefix("http://") || lower.hasPrefix("https://"), !address.contains("?"), !address.contains("#") else {
            throw Failure("\"\(address)\" is no address of a site", remedy: "Write it as in --verify https://forum.example.org/")
        }
        self.address = address.hasSuffix("/") ? address : address + "/"
        tool = try Tool("curl")
    }

    /// - Parameter former: what the site had once, by path, with the hashes of what may have been there.
    /// - Returns: everything that is not as built, in the order of the upload, what should be gone last.
    package func run(
        _ files: [FinishedSite.File], former: [String: Set<String>], progress: PublishingProgress
    ) throws(Failure) -> [Difference] {
        // Servers keep their own settings to themselves.
        let files = files.filter { !$0.path.hasPrefix(".") && !$0.path.contains("/.") }
        let paths = Set(files.map(\.path))
        let gone = former.keys.filter { !paths.contains($0) && !$0.hasPrefix(".") }.sorted()
        let wanted =
            files.map { Wanted(path: $0.path, hash: $0.hash, size: $0.size) } + gone.map { Wanted(path: $0, hash: nil, size: 1 << 28) }
        let scratch = try ScratchFolder()
        var differences: [Difference] = []
        for start in stride(from: 0, to: wanted.count, by: Self.atOnce) {
            let batch = Array(wanted[start..<min(start + Self.atOnce, wanted.count)])
            let served = try fetch(batch.map(\.path), limit: batch.map(\.size).max() ?? 0, scratch)
            for (file, found) in zip(batch, served) {
                let old = former[file.path] ?? []
                switch (file.hash, found) {
                case (let hash?, let found?) where hash == found: break
                case (_, let found?) where old.contains(found): differences.append(Difference(path: file.path, kind: .old))
                case (.some, .some): differences.append(Difference(path: file.path, kind: .different))
                case (.some, nil): differences.append(Difference(path: file.path, kind: .missing))
                case (nil, _): break  // gone, or another thing's page now
                }
            }
            progress.step("fetching", start + batch.count, of: wanted.count)
        }
        return differences
    }

    private struct Wanted: Sendable {
        let path: String
        /// Nil where nothing should be.
        let hash: String?
        let size: Int
    }

    private static let atOnce = 250

    /// The SHA-256 of what is served for each path; nil where nothing is.
    private func fetch(_ paths: [String], limit: Int, _ scratch: ScratchFolder) throws(Failure) -> [String?] {
        let folder = scratch.path + "/served"
        try FileSystem.remove(folder)
        try FileSystem.makeFolder(folder, mode: 0o700)
        // A page is asked for as readers do: by its folder.
        var settings = Self.settings + "max-filesize = \(limit + 65_536)\n"
        settings += "max-time = \(120 + (limit >> 16))\n"
        for (index, path) in paths.enumerated() {
            let name = path == "index.html" || path.hasSuffix("/index.html") ? path.dropLast(10) : path[...]
            settings += "url = \"\(address)\(name)\"\noutput = \"\(folder)/\(index)\"\n"
        }
        let outcome = try tool.run(["-q", "--config", "-"], input: settings, in: scratch)
        var served = [String?](repeating: nil, count: paths.count)
        var unreachable = 0
        for line in outcome.output.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 3, let index = words[0].split(separator: "/").last.flatMap({ Int($0) }), served.indices.contains(index)
            else {
                continue
            }
            if words[1] == "000" { unreachable += 1 }
            // 63: larger than it may be, so another; that it was cut short counts as another, too.
            if words[1] == "200", try FileSystem.look("\(folder)/\(index)")?.kind == .file {
                served[index] = try Digest.sha256Hex(of: try OpenFile("\(folder)/\(index)"))
            } else if words[1] == "200" {
                served[index] = words[2] == "0" ? Digest.sha256Hex([]) : ""
            }
        }
        guard unreachable < paths.count, !outcome.output.isEmpty else {
            throw Failure("\(address) does not answer: \(outcome.reason(lines: 1))", remedy: "Check the address, and that the server runs.")
        }
        return served
    }

    private static let settings = """
        parallel
        parallel-max = 8
        silent
        no-progress-meter
        show-error
        proto = "=http,https"
        netrc-optional
        connect-timeout = 20
        speed-limit = 100
        speed-time = 30
        header = "Cache-Control: no-cache"
        write-out = "%{filename_effective} %{http_code} %{exitcode}\\n"

        """
}

package import Access
import Confinement
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

    private let address: SiteAddress
    private let account: LoginList.Account?
    private let curl: Curl

    /// - Parameter account: with which to sign in where the server asks for it; without, what the user's `.netrc` has for it.
    package init(_ address: SiteAddress, account: LoginList.Account? = nil) throws(Failure) {
        if account != nil { try address.requirePrivate() }
        self.address = address
        self.account = account
        curl = try Curl()
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
        let requests = paths.enumerated().map { index, path in
            Curl.Request(address: address.page(path), output: "\(folder)/\(index)")
        }
        let manner = Curl.Manner(
            headers: ["Cache-Control: no-cache"], account: account.map { ($0.name, $0.password) }, usesOwnPasswords: account == nil,
            limit: limit + 65_536)
        let answers = try curl.run(requests, manner, in: scratch)
        var served = [String?](repeating: nil, count: paths.count)
        for (index, answer) in answers.enumerated() where answer.status == 200 {
            // What is larger than it may be is cut short, and so another.
            if try FileSystem.look("\(folder)/\(index)")?.kind == .file {
                served[index] = try Digest.sha256Hex(of: try OpenFile("\(folder)/\(index)"))
            } else {
                served[index] = answer.isWhole ? Digest.sha256Hex([]) : ""
            }
        }
        return served
    }
}

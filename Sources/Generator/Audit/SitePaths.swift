import Access
import Diagnostics
import Model

/// Which paths a site can have: names of files that are open by intent, languages of the forum, numbers of its discussions, opaque names.
struct SitePaths: Sendable {
    private let open: Set<String>
    private let languages: Set<Substring>
    private let discussions: Set<Substring>
    private let gate: Forum.Gate

    /// - Parameter open: the paths of what is open by intent, but for the manifest.
    init(_ site: Site, open: some Sequence<String>) {
        self.open = Set(open)
        gate = site.forum.gate
        languages = Set(site.forum.languages.map { $0.code[...] })
        discussions = Set((site.catalog.topics.map(\.discussion.id) + site.catalog.withdrawnDiscussions.map(\.id)).map { $0[...] })
    }

    /// Whether something of the content can lie there.
    func isContent(_ path: String) -> Bool {
        var parts = Self.parts(of: path)
        if gate == .server, parts.count > 2, parts[0] == "guests", discussions.contains(parts[1]) { parts.removeFirst(2) }
        if parts.first == "files" || parts.first == "search" {
            let endings =
                gate == .sealed || parts.first == "search"
                ? ["bin"] : ["bin"] + MediaType.shown.map { String($0.dropFirst("image/".count)) }
            return (parts.count == 2 || gate == .sealed && parts.count == 3 && discussions.contains(parts[1]))
                && endings.contains { Self.isOpaque(parts.last ?? "", ending: "." + $0) }
        }
        guard (2...4).contains(parts.count), languages.contains(parts[0]), parts.last == "index.html" else { return false }
        switch parts.count {
        case 2: return true
        case 3: return discussions.contains(parts[1]) || Self.isOpaque(parts[1])
        default: return discussions.contains(parts[1]) && Self.isOpaque(parts[2])
        }
    }

    /// Whether something open can lie there.
    func isOpen(_ path: String) -> Bool {
        if open.contains(path) { return true }
        guard gate == .sealed else { return false }
        if path == Manifest.head { return true }
        let parts = Self.parts(of: path)
        return parts.count == 3 && parts[0] == Manifest.folder && Self.isNumber(parts[1]) && parts[2].hasSuffix(".bin")
            && Self.isNumber(parts[2].dropLast(4))
    }

    private func allows(_ path: String, sealed: Bool) -> Bool {
        switch gate {
        case .sealed: sealed ? isContent(path) : isOpen(path)
        case .server: !sealed && (isContent(path) || isOpen(path))
        }
    }

    /// Stops a build that is about to write something else, or something open in the place of what is sealed: a fault of the program.
    ///
    /// - Parameter files: every file of the next site.
    func hold(_ files: [String: TreeRecord.File], workers: Workers) throws(Failure) {
        let files = files.map { (path: $0, isSealed: !$1.objects.isEmpty) }
        _ = try workers.map(files.count, chunk: 1024) { (index) throws(Failure) in
            guard !allows(files[index].path, sealed: files[index].isSealed) else { return }
            let what = "the build made a file \(files[index].path), which no site may have"
            throw Failure(what, remedy: "Please report this fault of the program.")
        }
    }

    private static func parts(of path: String) -> [Substring] {
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0) }
    }

    private static func isOpaque(_ name: Substring, ending: String = "") -> Bool {
        name.utf8.count == 16 + ending.utf8.count && name.hasSuffix(ending)
            && name.utf8.prefix(16).allSatisfy { (97...122).contains($0) || (50...55).contains($0) }
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }
}

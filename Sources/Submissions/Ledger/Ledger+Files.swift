import Access
package import Diagnostics
import Files

/// The files of a transaction.
extension Ledger {
    /// Where something lies on this machine.
    package func place(_ path: String) -> String {
        path.hasPrefix("office/") ? office + path.dropFirst(6) : root + "/" + path
    }

    /// The hash of what stands at a path; nil where there is nothing.
    package func hash(_ path: String) throws(Failure) -> String? {
        guard try FileSystem.look(place(path)) != nil else { return nil }
        return try Digest.sha256Hex(of: OpenFile(place(path)))
    }

    /// Throws where something else stands there than what the change was made for.
    func require(_ change: Change) throws(Failure) {
        let expected: String?
        switch change {
        case .put(let path, _, let before):
            try requireOwn(path)
            expected = before
        case .remove(_, let before): expected = before
        case .removeFolder: return
        }
        guard try hash(change.path) == expected else {
            throw Failure("\(change.path) was changed by somebody else meanwhile", remedy: "Nothing was changed. Run the command again.")
        }
    }

    func make(_ change: Change) throws(Failure) {
        try stage(change)
        try finish(change)
    }

    /// Throws where a link on the way would lead elsewhere.
    private func requireOwn(_ path: String) throws(Failure) {
        var parts = path.split(separator: "/").dropLast()
        // The office itself may lie behind one, where its owner has put it.
        while parts.count > 1 || parts.first == "content" {
            let folder = place(parts.joined(separator: "/"))
            guard try FileSystem.look(folder)?.kind != .link else {
                throw Failure("\(folder) is a link, and nothing is written through it", remedy: "Put a folder in its place.")
            }
            parts.removeLast()
            if parts.isEmpty { break }
        }
    }

    /// Writes a new file beside where it belongs: all of a change that a disk may refuse.
    func stage(_ change: Change) throws(Failure) {
        guard case .put(_, let bytes, _) = change else { return }
        let path = place(change.path)
        let isPrivate = change.path.hasPrefix("office/")
        if let cut = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<cut]), mode: isPrivate ? 0o700 : 0o755) }
        if try FileSystem.look(path + ".new") != nil { try FileSystem.remove(path + ".new") }
        try FileSystem.create(path + ".new", bytes, mode: isPrivate ? 0o600 : 0o644)
    }

    /// Carries out a change that was staged.
    func finish(_ change: Change) throws(Failure) {
        let path = place(change.path)
        switch change {
        case .put: try FileSystem.rename(path + ".new", to: path)
        case .remove:
            try FileSystem.remove(path)
            dropEmptyFolders(above: change.path)
        case .removeFolder: try FileSystem.remove(path)
        }
    }

    /// Takes away what was staged for a transaction that never happened.
    func forget(_ transaction: Transaction) throws(Failure) {
        for change in transaction.changes {
            guard case .put(let path, _, _) = change else { continue }
            // Where nothing could be written, there is nothing that a disk would have to let go.
            let staged = place(path) + ".new"
            if try FileSystem.look(staged) != nil { try FileSystem.remove(staged) }
            dropEmptyFolders(above: path)
        }
        try file.write(.settled(transaction.before))
    }

    /// Removes the folders of a discussion, an entry or a submission in which nothing is left, as `content/discussions/2026-014/files`.
    func dropEmptyFolders(above path: String) {
        var parts = path.split(separator: "/").dropLast()
        while parts.count > 2, FileSystem.removeEmptyFolder(place(parts.joined(separator: "/"))) { parts.removeLast() }
    }
}

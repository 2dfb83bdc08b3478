import Diagnostics
import Files

/// Copies of the keystore's file in `office/backups/`, named after their generation: the last three, and none with a passphrase or
/// key that has been taken back since.
struct KeystoreBackups {
    /// One of them.
    struct Copy {
        let path: String
        let generation: Int
    }

    private let folder: String
    private static let kept = 3

    init(office: String) {
        folder = office + "/backups"
    }

    /// Keeps a copy of what the keystore's file holds; one of the same generation is replaced.
    func keep(_ bytes: [UInt8], generation: Int) throws(Failure) {
        try FileSystem.makeFolder(folder, mode: 0o700)
        try FileSystem.replace(path(generation), bytes, mode: 0o600)
    }

    /// Removes all copies.
    func removeAll() throws(Failure) {
        for generation in try generations() { try FileSystem.remove(path(generation)) }
    }

    /// Removes all but the last three up to a generation; later ones are of a keystore that was given up for a copy.
    func prune(to generation: Int) throws(Failure) {
        let all = try generations()
        let kept = all.filter { $0 <= generation }.suffix(KeystoreBackups.kept)
        for old in all where !kept.contains(old) { try FileSystem.remove(path(old)) }
    }

    /// The latest copy that is whole; of a locked one, what can be known without its passphrase.
    func newestWhole() throws(Failure) -> Copy? {
        for generation in try generations().reversed() {
            guard let bytes = try FileSystem.read(path(generation), limit: StoredKeystore.sizeLimit) else { continue }
            do {
                if LockedText.isLocked(bytes) { _ = try LockedText.read(bytes) } else { _ = try KeystoreText.read(bytes) }
                return Copy(path: path(generation), generation: generation)
            } catch {
                continue  // a damaged copy is passed over for the one before it
            }
        }
        return nil
    }

    /// Ascending.
    private func generations() throws(Failure) -> [Int] {
        var found: [Int] = []
        for entry in try FileSystem.entries(of: folder) {
            guard entry.kind == .file, entry.name.hasPrefix("keystore-"), entry.name.hasSuffix(".json") else { continue }
            if let generation = Int(entry.name.dropFirst(9).dropLast(5)) { found.append(generation) }
        }
        return found.sorted()
    }

    private func path(_ generation: Int) -> String { "\(folder)/keystore-\(generation).json" }
}

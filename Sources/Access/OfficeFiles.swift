import Diagnostics
import Files

/// What an office holds, but for what belongs to running commands.
enum OfficeFiles {
    /// Paths of all files from the office's folder, in order. Throws on anything that is neither file nor folder: who looks after a
    /// copy would take it for whole.
    static func list(_ office: String) throws(Failure) -> [String] {
        var found: [String] = []
        try walk(office, "", &found)
        return found
    }

    private static func walk(_ office: String, _ prefix: String, _ found: inout [String]) throws(Failure) {
        for entry in try FileSystem.entries(of: prefix.isEmpty ? office : office + "/" + prefix) {
            let path = prefix.isEmpty ? entry.name : prefix + "/" + entry.name
            switch entry.kind {
            case .folder: try walk(office, path, &found)
            case .file: if !isPassing(entry.name), path != OfficeMove.mark { found.append(path) }
            case .link, .other:
                throw Failure(
                    "\(office)/\(path) is neither a file nor a folder", remedy: "Take it out of the office, and run the command again.")
            }
        }
    }

    /// Locks, and what a write under way or cut short has left.
    private static func isPassing(_ name: String) -> Bool {
        name.hasSuffix(".lock") || name.hasSuffix(".new")
    }

    /// Whether a path from a backup stays inside the folder that it is put into.
    static func isInside(_ path: String) -> Bool {
        !path.isEmpty && path.utf8.count <= 4_000 && !path.utf8.contains(0)
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { $0 != "" && $0 != "." && $0 != ".." }
    }
}

package import Diagnostics
import Files

/// Other folders with the keys of an office: what locks the office, or takes a passphrase back, does not reach them.
package struct OfficeCopies: Sendable, Equatable {
    /// What was replaced by a restored office, and kept beside it.
    package private(set) var replaced: [String] = []
    /// What a restoration or a move that was cut short has left.
    package private(set) var leftovers: [String] = []

    /// All of them.
    package var all: [String] { replaced + leftovers }

    /// - Parameter office: its path; copies of it lie beside it, or where a move that was cut short has led.
    package init(of office: String) throws(Failure) {
        let place = try ResolvedPath(office)
        let (folder, name) = (place.parent ?? "/", place.path.split(separator: "/").last ?? "")
        for entry in try FileSystem.entries(of: folder) where entry.kind == .folder && entry.name.hasPrefix(name + ".") {
            let path = (folder == "/" ? "" : folder) + "/" + entry.name
            // What is not whole may hold copies of the keys, and not yet the keys themselves.
            if ["restored", "moving"].contains(entry.name.dropFirst(name.count + 1)) {
                leftovers.append(path)
            } else if try FileSystem.look(path + "/keystore.json") != nil {
                replaced.append(path)
            }
        }
        guard let other = try OfficeMove.other(than: office) else { return }
        for path in [other, OfficeMove.staged(other)] where !leftovers.contains(path) {
            if try FileSystem.look(path) != nil { leftovers.append(path) }
        }
    }

    /// What to do about what was left, for whoever runs a command on the office; nil where nothing was.
    package var reminder: String? {
        guard !leftovers.isEmpty else { return nil }
        return "A restoration or a move of the office was cut short, and has left keys in \(leftovers.joined(separator: " and ")). "
            + "Remove what is there: whoever reads it can read the forum."
    }
}

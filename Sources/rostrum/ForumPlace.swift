import Diagnostics
import Files
import Foundation

/// Where a file lies in the forum that it belongs to.
struct ForumPlace {
    /// The forum's root folder.
    let root: String
    /// Path from the root, with `/`: `content/pages/help/index.en.md`.
    let path: String

    /// Nil for a file that lies in no forum's `content/`, and for standard input.
    init?(file: String) throws(Failure) {
        guard file != "-" else { return nil }
        let parts = URL(fileURLWithPath: file).standardizedFileURL.pathComponents
        for index in parts.indices.reversed() where parts[index] == "content" && index > 0 {
            let root = "/" + parts[1..<index].joined(separator: "/")
            guard try FileSystem.look(root + "/content/forum.yaml") != nil else { continue }
            self.root = root
            path = parts[index...].joined(separator: "/")
            return
        }
        return nil
    }
}

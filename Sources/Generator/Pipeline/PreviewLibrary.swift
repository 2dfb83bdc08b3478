import Diagnostics
import Files

/// The library that reads Markdown in the form, for its preview: Debian's `libjs-marked`, as it lies in the system.
///
/// marked (https://marked.js.org/), MIT licence. What it makes of a text is read as data: the form builds the preview itself.
enum PreviewLibrary {
    /// Where it is looked for.
    static let paths = ["/usr/share/javascript/marked/marked.umd.min.js", "/usr/share/javascript/marked/marked.min.js"]
    /// Four times as long as it is, in bytes.
    private static let limit = 262_144

    /// Nil where the system has none.
    static func read() throws(Failure) -> [UInt8]? {
        for path in paths where try FileSystem.look(path)?.kind == .file { return try FileSystem.read(path, limit: limit) }
        return nil
    }
}

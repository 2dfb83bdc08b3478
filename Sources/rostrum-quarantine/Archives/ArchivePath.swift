import Quarantine

/// A path in an archive, as it may be used.
enum ArchivePath: Equatable {
    /// Relative, with `/`, without `..`, empty parts or control characters, in normal form C.
    case inside(String)
    /// It leads out of the archive.
    case outside
    /// What systems leave behind and nobody means to send.
    case junk

    /// - Parameter raw: decoded, but as it stands in the archive.
    init(_ raw: String) {
        // Programs of Windows write backslashes, against the standard.
        let raw = raw.replacing("\\", with: "/")
        let scalars = Array(raw.unicodeScalars.prefix(2))
        if raw.hasPrefix("/") || (scalars.count == 2 && scalars[1] == ":" && scalars[0].properties.isAlphabetic) {
            self = .outside
            return
        }
        let parts = raw.split(separator: "/").filter { $0 != "." }
        guard !parts.contains(where: { OneLine.text(String($0)) == ".." }) else {
            self = .outside
            return
        }
        if parts.contains("__MACOSX") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(parts.last.map(String.init) ?? "") {
            self = .junk
            return
        }
        let clean = parts.map { FileName.component(String($0)) ?? "_" }.joined(separator: "/")
        self = .inside(clean.isEmpty ? "_" : clean)
    }

    /// What two paths have in common that are one file where neither case nor normal form counts.
    static func key(_ path: String) -> String {
        NormalForm.composed(path.lowercased().uppercased().lowercased())
    }
}

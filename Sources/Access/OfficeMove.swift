package import Diagnostics
import Files

/// Takes the office out of the forum's folder, to where nobody uploads it by mistake, or to a disk that can be locked away.
package enum OfficeMove {
    /// In each of two offices while one is copied to the other: a line with the path of that other, so that nothing is left anywhere
    /// that nobody knows of.
    static let mark = "moving"

    /// Copies the office to `folder`, leads commands there, and removes it where it was. At every moment the one that commands use is
    /// whole; a copy that a move which was cut short has left is among `OfficeCopies`.
    ///
    /// - Parameters:
    ///   - root: the forum's.
    ///   - folder: a whole path, outside of the forum or its own `office/`; nothing may be there but an empty folder.
    package static func move(root: String, to folder: String) throws(Failure) {
        let office = try Office.folder(root: root)
        guard try FileSystem.look(office) != nil else {
            throw Failure("there is no office in \(office)", remedy: "Name the forum with --root.")
        }
        let lock = try Office.hold(office)
        defer { withExtendedLifetime(lock) {} }
        let (here, there) = (try ResolvedPath(office), try ResolvedPath(folder))
        guard here != there else { throw Failure("the office is in \(folder) already", remedy: "Name another folder.") }
        try clear(there, office: here)
        let pointer = root + "/" + Office.pointer
        let staged = staged(folder)
        var left = staged
        do throws(Failure) {
            try copy(office, to: staged, for: there)
            try FileSystem.rename(staged, to: folder)
            left = folder
            if try there == ResolvedPath(root + "/office") {
                try FileSystem.remove(pointer)
            } else {
                try FileSystem.replace(pointer, Array((there.path + "\n").utf8))
            }
        } catch {
            for path in [left, office + "/" + mark] { try FileSystem.remove(path) }
            throw error
        }
        try FileSystem.remove(office)
        try FileSystem.remove(folder + "/" + mark)
    }

    /// Where a copy of an office is, or was about to be, by its mark; nil where no move is under way or was cut short.
    static func other(than office: String) throws(Failure) -> String? {
        let path = office + "/" + mark
        guard try FileSystem.look(path)?.kind == .file, let bytes = try FileSystem.read(path, limit: 4_096) else { return nil }
        let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
        return line.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// Under which name a copy grows.
    static func staged(_ folder: String) -> String { folder + ".moving" }

    /// Makes room: nothing may be in the way but an empty folder, and what an earlier move from here to there has left.
    private static func clear(_ folder: ResolvedPath, office: ResolvedPath) throws(Failure) {
        let path = folder.path
        guard let found = try FileSystem.look(path) else { return }
        let marks = (try other(than: path), try other(than: office.path))
        let isFree = found.kind == .folder ? try FileSystem.entries(of: path).isEmpty : false
        guard isFree || marks == (office.path, path) else {
            throw Failure("there is something in \(path) already", remedy: "Name a folder that is empty, or not there.")
        }
        try FileSystem.remove(path)
    }

    private static func copy(_ office: String, to staged: String, for folder: ResolvedPath) throws(Failure) {
        let here = try ResolvedPath(office).path
        try FileSystem.replace(office + "/" + mark, Array((folder.path + "\n").utf8), mode: 0o600)
        try FileSystem.remove(staged)
        try FileSystem.makeFolder(staged, mode: 0o700)
        try FileSystem.create(staged + "/" + mark, Array((here + "\n").utf8), mode: 0o600)
        for path in try OfficeFiles.list(office) {
            if let cut = path.lastIndex(of: "/") { try FileSystem.makeFolder(staged + "/" + path[..<cut], mode: 0o700) }
            let source = try FileReader(office + "/" + path)
            let target = try FileWriter(staged + "/" + path, mode: 0o600)
            while true {
                let piece = try source.read(SealedStream.pieceCount)
                if piece.isEmpty { break }
                try target.append(piece)
            }
            try target.finish()
        }
    }
}

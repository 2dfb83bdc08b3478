package import Diagnostics
import Files

/// Takes the office out of the forum's folder, to where nobody uploads it by mistake, or to a disk that can be locked away.
package enum OfficeMove {
    /// Copies the office to `folder`, leads commands there, and removes it where it was. At every moment one of the two is whole, and
    /// where a move is cut short, the next command says so.
    ///
    /// - Parameters:
    ///   - root: the forum's.
    ///   - folder: a whole path, outside of the forum or its own `office/`; nothing may be there but an empty folder.
    package static func move(root: String, to folder: String) throws(Failure) {
        let office = try Office.folder(root: root)
        guard try FileSystem.look(office) != nil else { throw Failure("there is no office in \(office)") }
        let lock = try Keystore.hold(office)
        defer { withExtendedLifetime(lock) {} }
        if try FileSystem.look(folder) != nil {
            guard try FileSystem.look(folder)?.kind == .folder, try FileSystem.entries(of: folder).isEmpty else {
                throw Failure("there is something in \(folder) already", remedy: "Name a folder that is empty, or not there.")
            }
            try FileSystem.remove(folder)
        }
        try copy(office, to: folder)
        let pointer = root + "/" + Office.pointer
        if folder == root + "/office" {
            try FileSystem.remove(pointer)
        } else {
            try FileSystem.replace(pointer, Array((folder + "\n").utf8))
        }
        try FileSystem.remove(office)
    }

    private static func copy(_ office: String, to folder: String) throws(Failure) {
        let staged = folder + ".moving"
        try FileSystem.remove(staged)
        try FileSystem.makeFolder(staged, mode: 0o700)
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
        try FileSystem.rename(staged, to: folder)
    }
}

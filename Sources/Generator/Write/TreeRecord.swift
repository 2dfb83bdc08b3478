import Access
import Diagnostics
import Files

/// What a build left in a folder: each file with what made it and how to know it again, and each folder's stamp.
/// A later build trusts a file only as far as its stamp still agrees.
struct TreeRecord: Sendable {
    struct File: Sendable, Equatable {
        /// Of all that went into the file; nil where it is always made anew.
        let inputs: Fingerprint?
        /// Of the file's bytes.
        let content: Fingerprint
        let mark: Mark
        /// What the manifest says of the sealed objects in it.
        let objects: [ManifestEntry]
    }

    /// Tells a file or folder from another with the same name. The time of the last change of links is left out:
    /// giving a file a second name changes it.
    struct Mark: Sendable, Equatable {
        let inode: Int
        let size: Int
        let modified: Int

        init(_ stamp: FileStamp) {
            inode = stamp.inode
            size = stamp.size
            modified = stamp.modified
        }

        fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
            inode = try reader.int()
            size = try reader.int()
            modified = try reader.int()
        }

        fileprivate func write(to writer: inout ByteWriter) {
            for value in [inode, size, modified] { writer.write(value) }
        }
    }

    /// By path from the tree's root, with `/`.
    private(set) var files: [String: File]
    /// By path from the tree's root; the root itself is the empty path.
    private(set) var folders: [String: Mark]

    init(files: [String: File] = [:], folders: [String: Mark] = [:]) {
        self.files = files
        self.folders = folders
    }

    func encode(to writer: inout ByteWriter) {
        writer.write(list: files) { writer, entry in
            writer.write(entry.key)
            writer.write(entry.value.inputs) { $0.write($1) }
            writer.write(entry.value.content)
            entry.value.mark.write(to: &writer)
            writer.write(list: entry.value.objects) { $0.write($1) }
        }
        writer.write(list: folders) { writer, entry in
            writer.write(entry.key)
            entry.value.write(to: &writer)
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        files = try reader.table { (reader) throws(ByteReader.Malformed) in
            let inputs = try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.fingerprint() }
            return File(
                inputs: inputs, content: try reader.fingerprint(), mark: try Mark(from: &reader),
                objects: try reader.list { (reader) throws(ByteReader.Malformed) in try reader.manifestEntry() })
        }
        folders = try reader.table { (reader) throws(ByteReader.Malformed) in try Mark(from: &reader) }
    }

    /// The record without the files that do not stand under `root` as recorded.
    func standing(under root: Anchor, workers: Workers) throws(Failure) -> TreeRecord {
        let paths = Array(files)
        let kept = try workers.map(paths.count, chunk: 512) { (index) throws(Failure) -> Bool in
            guard let found = try FileSystem.look(paths[index].key, from: root), found.kind == .file else { return false }
            return Mark(found.stamp) == paths[index].value.mark
        }
        var standing = self
        for (index, entry) in paths.enumerated() where !kept[index] { standing.files[entry.key] = nil }
        return standing
    }

    /// Whether every folder stands under `root` as recorded: then no name has come or gone in any of them.
    func hasItsFolders(under root: Anchor, workers: Workers) throws(Failure) -> Bool {
        let names = Array(folders)
        let still = try workers.map(names.count, chunk: 512) { (index) throws(Failure) -> Bool in
            guard let found = try Self.look(names[index].key, from: root), found.kind == .folder else { return false }
            return Mark(found.stamp) == names[index].value
        }
        return !still.contains(false)
    }

    /// The marks of folders under `root`, the root itself being the empty path; what is not there has none.
    static func marks(of folders: [String], under root: Anchor, workers: Workers) throws(Failure) -> [String: Mark] {
        let marks = try workers.map(folders.count, chunk: 512) { (index) throws(Failure) -> Mark? in
            try look(folders[index], from: root).map { Mark($0.stamp) }
        }
        let stamped = zip(folders, marks).compactMap { name, mark in mark.map { (name, $0) } }
        return Dictionary(stamped) { first, _ in first }
    }

    private static func look(_ path: String, from root: Anchor) throws(Failure) -> (kind: FileSystem.Kind, stamp: FileStamp)? {
        try FileSystem.look(path.isEmpty ? "." : path, from: root)
    }
}

extension ByteWriter {
    mutating func write(_ fingerprint: Fingerprint) {
        write(Int(bitPattern: UInt(fingerprint.high)))
        write(Int(bitPattern: UInt(fingerprint.low)))
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ entry: ManifestEntry) {
        for word in [entry.key, entry.high, entry.low] { write(Int(bitPattern: UInt(word))) }
    }
}

extension ByteReader {
    fileprivate mutating func manifestEntry() throws(Malformed) -> ManifestEntry {
        let key = UInt64(UInt(bitPattern: try int()))
        let high = UInt64(UInt(bitPattern: try int()))
        return ManifestEntry(key: key, high: high, low: UInt64(UInt(bitPattern: try int())))
    }

    mutating func fingerprint() throws(Malformed) -> Fingerprint {
        let high = UInt64(UInt(bitPattern: try int()))
        return Fingerprint(high: high, low: UInt64(UInt(bitPattern: try int())))
    }
}

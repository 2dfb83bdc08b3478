import Access
import Diagnostics
import Files

/// What a build left in a folder: each file with what made it and how to know it again, and each folder's stamp.
/// A later build trusts a file only as far as its stamp still agrees.
struct TreeRecord: Sendable, Equatable {
    struct File: Sendable, Equatable {
        /// Of all that went into the file; nil where it is always made anew.
        let inputs: Fingerprint?
        /// Of the file's bytes.
        let content: Fingerprint
        let mark: Mark
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
    var files: [String: File] = [:]
    /// By path from the tree's root; the root itself is the empty path.
    var folders: [String: Mark] = [:]

    init() {}

    func encode(to writer: inout ByteWriter) {
        writer.write(list: files.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            writer.write(entry.value.inputs) { $0.write($1) }
            writer.write(entry.value.content)
            entry.value.mark.write(to: &writer)
        }
        writer.write(list: folders.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            entry.value.write(to: &writer)
        }
    }

    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        let files = try reader.list { (reader) throws(ByteReader.Malformed) in
            let path = try reader.string()
            let inputs = try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.fingerprint() }
            return (path, File(inputs: inputs, content: try reader.fingerprint(), mark: try Mark(from: &reader)))
        }
        let folders = try reader.list { (reader) throws(ByteReader.Malformed) in
            (try reader.string(), try Mark(from: &reader))
        }
        self.files = Dictionary(files) { _, last in last }
        self.folders = Dictionary(folders) { _, last in last }
    }

    /// What of this record still stands under `root`: files whose marks agree. Whatever else lies there is listed as `strangers`.
    func standing(under root: String, workers: Workers) throws(Failure) -> (record: TreeRecord, strangers: [String]) {
        let paths = Array(files)
        let kept = try workers.map(paths.count, chunk: 512) { (index) throws(Failure) -> Bool in
            let (path, file) = paths[index]
            guard let found = try FileSystem.look(root + "/" + path), found.kind == .file else { return false }
            return Mark(found.stamp) == file.mark
        }
        let names = Array(folders)
        let marks = try workers.map(names.count, chunk: 512) { (index) throws(Failure) -> Mark? in
            let path = names[index].key
            guard let found = try FileSystem.look(path.isEmpty ? root : root + "/" + path), found.kind == .folder else { return nil }
            return Mark(found.stamp)
        }
        var standing = TreeRecord()
        for (index, (path, file)) in paths.enumerated() where kept[index] { standing.files[path] = file }
        var strangers: [String] = []
        for (index, (path, mark)) in names.enumerated() {
            guard let now = marks[index] else { continue }
            standing.folders[path] = now
            guard now != mark else { continue }
            for entry in try FileSystem.entries(of: path.isEmpty ? root : root + "/" + path) {
                let inner = path.isEmpty ? entry.name : path + "/" + entry.name
                let known = entry.kind == .folder ? folders[inner] != nil : standing.files[inner] != nil
                if !known { strangers.append(inner) }
            }
        }
        return (standing, strangers.sorted())
    }
}

extension ByteWriter {
    mutating func write(_ fingerprint: Fingerprint) {
        write(Int(bitPattern: UInt(fingerprint.high)))
        write(Int(bitPattern: UInt(fingerprint.low)))
    }
}

extension ByteReader {
    mutating func fingerprint() throws(Malformed) -> Fingerprint {
        let high = UInt64(UInt(bitPattern: try int()))
        return Fingerprint(high: high, low: UInt64(UInt(bitPattern: try int())))
    }
}

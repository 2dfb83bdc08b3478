import Glibc

/// What tells, without reading it, that a file or folder is the one that was seen before.
package struct FileStamp: Sendable, Hashable {
    /// The file system's number of the file.
    package let inode: Int
    /// Bytes.
    package let size: Int
    /// Nanoseconds since 1970 of the last change of the content.
    package let modified: Int
    /// Nanoseconds since 1970 of the last change of content, owner, mode, name or links; nobody can set it back.
    package let changed: Int

    package init(inode: Int, size: Int, modified: Int, changed: Int) {
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    init(_ status: stat) {
        inode = Int(status.st_ino)
        size = Int(status.st_size)
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    }

    /// Appends the stamp; `init(from:)` reads it.
    package func write(to writer: inout ByteWriter) {
        for value in [inode, size, modified, changed] { writer.write(value) }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        inode = try reader.int()
        size = try reader.int()
        modified = try reader.int()
        changed = try reader.int()
    }
}

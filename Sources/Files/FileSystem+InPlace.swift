package import Diagnostics
import Glibc

/// Files that are written where they are, for those who can tell a half from a whole.
extension FileSystem {
    /// Adds bytes at the end of a file, which is made where it is missing, and waits until they are on the disk.
    package static func append(_ path: String, _ bytes: some ContiguousBytes, mode: UInt32) throws(Failure) {
        let isNew = try look(path) == nil
        try write(path, O_WRONLY | O_CREAT | O_APPEND, mode: mode, flush: true) { (file) throws(Failure) in try file.append(bytes) }
        if isNew { flushFolder(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".") }
    }

    /// Puts bytes in place of all that a file holds, in place: what is killed half-way leaves a half, which the reader must notice.
    package static func overwrite(_ path: String, _ bytes: some ContiguousBytes, flush: Bool) throws(Failure) {
        try write(path, O_WRONLY | O_TRUNC, mode: 0, flush: flush) { (file) throws(Failure) in try file.append(bytes) }
    }

    /// Takes the last bytes of a file away.
    package static func shorten(_ path: String, by count: Int) throws(Failure) {
        guard let size = try look(path)?.stamp.size, truncate(path, size - count) == 0 else { throw failure("cannot shorten", path) }
    }

    private static func write(
        _ path: String, _ how: Int32, mode: UInt32, flush: Bool, _ body: (NewFile) throws(Failure) -> Void
    ) throws(Failure) {
        let descriptor = open(path, how | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw failure("cannot write", path) }
        defer { close(descriptor) }
        try body(NewFile(path: path, descriptor: descriptor))
        if flush, fsync(descriptor) != 0 { throw failure("cannot write", path) }
    }

    /// The number of the file system that something lies on, following links; nil where there is nothing.
    package static func device(_ path: String) throws(Failure) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("cannot look at", path)
        }
        return Int(status.st_dev)
    }
}

package import Diagnostics
import Glibc

/// A file read from its beginning to its end, a piece at a time, whatever its size.
package final class FileReader: Sendable {
    private let descriptor: Int32
    private let path: String

    /// Does not follow a link in the last part of the path.
    package init(_ path: String) throws(Failure) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        self.path = path
        guard descriptor >= 0 else { throw FileSystem.failure("cannot read", path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, FileSystem.kind(status.st_mode) == .file else {
            throw FileSystem.noFile(path)
        }
    }

    /// The next bytes: `count` of them, or what is left.
    package func read(_ count: Int) throws(Failure) -> [UInt8] {
        var refused = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(descriptor, buffer.baseAddress! + filled, count - filled)
                if got == 0 { break }
                if got < 0 {
                    if errno == EINTR { continue }
                    refused = true
                    break
                }
                filled += got
            }
        }
        if refused { throw FileSystem.failure("cannot read", path) }
        return bytes
    }

    deinit {
        close(descriptor)
    }
}

/// A new file written a piece at a time. It is there under its name only when it has been finished; until then, and for good where it
/// never is, under that name and `.new`, which the next one removes.
package final class FileWriter: Sendable {
    private let descriptor: Int32
    private let path: String
    private var staged: String { path + ".new" }

    package init(_ path: String, mode: UInt32 = 0o644) throws(Failure) {
        self.path = path
        unlink(path + ".new")
        descriptor = open(path + ".new", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw FileSystem.failure("cannot write", path) }
    }

    /// Adds bytes at the end.
    package func append(_ bytes: some ContiguousBytes) throws(Failure) {
        var refused = false
        bytes.withBytes { buffer in
            var done = 0
            while done < buffer.count {
                let wrote = write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if wrote < 0 {
                    if errno == EINTR { continue }
                    refused = true
                    return
                }
                done += wrote
            }
        }
        if refused { throw FileSystem.failure("cannot write", path) }
    }

    /// Waits until all of it is on the disk, and gives it its name, in place of what had it before.
    package func finish() throws(Failure) {
        guard fsync(descriptor) == 0, rename(staged, path) == 0 else { throw FileSystem.failure("cannot write", path) }
        FileSystem.flushFolder(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    }

    /// Removes what has been written.
    package func giveUp() {
        unlink(staged)
    }

    deinit {
        close(descriptor)
    }
}

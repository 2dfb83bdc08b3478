package import Diagnostics
import Glibc

/// A file held open to be read in pieces, from several threads if need be.
package final class OpenFile: Sendable {
    /// Where it was when it was opened, for messages.
    package let path: String
    /// Its length in bytes, when it was opened.
    package let count: Int
    private let descriptor: Int32

    /// Follows no link, and opens nothing but an ordinary file.
    package init(_ path: String) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileSystem.failure("cannot read", path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, FileSystem.kind(status.st_mode) == .file else {
            close(descriptor)
            throw FileSystem.noFile(path)
        }
        self.path = path
        self.descriptor = descriptor
        count = Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    /// The bytes in a range; fewer where the file ends before.
    package func read(_ range: Range<Int>) throws(Failure) -> [UInt8] {
        var refused = false
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, done in
            while done < range.count, let start = buffer.baseAddress {
                let got = pread(descriptor, start + done, range.count - done, range.lowerBound + done)
                if got == 0 { break }
                if got < 0 {
                    if errno == EINTR { continue }
                    refused = true
                    break
                }
                done += got
            }
        }
        if refused { throw FileSystem.failure("cannot read", path) }
        return bytes
    }

    /// All of it, in pieces of a megabyte at most. Throws where the file became shorter since it was opened.
    package func forEachPiece(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var start = 0
        while start < count {
            let piece = try read(start..<min(start + (1 << 20), count))
            guard !piece.isEmpty else { throw Failure("\(path) became shorter while it was read", remedy: "Run the command again.") }
            try body(piece)
            start += piece.count
        }
    }
}

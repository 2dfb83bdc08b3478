package import Diagnostics
import Glibc

/// A file that is being written, from its beginning on.
package struct NewFile {
    let path: String
    let descriptor: Int32

    package func append(_ bytes: some ContiguousBytes) throws(Failure) {
        var refused = false
        bytes.withBytes { buffer in
            var done = 0
            while done < buffer.count, let start = buffer.baseAddress, !refused {
                let wrote = Glibc.write(descriptor, start + done, buffer.count - done)
                if wrote < 0 {
                    if errno == EINTR { continue }
                    refused = true
                } else {
                    done += wrote
                }
            }
        }
        if refused { throw FileSystem.failure("cannot write", path) }
    }
}

/// Anything whose bytes lie in one piece.
package protocol ContiguousBytes {
    func withBytes(_ body: (UnsafeRawBufferPointer) -> Void)
}

extension [UInt8]: ContiguousBytes {
    package func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}

extension ArraySlice<UInt8>: ContiguousBytes {
    package func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}

import CZlib
import Synchronization

/// zlib's compressor for raw deflate (RFC 1951), made once and used for one text after the other.
///
/// `@unchecked Sendable` is sound because only one thread at a time has it: `Pool` gives each away until it is returned.
final class Deflater: @unchecked Sendable {
    private var stream = z_stream()

    /// - Parameter level: 1 (fast) to 9 (small).
    init(level: Int32) {
        // Fails only without memory, as any array would.
        let result = deflateInit2_(
            &stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(result == Z_OK, "zlib cannot be set up")
    }

    deinit {
        deflateEnd(&stream)
    }

    /// The most that `count` bytes can become.
    func bound(_ count: Int) -> Int {
        Int(deflateBound(&stream, UInt(count)))
    }

    /// Appends the packed form of `plain`, at most 4 GB.
    func append(_ plain: [UInt8], to out: inout [UInt8]) {
        let bound = bound(plain.count)
        out.append(
            contentsOf: [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
                plain.withUnsafeBufferPointer { source in
                    stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                    stream.avail_in = UInt32(source.count)
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(bound)
                    deflate(&stream, Z_FINISH)
                    count = bound - Int(stream.avail_out)
                    deflateReset(&stream)
                }
            })
    }

    /// Deflaters of one level that are not in use; as many are made as threads ask at once.
    final class Pool: Sendable {
        private let level: Int32
        private let idle = Mutex<[Deflater]>([])

        init(level: Int32) {
            self.level = level
        }

        func with<T>(_ body: (Deflater) -> T) -> T {
            let deflater = idle.withLock { $0.popLast() } ?? Deflater(level: level)
            defer { idle.withLock { $0.append(deflater) } }
            return body(deflater)
        }
    }
}

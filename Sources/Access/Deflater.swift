import CDeflate
import Synchronization

/// libdeflate's compressor for raw deflate (RFC 1951), made once and used for one text after the other.
///
/// It packs as well as zlib's usual level in a third of the time, which is what a build spends most on.
/// `@unchecked Sendable` is sound because only one thread at a time has it: `Pool` gives each away until it is returned.
package final class Deflater: @unchecked Sendable {
    private let compressor: OpaquePointer

    /// - Parameter level: 1 (fast) to 12 (small).
    init(level: Int32) {
        // Fails only without memory, as any array would.
        guard let compressor = libdeflate_alloc_compressor(level) else { preconditionFailure("no memory for a compressor") }
        self.compressor = compressor
    }

    deinit {
        libdeflate_free_compressor(compressor)
    }

    /// The most that `count` bytes can become.
    func bound(_ count: Int) -> Int {
        libdeflate_deflate_compress_bound(compressor, count)
    }

    /// Appends the packed form of `plain`.
    func append(_ plain: [UInt8], to out: inout [UInt8]) {
        let bound = bound(plain.count)
        out.append(
            contentsOf: [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
                plain.withUnsafeBytes { source in
                    count = libdeflate_deflate_compress(compressor, source.baseAddress, source.count, buffer.baseAddress, bound)
                }
            })
    }

    /// The packed form of what goes into an archive: raw deflate (RFC 1951), at libdeflate's usual level.
    package static func pack(_ plain: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = []
        Deflater(level: 6).append(plain, to: &packed)
        return packed
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

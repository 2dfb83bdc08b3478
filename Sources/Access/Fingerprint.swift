import Crypto

/// Sixteen bytes that tell one list of pieces from any other: the first half of a SHA-256. For the build's cache.
package struct Fingerprint: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The fingerprint of one piece.
    package init(_ bytes: some Collection<UInt8>) {
        var builder = Builder()
        builder.add(bytes)
        self = builder.fingerprint
    }

    /// Takes pieces one after the other; where one ends and the next begins counts.
    package struct Builder {
        private var hash = SHA256()

        package init() {}

        package mutating func add(_ bytes: some Collection<UInt8>) {
            add(bytes.count)
            hash.update(bytes)
        }

        package mutating func add(_ text: String) {
            var text = text
            text.withUTF8 {
                add($0.count)
                hash.update(bufferPointer: UnsafeRawBufferPointer($0))
            }
        }

        /// Adds a whole number: eight bytes.
        package mutating func add(_ number: Int) {
            withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { hash.update(bufferPointer: $0) }
        }

        package mutating func add(_ other: Fingerprint) {
            withUnsafeBytes(of: (other.high.littleEndian, other.low.littleEndian)) { hash.update(bufferPointer: $0) }
        }

        /// Of all pieces so far; more may follow.
        package var fingerprint: Fingerprint {
            hash.finalize().withUnsafeBytes {
                Fingerprint(
                    high: $0.loadUnaligned(as: UInt64.self).bigEndian, low: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self).bigEndian)
            }
        }
    }
}

/// Sixty-four bits that change when any byte of a cache file is damaged. For accidents, not for attacks: who can write to
/// the cache can as well write to the content.
struct Checksum {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { buffer in
            let words = buffer.count / 8
            for index in 0..<words { mix(buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
            var rest: UInt64 = 0
            for byte in buffer[(words * 8)...] { rest = rest << 8 | UInt64(byte) }
            mix(rest)
            mix(UInt64(buffer.count))
        }
    }

    /// A step that no two different words leave alike: a product of 128 bits, folded.
    private mutating func mix(_ word: UInt64) {
        let product = (value ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        value = (product.high ^ product.low) &+ word
    }
}

import Glibc

/// A set of byte strings, in the order in which they came. It is asked with bytes wherever they lie: only what is new takes memory, and
/// a look takes a fraction of the time that a set of arrays or strings takes.
struct ByteStrings: Sendable {
    /// All of them, laid end to end.
    private var bytes: [UInt8] = []
    /// Where each ends.
    private var ends: [Int] = []
    /// One more than the index of a string, in the first slot from that of its hash on that was free; 0 is free. A power of two.
    private var slots = [Int32](repeating: 0, count: 16)
    /// Differs from set to set, so that no text can be written to slow one down.
    private let seed = UInt64.random(in: .min ... .max)

    init() {}

    init(_ strings: some Sequence<String>) {
        for string in strings { insert(string) }
    }

    var count: Int { ends.count }
    var isEmpty: Bool { ends.isEmpty }

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

    func contains(_ string: UnsafeRawBufferPointer) -> Bool { slots[slot(of: string)] != 0 }

    mutating func insert(_ string: UnsafeRawBufferPointer) {
        let slot = slot(of: string)
        guard slots[slot] == 0 else { return }
        bytes.append(contentsOf: string)
        ends.append(bytes.count)
        slots[slot] = Int32(ends.count)
        guard ends.count > slots.count / 2 else { return }
        slots = [Int32](repeating: 0, count: slots.count * 4)
        for index in ends.indices {
            let slot = self[index].withUnsafeBytes { self.slot(of: $0) }
            slots[slot] = Int32(index + 1)
        }
    }

    mutating func insert(_ string: String) {
        var string = string
        string.withUTF8 { insert(UnsafeRawBufferPointer($0)) }
    }

    mutating func formUnion(_ other: ByteStrings) {
        for index in 0..<other.count { other[index].withUnsafeBytes { insert($0) } }
    }

    /// Where a string is, or else would be.
    private func slot(of string: UnsafeRawBufferPointer) -> Int {
        var slot = Int(truncatingIfNeeded: hash(string)) & (slots.count - 1)
        while slots[slot] != 0, !self[Int(slots[slot]) - 1].withUnsafeBytes({ Self.same($0, string) }) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// Eight bytes at a time, each multiplied to 128 bits and folded, as wyhash does it: strings are short, and Swift's own hash takes
    /// longer to begin and to end than this does for the whole.
    private func hash(_ string: UnsafeRawBufferPointer) -> UInt64 {
        var hash = Self.folded(seed ^ UInt64(string.count), 0xA076_1D64_78BD_642F)
        var at = 0
        while at + 8 <= string.count {
            hash = Self.folded(hash ^ string.loadUnaligned(fromByteOffset: at, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
            at += 8
        }
        var rest: UInt64 = 0
        for byte in string[at...] { rest = rest << 8 | UInt64(byte) }
        return Self.folded(hash ^ rest, 0x8EBC_6AF0_9C88_C6E3)
    }

    private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let (high, low) = a.multipliedFullWidth(by: b)
        return high ^ low
    }

    static func same(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        guard a.count == b.count, let first = a.baseAddress, let second = b.baseAddress else { return a.count == b.count }
        return memcmp(first, second, a.count) == 0
    }
}

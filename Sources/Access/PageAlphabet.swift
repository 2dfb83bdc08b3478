/// How a sealed object stands in a page's file: 13 bits in two characters, of an alphabet that HTML leaves as it is. FORMAT.md, section 1.
package enum PageAlphabet {
    private static let width = 13
    /// What is left at the end stands in a single character where it has no more bits than this.
    private static let singleWidth = 6

    /// The characters for `bytes`.
    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let (groups, left) = (8 * bytes.count).quotientAndRemainder(dividingBy: width)
        return [UInt8](unsafeUninitializedCapacity: 2 * groups + 2) { out, count in
            bytes.withUnsafeBytes { source in
                pairs.withUnsafeBufferPointer { pairs in
                    let text = UnsafeMutableRawBufferPointer(out)
                    for group in 0..<groups {
                        text.storeBytes(of: pairs[bits(of: source, at: width * group)], toByteOffset: 2 * group, as: UInt16.self)
                    }
                    count = 2 * groups
                    guard left > 0 else { return }
                    let last = bits(of: source, at: width * groups)
                    if left > singleWidth {
                        text.storeBytes(of: pairs[last], toByteOffset: count, as: UInt16.self)
                        count += 2
                    } else {
                        out[count] = alphabet[last >> (width - singleWidth)]
                        count += 1
                    }
                }
            }
        }
    }

    /// The 13 bits from one on, and zeros for those that there are not.
    private static func bits(of source: UnsafeRawBufferPointer, at bit: Int) -> Int {
        let first = bit >> 3
        var word: UInt32 = 0
        if first + 4 <= source.count {
            word = UInt32(bigEndian: source.loadUnaligned(fromByteOffset: first, as: UInt32.self))
        } else {
            for index in first..<source.count { word |= UInt32(source[index]) << (24 - 8 * UInt32(index - first)) }
        }
        return Int((word << UInt32(bit & 7)) >> UInt32(32 - width))
    }

    /// The bytes for characters; nil for anything but the one way in which `encode` writes them.
    package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let single = text.count % 2
        let count = text.count / 2 * width + single * singleWidth
        // Fewer bits are filled up than a character more would bring, or a byte.
        guard count % 8 < 7 - single else { return nil }
        var reading = Reading()
        let bytes = [UInt8](unsafeUninitializedCapacity: count / 8) { out, made in
            text.withUnsafeBufferPointer { source in
                values.withUnsafeBufferPointer { values in
                    let out = UnsafeMutableRawBufferPointer(out)
                    for at in stride(from: 0, to: source.count - single, by: 2) {
                        reading.take(values[Int(source[at])] * 91 + values[Int(source[at + 1])], width: UInt32(width))
                        reading.give(32, to: out, &made)
                    }
                    if single == 1 { reading.take(values[Int(source[source.count - 1])], width: UInt32(singleWidth)) }
                    while reading.count >= 8 { reading.give(8, to: out, &made) }
                }
            }
        }
        return reading.isSound ? bytes : nil
    }

    /// Groups of bits that become bytes.
    private struct Reading {
        /// The last `count` bits of it are those that are no bytes yet; at most 44.
        private var held: UInt64 = 0
        private(set) var count: UInt32 = 0
        /// What stood in a group beyond its width: there is nothing in what `encode` writes.
        private var excess: UInt32 = 0

        /// Whether what is left over, and what does not belong, is nothing.
        var isSound: Bool { excess == 0 && held & (1 << count - 1) == 0 }

        mutating func take(_ value: UInt32, width: UInt32) {
            excess |= value >> width
            held = held << width | UInt64(value & (1 << width - 1))
            count += width
        }

        /// Moves the first `width` bits out, 8 or 32, where there are so many.
        mutating func give(_ width: UInt32, to out: UnsafeMutableRawBufferPointer, _ made: inout Int) {
            guard count >= width else { return }
            count -= width
            let bits = held >> count
            if width == 32 {
                out.storeBytes(of: UInt32(truncatingIfNeeded: bits).bigEndian, toByteOffset: made, as: UInt32.self)
            } else {
                out[made] = UInt8(truncatingIfNeeded: bits)
            }
            made += Int(width / 8)
        }
    }

    private static let alphabet = (UInt8(ascii: "!")...UInt8(ascii: "~")).filter { !"&<@".utf8.contains($0) }
    /// The value of each character; of what is none, one that no pair and no single character may have.
    private static let values: [UInt32] = (0..<256).map { character in
        alphabet.firstIndex { Int($0) == character }.map { UInt32($0) } ?? 1 << 13
    }
    /// The two characters for each value of 13 bits, the first in the lower byte of memory.
    private static let pairs: [UInt16] = (0..<1 << 13).map { value in
        (UInt16(alphabet[value / 91]) | UInt16(alphabet[value % 91]) << 8).littleEndian
    }
}

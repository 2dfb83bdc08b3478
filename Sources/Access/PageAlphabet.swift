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
        let bytes = [UInt8](unsafeUninitializedCapacity: count / 8) { out, count in
            text.withUnsafeBufferPointer { source in
                values.withUnsafeBufferPointer { values in
                    for at in stride(from: 0, to: source.count - single, by: 2) {
                        let value = values[Int(source[at])] * 91 + values[Int(source[at + 1])]
                        reading.take(value, width: UInt32(width), into: out, &count)
                    }
                    if single == 1 {
                        reading.take(values[Int(source[source.count - 1])], width: UInt32(singleWidth), into: out, &count)
                    }
                }
            }
        }
        return reading.isSound && reading.held == 0 ? bytes : nil
    }

    /// Groups of bits that become bytes.
    private struct Reading {
        var isSound = true
        /// The bits that are no whole byte yet.
        var held: UInt32 = 0
        private var heldCount: UInt32 = 0

        mutating func take(_ value: UInt32, width: UInt32, into out: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
            let most = (1 as UInt32) << width
            isSound = isSound && value < most
            held = held << width | value & (most - 1)
            heldCount += width
            while heldCount >= 8 {
                heldCount -= 8
                out[count] = UInt8(truncatingIfNeeded: held >> heldCount)
                count += 1
            }
            held &= (1 << heldCount) - 1
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

/// Base 64 with the usual alphabet and padding (RFC 4648, section 4).
package enum Base64 {
    /// How many characters `count` bytes become.
    package static func encodedCount(_ count: Int) -> Int { (count + 2) / 3 * 4 }

    /// Appends the characters for `bytes`.
    package static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
        let encoded = [UInt8](unsafeUninitializedCapacity: encodedCount(bytes.count)) { out, count in
            bytes.withUnsafeBufferPointer { source in
                pairs.withUnsafeBufferPointer { count = encode(source, $0, into: out) }
            }
        }
        text.append(contentsOf: encoded)
    }

    /// The characters for `bytes`.
    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        append(bytes, to: &text)
        return text
    }

    /// Three bytes at a time as two halves of twelve bits, each looked up as two characters.
    private static func encode(
        _ source: UnsafeBufferPointer<UInt8>, _ pairs: UnsafeBufferPointer<UInt16>, into out: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        let raw = UnsafeMutableRawBufferPointer(out)
        let whole = source.count / 3 * 3
        var at = 0
        var index = 0
        while index < whole {
            let bits = Int(source[index]) << 16 | Int(source[index + 1]) << 8 | Int(source[index + 2])
            raw.storeBytes(of: pairs[bits >> 12], toByteOffset: at, as: UInt16.self)
            raw.storeBytes(of: pairs[bits & 0xFFF], toByteOffset: at + 2, as: UInt16.self)
            index += 3
            at += 4
        }
        guard whole < source.count else { return at }
        let last = whole + 1 < source.count ? Int(source[whole + 1]) : 0
        let bits = Int(source[whole]) << 16 | last << 8
        raw.storeBytes(of: pairs[bits >> 12], toByteOffset: at, as: UInt16.self)
        raw[at + 2] = whole + 1 < source.count ? alphabet[bits >> 6 & 63] : padding
        raw[at + 3] = padding
        return at + 4
    }

    /// The bytes for characters; nil for anything but the one way in which `encode` writes them.
    package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let padded = text.suffix(2).count { $0 == padding }
        guard text.count.isMultiple(of: 4) else { return nil }
        var last: UInt32 = 0
        var isSound = true
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { out, count in
            text.withUnsafeBufferPointer { source in
                values.withUnsafeBufferPointer { values in
                    for at in stride(from: 0, to: source.count, by: 4) {
                        let isLast = at + 4 == source.count
                        var bits: UInt32 = 0
                        for index in at..<at + 4 {
                            let isPadding = isLast && index >= source.count - padded
                            let value = isPadding ? 0 : values[Int(source[index])]
                            isSound = isSound && value < 64
                            bits = bits << 6 | UInt32(value & 63)
                        }
                        last = bits
                        out[count] = UInt8(truncatingIfNeeded: bits >> 16)
                        out[count + 1] = UInt8(truncatingIfNeeded: bits >> 8)
                        out[count + 2] = UInt8(truncatingIfNeeded: bits)
                        count += 3
                    }
                }
            }
        }
        // What no byte is made of must be zeros.
        guard isSound, last & ((1 << (8 * UInt32(padded))) - 1) == 0 else { return nil }
        return Array(bytes.dropLast(padded))
    }

    private static let padding = UInt8(ascii: "=")
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    /// The value of each character; 255 for what is none.
    private static let values: [UInt8] = (0..<256).map { character in
        alphabet.firstIndex(of: UInt8(character)).map { UInt8($0) } ?? 255
    }
    /// The two characters for each value of twelve bits, the first in the lower byte of memory.
    private static let pairs: [UInt16] = (0..<4096).map { value in
        (UInt16(alphabet[value >> 6]) | UInt16(alphabet[value & 63]) << 8).littleEndian
    }
}

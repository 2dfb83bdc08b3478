/// Text made ready to be sealed: packed, its length before it, padded with zeros.
///
/// One byte of method (0: as it is, 1: raw deflate), four bytes of length of what follows, that many bytes, zeros.
enum Packing {
    static let headCount = 5
    /// The largest text that is unpacked, in bytes: more than any page of a forum, less than what stops a browser.
    static let limit = 64 << 20

    static func pack(_ plain: [UInt8], with deflater: Deflater) -> [UInt8] {
        var packed = [UInt8](repeating: 0, count: headCount)
        packed.reserveCapacity(Padding.padded(headCount + deflater.bound(plain.count)))
        deflater.append(plain, to: &packed)
        packed[0] = 1
        if packed.count - headCount >= plain.count {
            packed.replaceSubrange(headCount..., with: plain)
            packed[0] = 0
        }
        let count = UInt32(packed.count - headCount)
        for index in 0..<4 { packed[1 + index] = UInt8(truncatingIfNeeded: count >> (24 - 8 * UInt32(index))) }
        packed.append(contentsOf: repeatElement(0, count: Padding.padded(packed.count) - packed.count))
        return packed
    }

    /// The text again. What was sealed is trusted to be what the office wrote, but not to be small.
    ///
    /// - Parameter limit: the most bytes that it may have.
    static func unpack(_ packed: [UInt8], limit: Int = limit) throws(NotOpened) -> [UInt8] {
        guard packed.count >= headCount else { throw .malformed }
        let count = Int(Format.number(packed, at: 1))
        guard count <= limit else { throw .tooLarge }
        guard count <= packed.count - headCount, Padding.padded(headCount + count) == packed.count else { throw .malformed }
        guard packed[(headCount + count)...].allSatisfy({ $0 == 0 }) else { throw .malformed }
        let body = packed[headCount..<headCount + count]
        switch packed[0] {
        case 0: return Array(body)
        case 1: return try Inflater.inflate(body, limit: limit)
        default: throw .malformed
        }
    }

    /// The text in one of several chunks: never packed, with zeros after it.
    static func piece(_ packed: [UInt8]) throws(NotOpened) -> [UInt8] {
        guard packed.count >= headCount, packed[0] == 0 else { throw .malformed }
        let end = headCount + Int(Format.number(packed, at: 1))
        guard end <= packed.count, packed[end...].allSatisfy({ $0 == 0 }) else { throw .malformed }
        return Array(packed[headCount..<end])
    }
}

/// Reads what `ByteWriter` wrote; throws `Malformed` on anything else, and never allocates more than the input holds.
package struct ByteReader {
    /// The bytes are not what a `ByteWriter` wrote in this order.
    package struct Malformed: Error {
        @inlinable package init() {}
    }

    @usableFromInline let bytes: ArraySlice<UInt8>
    /// Index of the next byte in the array that the slice is of.
    package private(set) var position: Int

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    package init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    /// Whether everything has been read.
    package var isAtEnd: Bool { position == bytes.endIndex }

    /// The next whole number.
    package mutating func int() throws(Malformed) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard position < bytes.endIndex, shift < 64 else { throw Malformed() }
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    /// The next truth value; anything but 0 and 1 is malformed.
    package mutating func bool() throws(Malformed) -> Bool {
        switch try int() {
        case 0: false
        case 1: true
        default: throw Malformed()
        }
    }

    /// The next text.
    package mutating func string() throws(Malformed) -> String {
        let range = try span()
        return bytes.withUnsafeBufferPointer { buffer in
            let start = range.lowerBound - bytes.startIndex
            return String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<start + range.count]), as: UTF8.self)
        }
    }

    /// The next bytes, as a part of what is read: nothing is copied.
    package mutating func data() throws(Malformed) -> ArraySlice<UInt8> {
        bytes[try span()]
    }

    /// What `body` reads, where something was written.
    @inlinable package mutating func optional<T>(_ body: (inout ByteReader) throws(Malformed) -> T) throws(Malformed) -> T? {
        try bool() ? try body(&self) : nil
    }

    /// As many of what `body` reads as were written.
    @inlinable package mutating func list<T>(_ body: (inout ByteReader) throws(Malformed) -> T) throws(Malformed) -> [T] {
        let count = try int()
        guard count >= 0, count <= bytes.endIndex - position else { throw Malformed() }
        var list: [T] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try body(&self)) }
        return list
    }

    /// What `list` of pairs of a text and a value wrote; of two with the same text, the last counts.
    @inlinable package mutating func table<Value>(
        _ body: (inout ByteReader) throws(Malformed) -> Value
    ) throws(Malformed) -> [String: Value] {
        let count = try int()
        guard count >= 0, count <= bytes.endIndex - position else { throw Malformed() }
        var table = [String: Value](minimumCapacity: count)
        for _ in 0..<count {
            let name = try string()
            table[name] = try body(&self)
        }
        return table
    }

    private mutating func span() throws(Malformed) -> Range<Int> {
        let count = try int()
        guard count >= 0, count <= bytes.endIndex - position else { throw Malformed() }
        defer { position += count }
        return position..<position + count
    }
}

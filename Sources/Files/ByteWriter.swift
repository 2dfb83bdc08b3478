/// Appends values to one buffer: whole numbers as LEB128, texts and lists with their length before them.
/// `ByteReader` reads them in the same order. Used between processes of one build of the program and for its caches,
/// never for what leaves the machine.
package struct ByteWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    /// - Parameter head: how many zeros stand before what is written, for the caller to fill in.
    package init(reserving capacity: Int = 0, head: Int = 0) {
        bytes.reserveCapacity(capacity)
        bytes.append(contentsOf: repeatElement(0, count: head))
    }

    /// Appends a whole number: one byte for those near zero, at most ten.
    package mutating func write(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value &<< 1) ^ Int64(value &>> 63))  // zigzag: small negatives stay short
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Appends 1 or 0.
    package mutating func write(_ value: Bool) {
        write(value ? 1 : 0)
    }

    /// Appends a text: the length of its UTF-8, then that.
    package mutating func write(_ value: String) {
        var value = value
        value.withUTF8 {
            write($0.count)
            bytes.append(contentsOf: $0)
        }
    }

    /// Appends bytes with their length before them.
    package mutating func write(_ value: some Collection<UInt8>) {
        write(value.count)
        bytes.append(contentsOf: value)
    }

    /// Appends whether there is a value, then what `body` makes of it.
    @inlinable package mutating func write<T>(_ value: T?, _ body: (inout ByteWriter, T) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    /// Appends the number of elements, then what `body` makes of each.
    @inlinable package mutating func write<C: Collection>(list: C, _ body: (inout ByteWriter, C.Element) -> Void) {
        write(list.count)
        for element in list { body(&self, element) }
    }
}

/// The directory at the end of a zip file, read for what kind of file it is.
struct ZipDirectory {
    /// Names as they stand there.
    let names: [[UInt8]]

    /// Nil where there is none, as in a file that was cut off.
    init?(_ bytes: [UInt8]) {
        guard let end = Self.endRecord(bytes) else { return nil }
        var position = Int(Self.number(bytes, at: end + 16, count: 4))
        let size = Int(Self.number(bytes, at: end + 12, count: 4))
        // Something may stand before the zip, which moves all of it.
        if position + size != end, size <= end { position = end - size }
        var names: [[UInt8]] = []
        while position + 46 <= bytes.count, Self.number(bytes, at: position, count: 4) == 0x0201_4B50, names.count < 70_000 {
            let name = Int(Self.number(bytes, at: position + 28, count: 2))
            let extra = Int(Self.number(bytes, at: position + 30, count: 2))
            let comment = Int(Self.number(bytes, at: position + 32, count: 2))
            guard position + 46 + name <= bytes.count else { break }
            names.append(Array(bytes[(position + 46)..<(position + 46 + name)]))
            position += 46 + name + extra + comment
        }
        guard !names.isEmpty || Self.number(bytes, at: end + 10, count: 2) == 0 else { return nil }
        self.names = names
    }

    /// Whether the first bytes are those of a zip file, an empty one too.
    static func fits(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 22 && bytes[0] == 0x50 && bytes[1] == 0x4B
            && (bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6)
    }

    private static func endRecord(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        let first = max(0, bytes.count - 22 - 65_535)
        for position in stride(from: bytes.count - 22, through: first, by: -1)
        where bytes[position] == 0x50 && number(bytes, at: position, count: 4) == 0x0605_4B50 { return position }
        return nil
    }

    private static func number(_ bytes: [UInt8], at position: Int, count: Int) -> UInt32 {
        guard position >= 0, position + count <= bytes.count else { return 0 }
        return (0..<count).reduce(0) { $0 | UInt32(bytes[position + $1]) << UInt32(8 * $1) }
    }
}

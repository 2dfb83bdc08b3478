/// Writes compound files, as Word and Excel before 2007 did.
enum CompoundFixture {
    /// - Parameter streams: each is filled up to the length from which on it has sectors of its own.
    static func bytes(storages: [String], streams: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        let directorySectors = ((1 + storages.count + streams.count) * 128 + 511) / 512
        var table = [0xFFFF_FFFD] + (0..<directorySectors).map { $0 + 1 < directorySectors ? $0 + 2 : 0xFFFF_FFFE }
        var directory = entry("Root Entry", kind: 5) + storages.flatMap { entry($0, kind: 1) }
        var data: [UInt8] = []
        for stream in streams {
            let start = table.count
            let bytes = stream.bytes + [UInt8](repeating: 0, count: 4_096 - stream.bytes.count)
            table += (1...8).map { $0 < 8 ? start + $0 : 0xFFFF_FFFE }
            directory += entry(stream.name, kind: 2, start: start, size: bytes.count)
            data += bytes
        }
        directory += [UInt8](repeating: 0, count: directorySectors * 512 - directory.count)
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 6)
        for value in [0, 1, 1, 0, 4_096, 0xFFFF_FFFE, 0, 0xFFFF_FFFE, 0, 0] { header += Bytes.little(value, 4) }
        header += [UInt8](repeating: 0xFF, count: 512 - header.count)
        var sectors = table.flatMap { Bytes.little($0, 4) }
        sectors += [UInt8](repeating: 0xFF, count: 512 - sectors.count)
        return header + sectors + directory + data
    }

    private static func entry(_ name: String, kind: UInt8, start: Int = 0xFFFF_FFFE, size: Int = 0) -> [UInt8] {
        var out: [UInt8] = []
        for unit in name.utf16 { out += Bytes.little(Int(unit), 2) }
        out += [0, 0]
        let length = out.count
        out += [UInt8](repeating: 0, count: 64 - length)
        out += Bytes.little(length, 2)
        out += [kind, 1]
        out += [UInt8](repeating: 0xFF, count: 12)
        out += [UInt8](repeating: 0, count: 36)
        out += Bytes.little(start, 4)
        out += Bytes.little(size, 8)
        return out
    }
}

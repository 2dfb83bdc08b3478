/// The container of Word, Excel and PowerPoint before 2007, as [MS-CFB] describes it: a file system of sectors with a directory.
struct CompoundFile {
    /// An entry of the directory.
    struct Entry {
        let name: String
        let isStream: Bool
        fileprivate let start: UInt32
        fileprivate let size: Int
    }

    private(set) var entries: [Entry] = []
    private let bytes: [UInt8]
    private let sectorSize: Int
    /// For each sector, the one that follows it.
    private var next: [UInt32] = []

    /// Nil for what cannot be read as one.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512 else { return nil }
        let shift = Int(bytes[30])
        guard shift == 9 || shift == 12 else { return nil }
        self.bytes = bytes
        sectorSize = 1 << shift
        readTable()
        guard let directory = chain(from: number(at: 48), atMost: 4 << 20) else { return nil }
        for start in stride(from: 0, to: directory.count - 127, by: 128) {
            let entry = directory[start..<(start + 128)]
            let base = entry.startIndex
            let length = min(64, Int(entry[base + 64]) | Int(entry[base + 65]) << 8)
            guard length >= 2, entry[base + 66] != 0 else { continue }
            let units = stride(from: 0, to: length - 2, by: 2).map { UInt16(entry[base + $0]) | UInt16(entry[base + $0 + 1]) << 8 }
            entries.append(
                Entry(
                    name: String(decoding: units, as: UTF16.self), isStream: entry[base + 66] == 2,
                    start: Self.number(entry, at: base + 116), size: Int(Self.number(entry, at: base + 120))))
        }
    }

    /// The first bytes of a stream; nil where there is none of the name, or it is too short to have sectors of its own.
    func stream(_ name: String, atMost limit: Int) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.isStream && $0.name == name }), entry.size >= 4_096 else { return nil }
        return chain(from: entry.start, atMost: min(limit, entry.size))
    }

    private mutating func readTable() {
        var tables = (0..<109).map { number(at: 76 + 4 * $0) }
        // More tables than the header has room for stand in sectors of their own, each with the number of the next.
        var sector = number(at: 68)
        var left = bytes.count / sectorSize
        while let start = offset(of: sector), left > 0 {
            tables += (0..<(sectorSize / 4 - 1)).map { number(at: start + 4 * $0) }
            sector = number(at: start + sectorSize - 4)
            left -= 1
        }
        for table in tables {
            guard let start = offset(of: table), next.count <= bytes.count / sectorSize else { continue }
            next += (0..<(sectorSize / 4)).map { number(at: start + 4 * $0) }
        }
    }

    /// The sectors that follow each other from one on; nil where there is not one.
    private func chain(from first: UInt32, atMost limit: Int) -> [UInt8]? {
        var out: [UInt8] = []
        var sector = first
        while out.count < limit, let start = offset(of: sector) {
            out += bytes[start..<min(start + sectorSize, bytes.count)]
            guard Int(sector) < next.count else { break }
            sector = next[Int(sector)]
        }
        return out.isEmpty ? nil : out
    }

    private func offset(of sector: UInt32) -> Int? {
        let start = (Int(sector) + 1) * sectorSize
        return sector < 0xFFFF_FFFA && start < bytes.count ? start : nil
    }

    private func number(at position: Int) -> UInt32 { Self.number(bytes[...], at: position) }

    private static func number(_ bytes: ArraySlice<UInt8>, at position: Int) -> UInt32 {
        guard position + 4 <= bytes.endIndex else { return 0xFFFF_FFFF }
        return (0..<4).reduce(0) { $0 | UInt32(bytes[position + $1]) << UInt32(8 * $1) }
    }
}

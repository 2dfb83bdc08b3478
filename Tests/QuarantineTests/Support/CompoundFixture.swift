/// Writes compound files, as Word and Excel before 2007 did, and Outlook does.
struct CompoundFixture {
    /// What a file holds.
    indirect enum Node: Sendable {
        case stream(String, [UInt8])
        case folder(String, [Node])

        var name: String {
            switch self {
            case .stream(let name, _), .folder(let name, _): name
            }
        }
    }

    private static let none = 0xFFFF_FFFF
    private static let end = 0xFFFF_FFFE

    /// For each sector of 512 bytes, the one that follows it; the same for those of 64 bytes.
    private var table: [Int] = []
    private var smallTable: [Int] = []
    private var sectors: [UInt8] = []
    private var small: [UInt8] = []
    private var directory: [[UInt8]] = []

    static func bytes(_ nodes: [Node]) -> [UInt8] {
        var file = CompoundFixture()
        return file.write(nodes)
    }

    static func bytes(storages: [String], streams: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        bytes(storages.map { .folder($0, []) } + streams.map { .stream($0.name, $0.bytes) })
    }

    private mutating func write(_ nodes: [Node]) -> [UInt8] {
        directory = [[]]
        let child = add(nodes)
        let smallStart = put(small)
        directory[0] = Self.entry("Root Entry", kind: 5, child: child, start: smallStart, size: small.count)
        while directory.count % 4 != 0 {
            directory.append([UInt8](repeating: 0, count: 68) + [UInt8](repeating: 0xFF, count: 12) + [UInt8](repeating: 0, count: 48))
        }
        let directoryStart = put(directory.flatMap { $0 })
        let smallTableStart = put(smallTable.flatMap { Bytes.little($0, 4) }, fill: 0xFF)
        // The table has sectors of its own, which stand in it too.
        var count = 0
        while count * 128 < table.count + count { count += 1 }
        let first = table.count
        table += [Int](repeating: 0xFFFF_FFFD, count: count)
        sectors += Self.padded(table.flatMap { Bytes.little($0, 4) }, to: 512, 0xFF)
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 6)
        let smallSectors = (smallTable.count + 127) / 128
        for value in [0, count, directoryStart, 0, 4_096, smallTableStart, smallSectors, Self.end, 0] { header += Bytes.little(value, 4) }
        for index in 0..<min(count, 109) { header += Bytes.little(first + index, 4) }
        return Self.padded(header, to: 512, 0xFF) + sectors
    }

    /// Adds entries that lie in one folder, and gives the index of the one in their middle, from which the others are found.
    private mutating func add(_ nodes: [Node]) -> Int {
        let sorted = nodes.sorted { ($0.name.utf16.count, $0.name.uppercased()) < ($1.name.utf16.count, $1.name.uppercased()) }
        let first = directory.count
        directory += sorted.map { _ in [] }
        return link(sorted[...], first: first)
    }

    private mutating func link(_ nodes: ArraySlice<Node>, first: Int) -> Int {
        guard !nodes.isEmpty else { return Self.none }
        let middle = (nodes.startIndex + nodes.endIndex) / 2
        let links = (link(nodes[..<middle], first: first), link(nodes[(middle + 1)...], first: first))
        switch nodes[middle] {
        case .stream(let name, let bytes):
            let start = bytes.count < 4_096 ? putSmall(bytes) : put(bytes)
            directory[first + middle] = Self.entry(name, kind: 2, links: links, start: start, size: bytes.count)
        case .folder(let name, let nodes):
            directory[first + middle] = Self.entry(name, kind: 1, links: links, child: add(nodes), start: 0)
        }
        return first + middle
    }

    private mutating func put(_ bytes: [UInt8], fill: UInt8 = 0) -> Int {
        guard !bytes.isEmpty else { return Self.end }
        let start = table.count
        let count = (bytes.count + 511) / 512
        table += (1...count).map { $0 < count ? start + $0 : Self.end }
        sectors += Self.padded(bytes, to: 512, fill)
        return start
    }

    private mutating func putSmall(_ bytes: [UInt8]) -> Int {
        guard !bytes.isEmpty else { return Self.end }
        let start = smallTable.count
        let count = (bytes.count + 63) / 64
        smallTable += (1...count).map { $0 < count ? start + $0 : Self.end }
        small += Self.padded(bytes, to: 64, 0)
        return start
    }

    private static func padded(_ bytes: [UInt8], to size: Int, _ fill: UInt8) -> [UInt8] {
        bytes + [UInt8](repeating: fill, count: (size - bytes.count % size) % size)
    }

    private static func entry(
        _ name: String, kind: UInt8, links: (Int, Int) = (none, none), child: Int = none, start: Int, size: Int = 0
    ) -> [UInt8] {
        var out: [UInt8] = []
        for unit in name.utf16 { out += Bytes.little(Int(unit), 2) }
        out += [0, 0]
        let length = out.count
        out += [UInt8](repeating: 0, count: 64 - length)
        out += Bytes.little(length, 2)
        out += [kind, 1]
        for link in [links.0, links.1, child] { out += Bytes.little(link, 4) }
        out += [UInt8](repeating: 0, count: 36)
        out += Bytes.little(start, 4)
        return out + Bytes.little(size, 8)
    }
}

/// The container of Word, Excel and PowerPoint before 2007 and of Outlook's mails, as [MS-CFB] describes it: a file system of sectors
/// with a directory. No number in it is believed: chains end with the file, and each entry of the directory is in one folder at most.
struct CompoundFile {
    /// All of the directory, with its gaps; the first is the root.
    private(set) var entries: [CompoundEntry] = []
    /// The indices of what each entry holds, by name. An entry that is met twice stays where it was met first.
    private(set) var children: [[Int]] = []
    /// Whether there may be more entries than could be found: the directory is longer than is read, ends too soon, or leads astray.
    private(set) var isDamaged = false
    private let bytes: [UInt8]
    private let sectorSize: Int
    /// For each sector, the one that follows it, and the same for those of 64 bytes.
    private var next: [UInt32] = []
    private var nextSmall: [UInt32] = []
    /// Where streams that are too short for sectors of their own lie.
    private var small: [UInt8] = []

    /// Length of the directory that is read, in bytes: 65,536 entries.
    private static let directory = 8 << 20
    /// Streams from this length on have sectors of their own.
    private static let cutoff = 4_096
    private static let smallSector = 64
    private static let endOfChain: UInt32 = 0xFFFF_FFFE
    private static let noEntry: UInt32 = 0xFFFF_FFFF

    /// Nil for what cannot be read as one.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512 else { return nil }
        let shift = Int(bytes[30])
        guard shift == 9 || shift == 12 else { return nil }
        self.bytes = bytes
        sectorSize = 1 << shift
        readTable()
        let (directory, end) = linked(from: number(at: 48), atMost: Self.directory)
        guard !directory.isEmpty else { return nil }
        isDamaged = end != Self.endOfChain
        for start in stride(from: 0, to: directory.count - 127, by: 128) {
            entries.append(CompoundEntry(directory[start..<(start + 128)], isWide: shift == 12))
        }
        guard let root = entries.first, root.kind == .root else { return }
        small = chain(from: root.start, atMost: root.size)
        let table = chain(from: number(at: 60), atMost: small.count / Self.smallSector * 4 + 4)
        nextSmall = stride(from: 0, to: table.count - 3, by: 4).map { Self.number(table[...], at: $0) }
        growTree()
    }

    /// The first bytes of the first stream of a name, wherever it is; nil where there is none, or nothing of it.
    func stream(_ name: String, atMost limit: Int) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.kind == .stream && $0.name == name }) else { return nil }
        let head = stream(entry, atMost: limit)
        return head.isEmpty ? nil : head
    }

    /// The first bytes of a stream; fewer than it says that it has where the file has no more of it.
    func stream(_ entry: CompoundEntry, atMost limit: Int) -> [UInt8] {
        let wanted = min(limit, entry.size)
        guard entry.size < Self.cutoff else { return chain(from: entry.start, atMost: wanted) }
        var out: [UInt8] = []
        var sector = Int(entry.start)
        while out.count < wanted, sector * Self.smallSector < small.count {
            let start = sector * Self.smallSector
            out += small[start..<min(start + min(Self.smallSector, wanted - out.count), small.count)]
            guard sector < nextSmall.count else { break }
            sector = Int(nextSmall[sector])
        }
        return out
    }

    private mutating func growTree() {
        children = [[Int]](repeating: [], count: entries.count)
        var isPlaced = [Bool](repeating: false, count: entries.count)
        isPlaced[0] = true
        var folders = [0]
        while let folder = folders.popLast() {
            var open = [entries[folder].links.child]
            while let link = open.popLast() {
                guard link != Self.noEntry else { continue }
                let index = Int(link)
                guard entries.indices.contains(index), !isPlaced[index], entries[index].kind != .none else {
                    isDamaged = true
                    continue
                }
                isPlaced[index] = true
                let entry = entries[index]
                open += [entry.links.left, entry.links.right]
                children[folder].append(index)
                if entry.kind == .folder { folders.append(index) }
            }
            children[folder].sort { entries[$0].name < entries[$1].name }
        }
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

    /// The sectors that follow each other from one on, up to a length, which a circle fills too; empty where there is not one.
    private func chain(from first: UInt32, atMost limit: Int) -> [UInt8] { linked(from: first, atMost: limit).bytes }

    /// The same, and which sector would come next.
    private func linked(from first: UInt32, atMost limit: Int) -> (bytes: [UInt8], next: UInt32) {
        let limit = min(limit, bytes.count)
        var out: [UInt8] = []
        var sector = first
        while out.count < limit, let start = offset(of: sector) {
            out += bytes[start..<min(start + min(sectorSize, limit - out.count), bytes.count)]
            sector = Int(sector) < next.count ? next[Int(sector)] : Self.noEntry
        }
        return (out, sector)
    }

    private func offset(of sector: UInt32) -> Int? {
        let start = (Int(sector) + 1) * sectorSize
        return sector < 0xFFFF_FFFA && start < bytes.count ? start : nil
    }

    private func number(at position: Int) -> UInt32 { Self.number(bytes[...], at: position) }

    static func number(_ bytes: ArraySlice<UInt8>, at position: Int) -> UInt32 {
        guard position + 4 <= bytes.endIndex else { return 0xFFFF_FFFF }
        return UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2]) << 16
            | UInt32(bytes[position + 3]) << 24
    }
}

/// One kind of shards: each is begun when the one before has come to its size.
struct ShardWriter {
    /// Which part of the index they are.
    private let section: SearchIndex.Section
    /// In bytes.
    private let size: Int
    private var shards: [[UInt8]] = []
    private var current: ShardBytes?
    /// The first entry of each shard, as the table has it, and the sum of its bytes.
    private var directory: [(first: [UInt8], check: [UInt8])] = []

    init(_ section: SearchIndex.Section, size: Int) {
        self.section = section
        self.size = size
    }

    /// What an entry is known by.
    enum First {
        case number(Int)
        case pair(Int, Int)
        case word(ArraySlice<UInt8>)

        fileprivate var bytes: [UInt8] {
            var bytes = ShardBytes()
            switch self {
            case .number(let number): bytes.n(number)
            case .pair(let first, let second):
                bytes.n(first)
                bytes.n(second)
            case .word(let word): bytes.s(word)
            }
            return bytes.bytes
        }
    }

    /// Adds an entry.
    ///
    /// - Parameters:
    ///   - first: what the directory says where it begins a shard.
    ///   - write: is told whether it does.
    mutating func add(_ first: First, _ write: (inout ShardBytes, Bool) -> Void) {
        let begins = current == nil
        if begins { directory.append((first.bytes, [])) }
        var bytes = current.take() ?? ShardBytes()
        write(&bytes, begins)
        if bytes.count >= size { end(bytes) } else { current = bytes }
    }

    private mutating func end(_ shard: ShardBytes) {
        shards.append(shard.bytes)
        directory[directory.count - 1].check = Self.check(shard.bytes)
    }

    /// Ends the last shard, and writes the directory into the table.
    ///
    /// - Returns: all of them.
    mutating func finish(_ table: inout ShardBytes, name: SearchIndex.Naming) -> [SearchIndex.File] {
        if let last = current.take() { end(last) }
        table.n(shards.count)
        for (number, (first, check)) in directory.enumerated() {
            table.append(first)
            table.append(check)
            table.s(name(section, number))
        }
        return shards.enumerated().map { SearchIndex.File(section: section, number: $0, bytes: $1) }
    }

    /// FNV-1a of 32 bits, the highest byte first.
    private static func check(_ bytes: [UInt8]) -> [UInt8] {
        var sum: UInt32 = 0x811C_9DC5
        for byte in bytes { sum = (sum ^ UInt32(byte)) &* 0x0100_0193 }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> UInt32($0)) }
    }
}

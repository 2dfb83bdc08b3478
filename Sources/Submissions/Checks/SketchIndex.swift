/// The hashes of many texts, made for asking which of them have some in common with another.
struct SketchIndex: Sendable {
    /// How many hashes each text has.
    let sizes: [Int]
    /// Every hash of every text with the text's index, in ascending order.
    private let entries: [(hash: UInt64, text: Int32)]

    init(_ texts: [[UInt64]]) {
        sizes = texts.map(\.count)
        var entries: [(hash: UInt64, text: Int32)] = []
        entries.reserveCapacity(sizes.reduce(0, +))
        for (index, hashes) in texts.enumerated() {
            for hash in hashes { entries.append((hash, Int32(index))) }
        }
        self.entries = entries.sorted { ($0.hash, $0.text) < ($1.hash, $1.text) }
    }

    /// How many hashes each text has in common with others.
    ///
    /// - Parameter least: of fewer nothing is looked up.
    func common(with hashes: [UInt64], least: Int) -> [Int] {
        var common = [Int](repeating: 0, count: sizes.count)
        guard hashes.count >= least else { return common }
        for hash in hashes {
            var index = firstEntry(of: hash)
            while index < entries.count, entries[index].hash == hash {
                common[Int(entries[index].text)] += 1
                index += 1
            }
        }
        return common
    }

    private func firstEntry(of hash: UInt64) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

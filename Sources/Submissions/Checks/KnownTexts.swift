/// All texts that a submission may repeat, in an index by their sketches: made once, asked for each submission.
package struct KnownTexts: Sendable {
    private let sources: [KnownText.Source]
    /// How many hashes each text has.
    private let sizes: [Int]
    /// Every hash of every text with the text's index, in ascending order.
    private let entries: [(hash: UInt64, text: Int32)]

    /// Sketches with fewer hashes tell nothing: about 25 words.
    static let leastHashes = 12
    /// From how much of the shorter text in the other, in per cent, the two are near-duplicates: with every tenth word changed two thirds
    /// of the runs stay, texts about one subject have a tenth in common.
    static let leastShare = 50
    /// How much of the submission the other must hold, in per cent: less is a quotation.
    static let leastPart = 25

    package init(_ texts: [KnownText]) {
        sources = texts.map(\.source)
        sizes = texts.map(\.sketch.hashes.count)
        var entries: [(hash: UInt64, text: Int32)] = []
        entries.reserveCapacity(sizes.reduce(0, +))
        for (index, text) in texts.enumerated() {
            for hash in text.sketch.hashes { entries.append((hash, Int32(index))) }
        }
        self.entries = entries.sorted { ($0.hash, $0.text) < ($1.hash, $1.text) }
    }

    /// The texts that say much the same, those with the largest share first.
    ///
    /// - Returns: each with how much of the shorter of the two stands in the other, in per cent.
    func near(_ sketch: Sketch, except own: Set<KnownText.Source>) -> [(source: KnownText.Source, share: Int)] {
        let size = sketch.hashes.count
        guard size >= Self.leastHashes else { return [] }
        var common = [Int](repeating: 0, count: sources.count)
        for hash in sketch.hashes {
            var index = firstEntry(of: hash)
            while index < entries.count, entries[index].hash == hash {
                common[Int(entries[index].text)] += 1
                index += 1
            }
        }
        var near: [(source: KnownText.Source, share: Int)] = []
        for (index, count) in common.enumerated() where sizes[index] >= Self.leastHashes {
            let share = count * 100 / min(size, sizes[index])
            guard share >= Self.leastShare, count * 100 / size >= Self.leastPart, !own.contains(sources[index]) else { continue }
            near.append((sources[index], share))
        }
        // Equal ones stay in the order in which they were given.
        return near.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element)
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

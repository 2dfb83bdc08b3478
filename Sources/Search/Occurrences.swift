/// Where each term occurs: in which documents, how much it counts there, and at which positions; and which terms follow each other.
struct Occurrences {
    /// One term in one document.
    struct Entry {
        let document: UInt32
        /// 1 to 255.
        let impact: UInt8
        /// Of its positions, in those that are given with it.
        let range: Range<Int>
    }

    /// Two terms that follow each other in one document.
    struct PairEntry {
        let document: UInt32
        /// Of the positions of the first, in those that are given with it.
        let range: Range<Int>
    }

    /// Constants of BM25.
    private static let k = 1.2
    private static let b = 0.5

    /// What was read, in the order of the texts.
    private var termsRead: [UInt32] = []
    private var positionsRead: [UInt32] = []
    private var weightsRead: [UInt8] = []
    /// For each document, where in the above it ends, and how many positions its words take.
    private var ends: [Int] = []
    private var lengths: [Int] = []

    /// Adds a word of the document that is being read.
    mutating func add(_ term: UInt32, at position: Int, weight: UInt8) {
        termsRead.append(term)
        positionsRead.append(UInt32(truncatingIfNeeded: position))
        weightsRead.append(weight)
    }

    /// Ends the document that is being read.
    mutating func endDocument(length: Int) {
        ends.append(termsRead.count)
        lengths.append(length)
    }

    /// Visits the documents of each term, ascending both, with the positions in them.
    ///
    /// - Parameter order: the terms in the order of their numbers in the index.
    func forEachTerm(in order: [UInt32], _ visit: (_ entries: [Entry], _ positions: [UInt32]) -> Void) {
        // One bucket a term: places in what was read, ascending, and so by document and position.
        let (places, starts) = Self.bucketed(termsRead.indices.map { UInt32($0) }, into: order.count) { termsRead[Int($0)] }
        let documents = documentsRead()
        let norms = norms()
        var entries: [Entry] = []
        var positions: [UInt32] = []
        for term in order {
            entries.removeAll(keepingCapacity: true)
            positions.removeAll(keepingCapacity: true)
            var at = starts[Int(term)]
            let end = starts[Int(term) + 1]
            while at < end {
                let document = documents[Int(places[at])]
                let first = positions.count
                var frequency = 0
                while at < end, documents[Int(places[at])] == document {
                    frequency += Int(weightsRead[Int(places[at])])
                    positions.append(positionsRead[Int(places[at])])
                    at += 1
                }
                entries.append(
                    Entry(document: document, impact: Self.impact(frequency, norms[Int(document)]), range: first..<positions.count))
            }
            visit(entries, positions)
        }
    }

    /// Visits the pairs of terms that stand at consecutive positions, of which one is common and none a single ideograph, ascending, with the
    /// documents in which they do.
    ///
    /// - Parameters:
    ///   - numbers: of the terms in the index.
    ///   - isCommon: by number.
    ///   - isSingle: whether it is a single ideograph, by number.
    func forEachPair(
        numbers: [UInt32], isCommon: [Bool], isSingle: [Bool],
        _ visit: (_ first: Int, _ second: Int, _ entries: [PairEntry], _ positions: [UInt32]) -> Void
    ) {
        guard isCommon.contains(true) else { return }
        func first(_ pair: UInt32) -> UInt32 { numbers[Int(termsRead[Int(pair / Self.reach)])] }
        func second(_ pair: UInt32) -> UInt32 { numbers[Int(termsRead[Int(pair / Self.reach + pair % Self.reach)])] }
        let weights = zip(isCommon, isSingle).map { isCommon, isSingle in isSingle ? UInt8(0) : isCommon ? 2 : 1 }
        let ordered = Self.bucketed(pairsRead { weights[Int(numbers[Int($0)])] }, into: isCommon.count, by: second).items
        let (pairs, starts) = Self.bucketed(ordered, into: isCommon.count, by: first)
        let documents = documentsRead()
        var entries: [PairEntry] = []
        var positions: [UInt32] = []
        for term in isCommon.indices {
            var at = starts[term]
            let end = starts[term + 1]
            while at < end {
                let other = second(pairs[at])
                entries.removeAll(keepingCapacity: true)
                positions.removeAll(keepingCapacity: true)
                while at < end, second(pairs[at]) == other {
                    let document = documents[Int(pairs[at] / Self.reach)]
                    let start = positions.count
                    while at < end, second(pairs[at]) == other, documents[Int(pairs[at] / Self.reach)] == document {
                        positions.append(positionsRead[Int(pairs[at] / Self.reach)])
                        at += 1
                    }
                    entries.append(PairEntry(document: document, range: start..<positions.count))
                }
                visit(term, Int(other), entries, positions)
            }
        }
    }

    /// Where one stands at most two terms, the one that is at the next position is at most three behind.
    private static let reach: UInt32 = 4

    /// Each pair as the place of its first term, times `reach`, and how far behind it the second is.
    ///
    /// - Parameter weight: of a term: 0 where it is in no pair, 2 where it is in all, 1 where it is in those of these.
    private func pairsRead(_ weight: (_ term: UInt32) -> UInt8) -> [UInt32] {
        var pairs: [UInt32] = []
        var start = 0
        for end in ends {
            for place in start..<end {
                let first = weight(termsRead[place])
                guard first > 0 else { continue }
                for next in place + 1..<max(place + 1, min(place + Int(Self.reach), end)) {
                    guard positionsRead[next] <= positionsRead[place] + 1 else { break }
                    let second = weight(termsRead[next])
                    guard positionsRead[next] > positionsRead[place], second > 0, max(first, second) > 1 else { continue }
                    pairs.append(UInt32(place) * Self.reach + UInt32(next - place))
                }
            }
            start = end
        }
        return pairs
    }

    /// What has the same key together, by keys ascending and otherwise as it came; and where each key begins.
    private static func bucketed(
        _ items: [UInt32], into count: Int, by key: (UInt32) -> UInt32
    ) -> (items: [UInt32], starts: [Int]) {
        var starts = [Int](repeating: 0, count: count + 1)
        for item in items { starts[Int(key(item)) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var bucketed = [UInt32](repeating: 0, count: items.count)
        for item in items {
            bucketed[next[Int(key(item))]] = item
            next[Int(key(item))] += 1
        }
        return (bucketed, starts)
    }

    private func documentsRead() -> [UInt32] {
        var documents = [UInt32](repeating: 0, count: termsRead.count)
        var start = 0
        for (document, end) in ends.enumerated() {
            for place in start..<end { documents[place] = UInt32(document) }
            start = end
        }
        return documents
    }

    /// k × (1 − b + b × l / L) of each document.
    private func norms() -> [Double] {
        let mean = max(Double(lengths.reduce(0, +)) / Double(max(lengths.count, 1)), 1)
        return lengths.map { Self.k * (1 - Self.b + Self.b * Double($0) / mean) }
    }

    private static func impact(_ frequency: Int, _ norm: Double) -> UInt8 {
        UInt8(max(1, (255 * Double(frequency) / (Double(frequency) + norm)).rounded()))
    }
}

/// Where each term occurs: in which documents, how much it counts there, and at which positions.
struct Occurrences {
    /// One term in one document.
    struct Entry {
        let document: UInt32
        /// 1 to 255.
        let impact: UInt8
        /// In `positions`.
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
        let starts = starts(termCount: order.count)
        // One bucket a term: places in what was read, ascending, and so by document and position.
        var places = [UInt32](repeating: 0, count: termsRead.count)
        var next = starts
        for (place, term) in termsRead.enumerated() {
            places[next[Int(term)]] = UInt32(place)
            next[Int(term)] += 1
        }
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

    private func starts(termCount: Int) -> [Int] {
        var starts = [Int](repeating: 0, count: termCount + 1)
        for term in termsRead { starts[Int(term) + 1] += 1 }
        for index in 0..<termCount { starts[index + 1] += starts[index] }
        return starts
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

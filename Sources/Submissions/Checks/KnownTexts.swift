/// All texts that a submission may repeat, in an index by their sketches: made once, asked for each submission.
package struct KnownTexts: Sendable {
    private let sources: [KnownText.Source]
    private let kept: SketchIndex
    private let short: SketchIndex

    /// Sketches with fewer hashes tell nothing: about 25 words.
    static let leastHashes = 12
    /// From how much of the shorter text in the other, in per cent, the two are near-duplicates: with every tenth word changed two thirds
    /// of the runs stay, texts about one subject have a tenth in common.
    static let leastShare = 50
    /// How much of the submission the other must hold, in per cent: less is a quotation.
    static let leastPart = 25

    /// Short texts with fewer runs are like many others: about ten words.
    static let leastRuns = 30
    /// From how much of the longer of two short texts in the other, in per cent, they are near-duplicates: with a word of ten changed two
    /// thirds of the runs stay.
    static let leastShortShare = 60

    package init(_ texts: [KnownText]) {
        sources = texts.map(\.source)
        kept = SketchIndex(texts.map(\.sketch.hashes))
        short = SketchIndex(texts.map(\.sketch.short))
    }

    /// The texts that say much the same, those with the largest share first.
    ///
    /// - Returns: each with how much of the shorter of the two stands in the other, in per cent.
    func near(_ sketch: Sketch, except own: Set<KnownText.Source>) -> [(source: KnownText.Source, share: Int)] {
        let common = kept.common(with: sketch.hashes, least: Self.leastHashes)
        let commonOfShort = short.common(with: sketch.short, least: Self.leastRuns)
        var near: [(source: KnownText.Source, share: Int)] = []
        for index in sources.indices where !own.contains(sources[index]) {
            let share = share(common[index], sketch.hashes.count, kept.sizes[index])
            guard let share = share ?? shortShare(commonOfShort[index], sketch.short.count, short.sizes[index]) else { continue }
            near.append((sources[index], share))
        }
        // Equal ones stay in the order in which they were given.
        return near.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element)
    }

    /// Of a text in a known one; nil where that is not much.
    private func share(_ common: Int, _ size: Int, _ known: Int) -> Int? {
        guard size >= Self.leastHashes, known >= Self.leastHashes else { return nil }
        let share = common * 100 / min(size, known)
        return share >= Self.leastShare && common * 100 / size >= Self.leastPart ? share : nil
    }

    /// The same of two short ones.
    private func shortShare(_ common: Int, _ size: Int, _ known: Int) -> Int? {
        guard size >= Self.leastRuns, known >= Self.leastRuns else { return nil }
        return common * 100 / max(size, known) >= Self.leastShortShare ? common * 100 / min(size, known) : nil
    }
}

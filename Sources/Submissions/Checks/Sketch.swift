/// A text reduced to what tells whether another says the same: hashes of runs of letters, those kept that a rule of their own picks, so
/// that the same run is kept or left out wherever it stands (U. Manber, "Finding similar files in a large file system", 1994).
///
/// The same text gives the same sketch on every machine. Linear in the text's length.
package struct Sketch: Sendable, Hashable {
    /// In ascending order, each once.
    let hashes: [UInt64]
    /// Of a short text, all its runs of half the length, likewise in ascending order: too few of the others would be kept to tell anything.
    /// Empty for a longer one.
    let short: [UInt64]

    /// Letters in a run: three or four words, which two authors seldom write alike, and few enough that a changed word leaves most runs
    /// of a sentence whole.
    private static let runLength = 18
    /// The same for a short text, of which a changed word must leave something: about two words.
    private static let shortRunLength = 9
    /// How many letters a short text has at most: about sixty words. Of a longer one some thirty runs are kept.
    private static let shortLimit = 300
    /// One of so many runs is kept: a text of two hundred words still keeps about a hundred.
    private static let sampling: UInt64 = 8
    /// How many letters an ideograph counts as: a word of Chinese has two or three of them.
    private static let ideograph: UInt64 = 3

    /// - Parameter text: Markdown, with its front matter or without. That, and what stands in quotes (`>`) and so is somebody else's, is
    ///   left out.
    package init(of text: [UInt8]) {
        var kept: Set<UInt64> = []
        var runs = Runs(length: Self.runLength)
        var shortRuns = Runs(length: Self.shortRunLength)
        var short: Set<UInt64> = []
        var letters = 0
        var isQuoted = false
        var isLineStart = true
        for scalar in String(decoding: Self.body(of: text), as: UTF8.self).unicodeScalars {
            if scalar == "\n" {
                (isLineStart, isQuoted) = (true, false)
                continue
            }
            if isLineStart, scalar != " " {
                isLineStart = false
                isQuoted = scalar == ">"
            }
            let letter = isQuoted ? 0 : Letters.folded(scalar)
            guard letter != 0 else { continue }
            for part in 0..<(Letters.isIdeograph(letter) ? Self.ideograph : 1) {
                // Parts of ideographs lie above all scalars, so that they are no other letters.
                letters += 1
                let part = UInt64(letter) | part << 32
                if letters <= Self.shortLimit, let hash = shortRuns.hash(adding: part) { short.insert(hash) }
                if let hash = runs.hash(adding: part), hash % Self.sampling == 0 { kept.insert(hash) }
            }
        }
        hashes = kept.sorted()
        self.short = letters > Self.shortLimit ? [] : short.sorted()
    }

    /// What follows the front matter: all of a text that has none.
    private static func body(of text: [UInt8]) -> ArraySlice<UInt8> {
        let mark = Array("---\n".utf8)
        guard text.starts(with: mark) else { return text[...] }
        var start = mark.count
        while start < text.count, let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
            if text[start...end].elementsEqual(mark) { return text[(end + 1)...] }
            start = end + 1
        }
        return text[...]
    }
}

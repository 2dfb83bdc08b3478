import Markdown

/// Finds sentences and headings in capitals. Scripts without case have none.
enum Capitals {
    /// Words and letters from which capitals are a way of writing and not a row of abbreviations.
    private static let leastWords = 3
    private static let leastLetters = 12
    /// A heading or title needs fewer words, and one that is longer than abbreviations are.
    private static let leastHeadingWords = 2
    private static let longWord = 5

    /// Where there are such sentences, in a piece's scalars, in their order.
    static func runs(in piece: Piece) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var words: ArraySlice<WrittenWord> = piece.words[...]
        while let first = words.firstIndex(where: { $0.isCapital }) {
            var end = first + 1
            while end < piece.words.count, piece.words[end].isCapital || piece.words[end].isNeutral,
                !endsSentence(piece, piece.words[end - 1].range.upperBound..<piece.words[end].range.lowerBound)
            {
                end += 1
            }
            if let run = run(piece.words[first..<end], in: piece) { runs.append(run) }
            words = piece.words[end...]
        }
        return runs
    }

    private static func run(_ words: ArraySlice<WrittenWord>, in piece: Piece) -> Range<Int>? {
        let unknown = words.filter { $0.isCapital && !Abbreviations.isKnown(piece.text($0.range)) }
        guard let first = words.first, let last = unknown.last else { return nil }
        let needed = piece.kind == .heading || piece.kind == nil ? leastHeadingWords : leastWords
        guard unknown.count >= needed, unknown.contains(where: { $0.range.count >= longWord }) else { return nil }
        guard unknown.reduce(0, { $0 + $1.upper }) >= leastLetters else { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        // Names of organisations in a row stand between commas.
        let commas = piece.scalars[range].count { $0 == "," || $0 == "،" || $0 == "、" || $0 == "/" }
        return commas * 2 >= words.count ? nil : range
    }

    private static func endsSentence(_ piece: Piece, _ range: Range<Int>) -> Bool {
        piece.scalars[range].contains { ".!?;。！？؟".unicodeScalars.contains($0) }
    }
}

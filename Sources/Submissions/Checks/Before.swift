/// What stands before a place in a piece, across spaces and signs as in `Tel.: `.
struct Before {
    /// In lower case.
    private let word: String
    /// Whether a sign stands there that says that a number of something follows.
    let isNumberSign: Bool

    /// How far back it looks, in scalars: signs, then a word.
    private static let signLimit = 6
    private static let wordLimit = 16

    init(_ piece: Piece, _ index: Int) {
        var end = index
        while end > 0, index - end < Self.signLimit, !piece.scalars[end - 1].isLetterOrDigit, piece.scalars[end - 1] != "\n" { end -= 1 }
        isNumberSign = piece.scalars[end..<index].contains { "№#§".unicodeScalars.contains($0) }
        var start = end
        while start > 0, end - start < Self.wordLimit, piece.scalars[start - 1].isLetterOrDigit { start -= 1 }
        word = piece.text(start..<end).lowercased()
    }

    /// Whether it is one of some words, or, in scripts without spaces, ends with one.
    func endsWith(_ words: Set<String>) -> Bool {
        if words.contains(word) { return true }
        guard let last = word.unicodeScalars.last, Letters.isIdeograph(last.value) else { return false }
        return (1...4).contains { words.contains(String(word.suffix($0))) }
    }
}

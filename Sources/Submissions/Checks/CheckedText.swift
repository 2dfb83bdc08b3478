import Markdown

/// The text of a submission as checks look at it: its outline cut into pieces, the title and the questions before them.
struct CheckedText {
    /// In the order of the text.
    let pieces: [Piece]
    let outline: TextOutline
    /// The line of the submitted file before the body's first.
    private let lineOffset: Int

    init(_ submission: Submission, _ outline: TextOutline) {
        let offset = submission.bodyLine - 1
        let fields = ([submission.title].compactMap { $0 } + submission.questions).map { Piece($0, nil, line: nil) }
        pieces = fields + outline.blocks.map { Piece($0.text, $0.kind, line: $0.line + offset) }
        self.outline = outline
        lineOffset = offset
    }

    /// The line of the submitted file for a line of the body.
    func line(_ bodyLine: Int) -> Int { bodyLine + lineOffset }
}

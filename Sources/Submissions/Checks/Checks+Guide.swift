import Markdown

/// What a guide for web content asks: headings in order, no sentences in capitals, abbreviations explained once, nothing hidden.
extension Checks {
    func checkGuide(_ matter: CheckedMatter, _ text: CheckedText, _ list: inout RemarkList) {
        checkHeadings(text, &list)
        for line in text.outline.rawHTML { list.add(.rawHTML, line: text.line(line)) }
        let hidden = HiddenCharacters.count(in: matter.submission.body)
        if hidden > 0 { list.add(.hiddenCharacters, ["count": String(hidden)]) }
        var abbreviations = Abbreviations { isListedMember($0) }
        for piece in text.pieces where piece.kind != .code {
            // A quotation is as somebody else wrote it, but what it explains is explained.
            let runs = piece.kind == .quote ? [] : Capitals.runs(in: piece)
            for run in runs { list.add(.capitals, ["text": piece.text(run)], line: piece.line(at: run.lowerBound)) }
            abbreviations.read(piece, except: runs)
        }
        for (abbreviation, line) in abbreviations.unexplained { list.add(.abbreviation, ["abbreviation": abbreviation], line: line) }
    }

    private func checkHeadings(_ text: CheckedText, _ list: inout RemarkList) {
        for (before, heading) in zip(text.outline.headings, text.outline.headings.dropFirst()) where heading.level > before.level + 1 {
            let values = ["heading": heading.text, "level": String(heading.level), "before": String(before.level)]
            list.add(.headingSkipped, values, line: text.line(heading.line))
        }
    }
}

import Markdown

/// Whether there is a text, and how long it is.
extension Checks {
    /// Lengths of a text, in words; in characters for scripts that write without spaces.
    struct Lengths {
        let least: Int
        let most: Int

        /// A contribution or topic: a greeting with "we agree" has fewer than ten words; fifteen hundred take five minutes to read and
        /// most of a day to translate.
        static let short = Lengths(least: 10, most: 1_500)
        /// An entry of the library: below fifty words nobody can do likewise; above five thousand it is a document to be attached.
        static let long = Lengths(least: 50, most: 5_000)

        /// In characters: what takes ten words in English takes about eighteen characters in Chinese.
        var inCharacters: Lengths { Lengths(least: least * 18 / 10, most: most * 18 / 10) }
    }

    /// The most bytes that a text may have: those of a file of the content, less what the head takes that is put above it.
    private static let largest = 990_000

    func checkLength(_ matter: CheckedMatter, _ list: inout RemarkList) {
        guard matter.submission.isForReaders else { return }
        // Of what could not be read at all nobody knows whether it holds a text.
        if matter.submission.body.isEmpty, !matter.findings.isEmpty { return }
        guard !matter.submission.body.allSatisfy({ $0 <= 0x20 }) else {
            list.add(.emptyText)
            return
        }
        guard matter.submission.body.count <= Self.largest else {
            list.add(.textTooLarge, ["size": String(matter.submission.body.count), "limit": String(Self.largest)])
            return
        }
        switch matter.outline {
        case .failure: list.add(.textTooCostly, line: matter.submission.bodyLine)
        case .success(let outline):
            guard outline.words > 0 || !outline.images.isEmpty else {
                list.add(.emptyText)
                return
            }
            var lengths = matter.submission.kind?.entry == nil ? Lengths.short : Lengths.long
            if isMostlyIdeographs(outline) { lengths = lengths.inCharacters }
            if outline.words < lengths.least {
                list.add(.tooShort, ["words": String(outline.words), "least": String(lengths.least)])
            } else if outline.words > lengths.most {
                list.add(.tooLong, ["words": String(outline.words), "most": String(lengths.most)])
            }
        }
    }

    private func isMostlyIdeographs(_ outline: TextOutline) -> Bool {
        let ideographs = outline.blocks.reduce(0) { count, block in
            count + block.text.unicodeScalars.count { Letters.isIdeograph($0.value) }
        }
        return ideographs * 2 > outline.words
    }
}

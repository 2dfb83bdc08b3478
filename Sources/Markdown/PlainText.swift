/// Gathers a text's beginning in one line, and counts its words, while the text is rendered.
struct PlainText {
    /// How wide an excerpt may be, the `…` included: most characters (Unicode scalars) count one, ideographs two.
    static let limit = 280

    private var excerpt = Excerpt()
    private var inWord = false
    private(set) var words = 0

    /// Ends a word: at a line's or block's end.
    mutating func space() {
        inWord = false
        excerpt.space()
    }

    /// Takes text up, into the excerpt only where `shown`.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, shown: Bool) {
        var index = 0
        while index < bytes.count {
            let (value, length) = bytes.scalar(at: index)
            let kind = value < 0x80 ? asciiClasses[Int(value)] : ScalarClass(value)
            count(kind)
            if shown, !excerpt.isCut { excerpt.add(value, kind, bytes[index..<index + length]) }
            index += length
        }
    }

    private mutating func count(_ kind: ScalarClass) {
        switch kind {
        case .word:
            if !inWord { words += 1 }
            inWord = true
        case .ideograph:
            words += 1
            inWord = false
        case .space: inWord = false
        case .mark, .punctuation, .other: break
        }
    }

    /// The excerpt: whole, or cut where a reader can bear it, with `…` behind.
    func finished() -> String { excerpt.text }
}

private let asciiClasses = (0..<128).map { ScalarClass($0) }

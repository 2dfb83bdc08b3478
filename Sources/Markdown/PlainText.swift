/// Gathers a text's beginning in one line, and counts its words, while the text is rendered.
struct PlainText {
    /// Characters (Unicode scalars) of an excerpt, the `…` included.
    static let limit = 280
    /// Where a cut looks back for the end of a word, in bytes.
    private static let wordEnd = 40

    private var excerpt: [UInt8] = []
    private var scalars = 0
    private var spaceIsDue = false
    private var isCut = false
    private var inWord = false
    private(set) var words = 0

    init() {
        excerpt.reserveCapacity(Self.limit * 2)
    }

    /// Ends a word: at a line's or block's end.
    mutating func space() {
        inWord = false
        spaceIsDue = true
    }

    /// Takes text up, into the excerpt only where `shown`.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, shown: Bool) {
        var index = 0
        while index < bytes.count {
            let (value, length) = bytes.scalar(at: index)
            let kind = value < 0x80 ? asciiClasses[Int(value)] : ScalarClass(value)
            count(kind)
            if shown, !isCut { show(value, kind, bytes[index..<index + length]) }
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

    private mutating func show(_ value: UInt32, _ kind: ScalarClass, _ scalar: Slice<UnsafeBufferPointer<UInt8>>) {
        if kind == .space {
            spaceIsDue = true
            return
        }
        // Direction marks that a cut could leave open would turn around what stands behind the excerpt.
        if (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) { return }
        if spaceIsDue, !excerpt.isEmpty {
            excerpt.append(UInt8(ascii: " "))
            scalars += 1
        }
        spaceIsDue = false
        if scalars >= Self.limit {
            isCut = true
        } else {
            for byte in scalar { excerpt.append(byte) }
            scalars += 1
        }
    }

    /// The excerpt: whole, or cut at the end of a word where one is near, and between characters otherwise.
    func finished() -> String {
        guard isCut else { return String(decoding: excerpt, as: UTF8.self) }
        let tail = excerpt.suffix(Self.wordEnd)
        if let space = tail.lastIndex(of: UInt8(ascii: " ")) { return String(decoding: excerpt[..<space], as: UTF8.self) + "…" }
        var text = String(decoding: excerpt, as: UTF8.self)
        text.removeLast()  // perhaps the first half of a character of several scalars
        return text + "…"
    }
}

private let asciiClasses = (0..<128).map { ScalarClass($0) }

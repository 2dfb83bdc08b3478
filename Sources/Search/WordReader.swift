/// Cuts texts into words. INDEX.md, section 1.
struct WordReader {
    /// How many numbers are left out between two blocks or fields.
    static let gap = 8

    private(set) var vocabulary: Vocabulary
    /// The number that the next word gets.
    private(set) var position = 0
    /// How many numbers words have taken.
    private(set) var taken = 0
    private var run: [Unicode.Scalar] = []

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// Begins another document.
    mutating func begin() {
        position = 0
        taken = 0
    }

    /// Visits each word of a field with its term and position.
    mutating func read(_ text: String, _ visit: (_ term: UInt32, _ position: Int) -> Void) {
        var text = text
        text.withUTF8 { read($0, visit) }
        position += Self.gap
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ visit: (UInt32, Int) -> Void) {
        var kind = ScalarKind.none
        var start = 0
        var at = 0
        while at < text.count {
            let (value, length) = Self.scalar(text, at)
            let next = ScalarKind.of(value)
            if next != kind, next != .follower || kind == .none {
                if kind != .none { end(text[start..<at], kind, visit) }
                // A mark with nothing before it may still have letters after it.
                kind = next == .follower ? .letter : next
                start = at
            }
            if value == 0x0A { position += Self.gap }
            at += length
        }
        if kind != .none { end(text[start..<at], kind, visit) }
    }

    private mutating func end(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ kind: ScalarKind, _ visit: (UInt32, Int) -> Void) {
        let word = UnsafeBufferPointer(rebasing: word)
        guard kind == .ideograph else {
            guard let term = vocabulary.term(word) else { return }
            visit(term, position)
            position += 1
            taken += 1
            return
        }
        run.removeAll(keepingCapacity: true)
        run += Form.folded(String(decoding: word, as: UTF8.self)).unicodeScalars
        for (index, scalar) in run.enumerated() {
            visit(vocabulary.term(scalar), position + index)
            if index + 1 < run.count { visit(vocabulary.term(scalar, run[index + 1]), position + index) }
        }
        position += run.count
        taken += run.count
    }

    /// The code point that begins at an index of UTF-8, and its length in bytes.
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
        let first = UInt32(text[at])
        if first < 0x80 { return (first, 1) }
        func tail(_ index: Int) -> UInt32 { at + index < text.count ? UInt32(text[at + index] & 0x3F) : 0 }
        if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
        return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
}

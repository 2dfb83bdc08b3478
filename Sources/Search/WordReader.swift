/// Cuts texts into words. INDEX.md, section 1.
struct WordReader {
    /// How many numbers are left out between two blocks or fields.
    static let gap = 8

    private(set) var vocabulary: Vocabulary
    /// The number that the next word gets.
    private(set) var position = 0
    /// How many numbers words have taken.
    private(set) var taken = 0

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
        if Form.isOwnForm(word) { return endRun(word, visit) }
        var form = Form.folded(String(decoding: word, as: UTF8.self))
        form.withUTF8 { endRun($0, visit) }
    }

    /// Each ideograph of a run, and each pair.
    private mutating func endRun(_ run: UnsafeBufferPointer<UInt8>, _ visit: (UInt32, Int) -> Void) {
        var (start, end) = (0, run.isEmpty ? 0 : Self.scalar(run, 0).length)
        while start < end {
            let next = end < run.count ? min(end + Self.scalar(run, end).length, run.count) : end
            visit(vocabulary.term(ideographs: UnsafeBufferPointer(rebasing: run[start..<end])), position)
            if next > end { visit(vocabulary.term(ideographs: UnsafeBufferPointer(rebasing: run[start..<next])), position) }
            (start, end) = (end, next)
            position += 1
            taken += 1
        }
    }

    /// The code point that begins at an index of UTF-8, and its length in bytes.
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(text[at])
        if first < 0x80 { return (first, 1) }
        func tail(_ index: Int) -> UInt32 { at + index < text.count ? UInt32(text[at + index] & 0x3F) : 0 }
        if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
        return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
}

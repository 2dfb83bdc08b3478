/// Looks for many strings at once, in one pass over a text's bytes, wherever they begin. Capital letters count as small ones.
struct WordSearch: Sendable {
    private let strings: ByteStrings
    /// Indices of strings that are not looked for.
    private var ignored: Set<Int> = []
    private let patterns: [Pattern]
    /// What patterns are made of, laid end to end.
    private let forms: [UInt8]
    /// Which first four bytes a pattern can have, by a hash of them; and the last pattern with those four.
    private let filter: [Bool]
    private let byHead: [UInt32: Int]
    private static let filterBits = 20
    /// What is shorter, in bytes, is found only between things that are no letters.
    private static let boundless = 8

    /// A way to write a string.
    private struct Pattern {
        let string: Int
        /// In `forms`.
        let range: Range<Int>
        /// The pattern before it with the same first four bytes.
        let other: Int?
    }

    /// - Parameter strings: of at least four bytes; shorter ones are never found.
    init(_ strings: ByteStrings) {
        self.strings = strings
        var patterns: [Pattern] = []
        var forms: [UInt8] = []
        var filter = [Bool](repeating: false, count: 1 << Self.filterBits)
        var byHead: [UInt32: Int] = [:]
        func add(_ form: some Sequence<UInt8>, _ string: Int) {
            let start = forms.count
            for byte in form { forms.append(Self.small(byte)) }
            guard forms.count - start >= 4 else { return forms.removeLast(forms.count - start) }
            let head = forms[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            filter[Self.slot(head)] = true
            patterns.append(Pattern(string: string, range: start..<forms.count, other: byHead.updateValue(patterns.count, forKey: head)))
        }
        for index in 0..<strings.count {
            let string = strings[index]
            guard string.count >= 4 else {
                ignored.insert(index)
                continue
            }
            add(string, index)
            // Only ASCII is folded while searching; of other scripts, the usual ways to write a word are looked for.
            guard string.contains(where: { $0 >= 0x80 }) else { continue }
            let text = String(decoding: string, as: UTF8.self)
            guard text.unicodeScalars.contains(where: { $0.value >= 0x80 && $0.hasCase }) else { continue }
            for other in [text.lowercased(), text.uppercased()] where other != text { add(other.utf8, index) }
        }
        self.patterns = patterns
        self.forms = forms
        self.filter = filter
        self.byHead = byHead
    }

    /// The same without those strings that stand in texts where they may.
    ///
    /// - Parameter found: what `found` gave of these texts.
    func without(_ found: Set<Int>) -> WordSearch {
        var rest = self
        rest.ignored.formUnion(found)
        return rest
    }

    /// Whether there is nothing to look for.
    var isEmpty: Bool { ignored.count == strings.count }

    /// Indices of the strings that stand in `text`.
    func found(in text: some Collection<UInt8>) -> Set<Int> {
        guard !isEmpty, text.count >= 4 else { return [] }
        return Self.folded(text).withUnsafeBufferPointer { text in
            filter.withUnsafeBufferPointer { filter in
                var found: Set<Int> = []
                var head: UInt32 = 0
                for at in 0..<text.count {
                    head = head << 8 | UInt32(text[at])
                    if at >= 3, filter[Self.slot(head)] { match(text, at - 3, head, &found) }
                }
                return found
            }
        }
    }

    /// The strings that stand in `text`, in order.
    func strings(in text: some Collection<UInt8>) -> [String] {
        found(in: text).map { String(decoding: strings[$0], as: UTF8.self) }.sorted()
    }

    private func match(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ head: UInt32, _ found: inout Set<Int>) {
        var next = byHead[head]
        while let index = next {
            let pattern = patterns[index]
            next = pattern.other
            let (first, count) = (pattern.range.lowerBound, pattern.range.count)
            let end = start + count
            guard end <= text.count, (4..<count).allSatisfy({ forms[first + $0] == text[start + $0] }) else { continue }
            if count < Self.boundless {
                guard start == 0 || !Self.isLetter(text[start - 1]), end == text.count || !Self.isLetter(text[end]) else { continue }
            }
            if !ignored.contains(pattern.string) { found.insert(pattern.string) }
        }
    }

    private static func folded(_ text: some Collection<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: text.count) { out, count in
            for byte in text {
                out[count] = small(byte)
                count += 1
            }
        }
    }

    private static func small(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 32 : byte }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 128 || (97...122).contains(byte) || (48...57).contains(byte) }

    private static func slot(_ head: UInt32) -> Int { Int((head &* 0x9E37_79B1) >> UInt32(32 - filterBits)) }
}

extension Unicode.Scalar {
    /// Whether it can be written large and small: false only for what is quickly known to have one form, as in Arabic and Chinese.
    fileprivate var hasCase: Bool {
        switch value {
        case 0x590..<0x10A0, 0x2000..<0x2070, 0x3000..<0xA000: false
        default: true
        }
    }
}

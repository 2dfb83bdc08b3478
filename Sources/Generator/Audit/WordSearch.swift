/// Looks for many strings at once, in one pass over a text's bytes, wherever they begin. Capital letters count as small ones.
struct WordSearch: Sendable {
    private let strings: [String]
    /// Indices of strings that are not looked for.
    private var ignored: Set<Int> = []
    private let patterns: [(bytes: [UInt8], string: Int)]
    /// Which first four bytes a pattern can have, by a hash of them; and the patterns for those four.
    private let filter: [Bool]
    private let byHead: [UInt32: [Int]]
    private static let filterBits = 20
    /// What is shorter, in bytes, is found only between things that are no letters.
    private static let boundless = 8

    /// - Parameter strings: of at least four bytes; shorter ones are never found.
    init(_ strings: some Sequence<String>) {
        self.strings = Set(strings).filter { $0.utf8.count >= 4 }
        var patterns: [(bytes: [UInt8], string: Int)] = []
        var filter = [Bool](repeating: false, count: 1 << Self.filterBits)
        var byHead: [UInt32: [Int]] = [:]
        for (index, string) in self.strings.enumerated() {
            // Only ASCII is folded while searching; of other scripts, the usual ways to write a word are looked for.
            for form in Set([string, string.lowercased(), string.uppercased()].map { $0.utf8.map(Self.small) }) where form.count >= 4 {
                let head = form.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                filter[Self.slot(head)] = true
                byHead[head, default: []].append(patterns.count)
                patterns.append((form, index))
            }
        }
        self.patterns = patterns
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
    func strings(in text: some Collection<UInt8>) -> [String] { found(in: text).map { strings[$0] }.sorted() }

    private func match(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ head: UInt32, _ found: inout Set<Int>) {
        for index in byHead[head] ?? [] {
            let (pattern, string) = patterns[index]
            let end = start + pattern.count
            guard end <= text.count, !found.contains(string), !ignored.contains(string), text[start..<end].elementsEqual(pattern) else {
                continue
            }
            if pattern.count < Self.boundless {
                guard start == 0 || !Self.isLetter(text[start - 1]), end == text.count || !Self.isLetter(text[end]) else { continue }
            }
            found.insert(string)
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

/// Writes what the index holds: numbers, texts, and sorted words that share their beginnings. INDEX.md, section 3.
struct ShardBytes {
    private(set) var bytes: [UInt8] = []
    private var before: ArraySlice<UInt8> = []

    var count: Int { bytes.count }

    mutating func n(_ value: Int) {
        var rest = UInt(value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func z(_ value: Int) { n(value < 0 ? -2 * value - 1 : 2 * value) }

    mutating func s(_ text: some Collection<UInt8>) {
        n(text.count)
        bytes.append(contentsOf: text)
    }

    mutating func s(_ text: String) { s(text.utf8) }

    mutating func append(_ other: some Collection<UInt8>) { bytes.append(contentsOf: other) }

    /// Numbers that ascend from 0: how many, and each less the one before.
    mutating func ascending(_ numbers: ArraySlice<UInt32>) {
        n(numbers.count)
        var before: UInt32 = 0
        for number in numbers {
            n(Int(number - before))
            before = number
        }
    }

    /// A word of a sorted list: how many code points it shares with the one before, and the rest.
    mutating func sorted(_ word: ArraySlice<UInt8>) {
        var shared = zip(before, word).prefix { $0 == $1 }.count
        // Not in the middle of a code point.
        while shared > 0, shared < word.count, word[word.startIndex + shared] & 0xC0 == 0x80 { shared -= 1 }
        n(word.prefix(shared).count { $0 & 0xC0 != 0x80 })
        s(word.dropFirst(shared))
        before = word
    }
}

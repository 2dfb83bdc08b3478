/// Numbers words, from 0 in the order in which they come: a hash table over one buffer of bytes, as a large forum asks it for
/// millions of words, nearly all of which it has.
struct WordTable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Numbers from 1, by hash; 0 is free. As many as a power of two.
    private var slots = [UInt32](repeating: 0, count: 1024)

    var count: Int { ends.count }

    /// The bytes of a word.
    subscript(_ number: UInt32) -> ArraySlice<UInt8> {
        let number = Int(number)
        return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }

    /// The number of a word, and whether it is new.
    mutating func number(_ word: UnsafeBufferPointer<UInt8>) -> (number: UInt32, isNew: Bool) {
        var slot = Self.hash(word) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if isSame(number, word) { return (number, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = UInt32(ends.count)
        bytes.append(contentsOf: word)
        ends.append(bytes.count)
        slots[slot] = number + 1
        if ends.count * 2 > slots.count { grow() }
        return (number, true)
    }

    mutating func number(_ word: String) -> (number: UInt32, isNew: Bool) {
        var word = word
        return word.withUTF8 { number($0) }
    }

    private func isSame(_ number: UInt32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let number = Int(number)
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == word.count else { return false }
        for index in 0..<word.count where bytes[start + index] != word[index] { return false }
        return true
    }

    private mutating func grow() {
        var slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<UInt32(ends.count) {
            let word = self[number]
            var slot = word.withUnsafeBufferPointer { Self.hash($0) } & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number + 1
        }
        self.slots = slots
    }

    /// FNV-1a with its bits mixed once more, as the lowest ones choose the slot.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
    }
}

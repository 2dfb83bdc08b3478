import Access
import SeededNumbers
import Testing

/// How sealed objects stand in pages.
@Suite struct PageAlphabetTests {
    private static let characters = Array(
        "!\"#$%'()*+,-./0123456789:;=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~".utf8)

    private static func bytes(_ count: Int, _ generator: inout Seeded) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The encoding as FORMAT.md puts it: digits of bits, cut into groups.
    private static func written(_ bytes: [UInt8]) -> [UInt8] {
        let digits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
        return stride(from: 0, to: digits.count, by: 13).flatMap { start -> [UInt8] in
            let group = digits[start..<min(start + 13, digits.count)]
            let width = group.count > 6 ? 13 : 6
            let value = (group + [UInt8](repeating: 0, count: width - group.count)).reduce(0) { 2 * $0 + Int($1) }
            return width == 13 ? [characters[value / 91], characters[value % 91]] : [characters[value]]
        }
    }

    @Test func itIsWhatTheFormatSays() {
        #expect(PageAlphabet.encode(Array("rostrum".utf8)) == Array("L7wpmj6^X".utf8))
        var generator = Seeded(1)
        for count in 0...300 {
            for bytes in [Self.bytes(count, &generator), [UInt8](repeating: 255, count: count), [UInt8](repeating: 0, count: count)] {
                let text = PageAlphabet.encode(bytes)
                #expect(text == Self.written(bytes))
                #expect(PageAlphabet.decode(text[...]) == bytes)
                #expect(PageAlphabet.decode((Array("x".utf8) + text).dropFirst()) == bytes)
            }
        }
        let long = Self.bytes(1 << 20, &generator)
        #expect(PageAlphabet.decode(PageAlphabet.encode(long)[...]) == long)
    }

    /// Of all texts of up to three characters, what is decoded is what is encoded.
    @Test func eachTextHasItsOwnBytes() {
        let all = Self.characters + Array("&<@ \n\u{7F}é".utf8)
        for first in all {
            for second in all {
                let thirds = all.map { [first, second, $0] }
                let wrong = ([[first], [first, second]] + thirds).filter { text in
                    PageAlphabet.decode(text[...]).map { PageAlphabet.encode($0) != text } ?? false
                }
                #expect(wrong.isEmpty)
            }
        }
    }

    /// Changed texts are refused, or are those of other bytes.
    @Test func changedTextsAreOthers() {
        var generator = Seeded(2)
        for _ in 0..<20_000 {
            var text = PageAlphabet.encode(Self.bytes(Int.random(in: 1...60, using: &generator), &generator))
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: text[Int.random(in: text.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            case 1: text.removeLast(Int.random(in: 1...text.count, using: &generator))
            default: text.insert(UInt8.random(in: 33...126, using: &generator), at: Int.random(in: text.indices, using: &generator))
            }
            guard let bytes = PageAlphabet.decode(text[...]) else { continue }
            #expect(PageAlphabet.encode(bytes) == text)
        }
    }

    /// No characters of it; pairs above 8,191; a single character above 63; filled up with other bits than zeros; impossible lengths.
    @Test(arguments: [
        "L7wpmj6^@", "L7wpmj6^<", "L7wpmj&^X", "L7wpmj6^é", "L7wpmj6 X", "L7wpmj6^X\n", " L7wpmj6^X", "L7wp\r\nmj6^X",
        "L7~~mj6^X", "~~!",
        "L7wpmj6^~",
        "L7wpmj6^Y", "!\"",
        "L", "L7wpmj", "L7wpmj6^X!!", "L7wpmj6^X!!!!!!!!",
    ])
    func itDecodesNothingElse(text: String) {
        #expect(PageAlphabet.decode(Array(text.utf8)[...]) == nil)
    }
}
